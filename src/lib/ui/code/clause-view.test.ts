import { expect, test } from 'vitest';
import { sha256Of } from '#lib/model/digest.ts';
import { parseDossier } from '#lib/model/dossier.ts';
import { buildClauseDesk } from './clause-view.ts';

const text = 'Demands\nThe fleet leaves.\nThe port opens.';
const at = (words: string) => ({
  from: text.indexOf(words),
  to: text.indexOf(words) + words.length,
});

const paper = (id: string, party: string, clauses: readonly object[]) => ({
  ...{ id, kind: 'memorandum', parties: [party], title: `Paper of ${party}`, dated: '2025-06-02' },
  ...{ language: 'uk', textKind: 'paraphrase', sources: [], text, sha256: sha256Of(text), clauses },
});

const norm = (id: string, state: string, from: number) => ({
  ...{ kind: 'norm', id, clause: 'a-1', issues: ['fleet'], force: 'demand', bearers: ['b'] },
  ...{ act: 'leave', modality: 'must', words: { from, to: from + 3, exact: 'The' } },
  review: { state, by: 'Ann', at: '2025-06-03T10:00:00Z' },
});

const parsed = parseDossier({
  ...{ version: 1, id: 'd', title: 'D', summary: 'D', language: 'en' },
  actors: [
    { id: 'a', name: 'Aland', party: true },
    { id: 'b', name: 'Borduria', party: true },
  ],
  issues: [{ id: 'fleet', label: 'The fleet' }],
  acts: [{ id: 'leave', label: 'leave' }],
  papers: [
    paper('pa', 'a', [
      {
        ...{ id: 's', locator: 'I', kind: 'section', heading: 'Demands' },
        span: { from: 0, to: text.length },
      },
      { id: 'a-1', locator: 'I.1', parent: 's', span: at('The fleet leaves.') },
      { id: 'a-2', locator: 'I.2', parent: 's', span: at('The port opens.') },
    ]),
    paper('pb', 'b', [{ id: 'b-1', locator: '1', span: at('The fleet leaves.'), beside: ['a-1'] }]),
  ],
  provisions: [norm('late', 'suggested', 1), norm('early', 'confirmed', 0)],
});
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
const dossier = parsed.value;

const desk = (id: string) => {
  const built = buildClauseDesk(dossier, id, () => 7);
  if (built === undefined) throw new Error(id);
  return built;
};

test('a clause stands under its headings, between its neighbours and beside those of other papers', () => {
  const { above, before, after, beside, place, paper: about } = desk('a-1');
  expect(above).toEqual([{ locator: 'I', heading: 'Demands' }]);
  expect([before?.id, after?.id, place]).toEqual([undefined, 'a-2', '1 of 2']);
  expect(beside).toMatchObject([{ id: 'b-1', party: 'Borduria', words: 'The fleet leaves.' }]);
  expect(desk('b-1').beside).toMatchObject([{ id: 'a-1', party: 'Aland' }]);
  expect(about.about).toBe('Aland · memorandum · 2025-06-02 · paraphrase');
});

test('its provisions stand in the order of their words, with who reviewed them', () => {
  expect(desk('a-1').provisions).toMatchObject([
    { id: 'early', by: 'Ann, 2025-06-03', says: 'Borduria must leave', version: 7 },
    { id: 'late', by: '', stateName: 'not reviewed', issue: 'The fleet' },
  ]);
});

test('ways lead on in the order of the papers, and back to what was left', () => {
  expect(desk('a-2').ways).toEqual({
    ...{ previous: 'a-1', next: 'b-1', nextSuggested: 'a-1', nextBare: 'b-1' },
  });
  expect(desk('b-1').ways).toMatchObject({ next: undefined, nextBare: 'a-2' });
});

test('a section and a clause that is not there have no desk', () => {
  for (const id of ['s', 'nowhere']) expect(buildClauseDesk(dossier, id, () => 1)).toBeUndefined();
});
