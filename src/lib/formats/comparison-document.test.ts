import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { compare } from '#lib/engine/compare.ts';
import { createSpeaker } from '#lib/wording/speaker.ts';
import { aDossier, aNorm, anOrder } from '../../../tests/support/builders.ts';
import { buildComparisonDocument } from './comparison-document.ts';
import { comparisonJsonSchema, comparisonSchema } from './comparison-schema.ts';

const dossier = aDossier({
  says: [
    aNorm('a', 'must', { amounts: [{ of: 'figure', unit: 'people', min: 5 }] }),
    aNorm('b', 'must', { amounts: [{ of: 'figure', unit: 'people', max: 3 }] }),
    anOrder('a', 'e', 'f'),
    anOrder('b', 'f', 'e'),
  ],
});
const comparison = compare(dossier);
const document = buildComparisonDocument(dossier, comparison, createSpeaker(dossier, comparison));

test('the document fits its own schema and loses nothing in JSON', () => {
  expect(comparisonSchema.parse(JSON.parse(JSON.stringify(document)))).toEqual(document);
});

test('a finding carries rule, reason, label and the words it rests on', () => {
  const finding = document.rows.flatMap((row) => row.findings).find(({ rule }) => rule === 'R8');
  expect(finding).toMatchObject({ relation: 'incompatible', label: 'on the texts alone' });
  expect(finding?.reason).not.toBe('');
  expect(finding?.evidence.map(({ column, words }) => [column, words !== ''])).toEqual([
    ['a', true],
    ['b', true],
  ]);
  expect(finding?.slots.find(({ slot }) => slot === 'amount')).toMatchObject({ gap: 2 });
});

test('every row has a cell for every column', () => {
  for (const row of document.rows) expect(Object.keys(row.cells)).toEqual(['a', 'b']);
});

test('a circular order names the provision of every step', () => {
  expect(document.circularOrders[0]?.steps.map(({ source }) => source.kind)).toEqual([
    'provision',
    'provision',
  ]);
});

// After a change of the schema: npx vitest run comparison-document -u
test('docs/comparison.schema.json is the schema of the document', async () => {
  const file = '../../../docs/comparison.schema.json';
  const schema = await format(JSON.stringify(comparisonJsonSchema()), {
    ...(await resolveConfig('docs/comparison.schema.json', { editorconfig: true })),
    filepath: 'docs/comparison.schema.json',
  });
  await expect(schema).toMatchFileSnapshot(file);
});
