// That the dossier of the injection tests leaves no field out, and is one that the program takes.
import { expect, test } from 'vitest';
import { checkDossier } from '#lib/model/check-dossier.ts';
import { onlyErrors } from '#lib/model/dossier-problem.ts';
import { compareDossier } from '#lib/app/compare-dossier.ts';
import {
  hostileDossier,
  textFieldsHolding,
  textFieldsOfSchemas,
} from './support/hostile-dossier.ts';
import { payloads } from './support/payloads.ts';

test('the hostile dossier has its words in every field of every record that takes any words', () => {
  const words = '<b>any words</b>';
  const holding = textFieldsHolding(hostileDossier('hostile', words), words);
  expect(textFieldsOfSchemas().size).toBeGreaterThan(60);
  expect([...textFieldsOfSchemas()].filter((field) => !holding.has(field))).toEqual([]);
});

test('each payload makes a dossier without errors that can be compared', () => {
  for (const [name, words] of Object.entries(payloads)) {
    const dossier = hostileDossier('hostile', words);
    expect([name, onlyErrors(checkDossier(dossier))]).toEqual([name, []]);
    expect([name, compareDossier(dossier).ok]).toEqual([name, true]);
  }
});
