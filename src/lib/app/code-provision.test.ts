import { expect, test } from 'vitest';
import { aDossier, aNorm } from '../../../tests/support/builders.ts';
import { splitDossier } from '#lib/model/dossier-records.ts';
import { recordKey, type StoredRecord } from '#lib/model/record.ts';
import { codingEdits } from './code-provision.ts';

const at = '2025-06-03T10:00:00Z';
const who = {
  viewer: { id: 'ann', name: 'Ann', admin: false, via: 'alone', readOnly: false },
  role: 'editor',
} as const;

function code(
  state: string,
  {
    id = 'pa',
    draft,
  }: { readonly id?: string | undefined; readonly draft: Record<string, unknown> },
  made: readonly {
    readonly kind: 'act' | 'actor';
    readonly id: string;
    readonly label: string;
  }[] = [],
) {
  const dossier = aDossier({
    says: [aNorm('a', 'must', { id: 'pa', review: { state, by: 'Parley' } })],
  });
  const records = splitDossier(dossier).records.map((record): [string, StoredRecord] => [
    recordKey(record.kind, record.id),
    { ...record, version: 1, privateTo: null },
  ]);
  const [stored] = dossier.provisions;
  const typed = { ...stored, words: { from: 0, exact: 'pa' }, ...draft };
  const planned = codingEdits(
    { dossier, set: { records: new Map(records), texts: new Map() } },
    { id: id === '' ? undefined : id, base: 1, draft: typed, made, at, who },
  );
  if (!planned.ok) throw new Error(JSON.stringify(planned.problems));
  const put = planned.value.edits.at(-1);
  const body = put?.op === 'put' ? put.body : {};
  return { ...planned.value, body, review: body['review'] };
}

test.each([
  [
    'a suggestion stored as it stands is confirmed',
    { state: 'suggested', draft: {} },
    { state: 'confirmed', by: 'Ann', at },
  ],
  [
    'a suggestion that was changed is overridden and says in what',
    { state: 'suggested', draft: { modality: 'may', bearers: ['two'] } },
    { state: 'overridden', by: 'Ann', at, why: 'Suggested otherwise: who is bound, modality' },
  ],
  [
    'what was reviewed and is stored as it stands keeps its reviewer',
    { state: 'confirmed', draft: {} },
    { state: 'confirmed', by: 'Parley' },
  ],
  [
    'what was reviewed and is changed has a new reviewer',
    { state: 'confirmed', draft: { modality: 'may' } },
    { state: 'confirmed', by: 'Ann', at },
  ],
])('%s', (_, { state, draft }, review) => {
  expect(code(state, { draft }).review).toEqual(review);
});

test('fields left at their usual value are no change', () => {
  expect(code('suggested', { draft: { vague: [], firmness: 'unstated' } }).changed).toEqual([]);
});

test('a new provision gets an id of its own and is confirmed', () => {
  const { id, review } = code('suggested', { id: '', draft: { id: '' } });
  expect(id).toBe('c-pa');
  expect(review).toMatchObject({ state: 'confirmed', by: 'Ann' });
});

test('records that were named come first, so that the provision can refer to them', () => {
  const made = [
    { kind: 'act', id: 'wave', label: 'wave' },
    { kind: 'actor', id: 'crew', label: 'The crew' },
  ] as const;
  const { edits } = code('suggested', { draft: { act: 'wave', bearers: ['crew'] } }, made);
  expect(edits.map((edit) => (edit.op === 'put' ? edit.body : {}))).toMatchObject([
    { id: 'wave', label: 'wave' },
    { id: 'crew', name: 'The crew' },
    { act: 'wave', bearers: ['crew'] },
  ]);
});
