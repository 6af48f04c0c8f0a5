import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitDossier } from '#lib/model/dossier-records.ts';
import { recordSchemas } from '#lib/model/record.ts';
import { arbitraryDossier } from './support/arbitrary-dossier.ts';
import { exampleIds, readExample } from './golden/read-dossier.ts';
import { describeForm } from '#lib/ui/forms/describe-form.ts';
import { entriesOf, variantOf, type Variant } from '#lib/ui/forms/form-field.ts';
import { dropEmptyRows, readVariant, reshapeDraft, writeInputs } from '#lib/ui/forms/read-form.ts';

const variantFor = (kind: keyof typeof recordSchemas, body: unknown): Variant => {
  const variants = describeForm(kind);
  const by = kind === 'provision' ? 'kind' : kind === 'context' ? 'role' : undefined;
  const found =
    by === undefined ? variants[0] : variantOf({ type: 'variants', by, variants }, body);
  if (found === undefined) throw new Error(`no form for ${kind}`);
  return found;
};

/** Words are sent without the place where they end, which is found when they are saved. */
const withoutEnds = (body: unknown): unknown => {
  const entries = new Map(entriesOf(body));
  for (const key of ['words', 'span']) {
    const place = entriesOf(entries.get(key));
    if (place.size > 0)
      entries.set(key, { exact: place.get('exact') ?? '', from: place.get('from') });
  }
  return Object.fromEntries(entries);
};

/** Browsers send one kind of line end, and so a record that is saved has one. */
const withOneLineEnd = (body: unknown): unknown =>
  JSON.parse(JSON.stringify(body), (_, value: unknown) =>
    typeof value === 'string' ? value.replace(/\r+\n/g, '\n') : value,
  );

function expectRoundTrip(kind: keyof typeof recordSchemas, stored: unknown): void {
  const words = entriesOf(stored).get('words');
  // The place of words is counted in the text as it is stored.
  const body = Object.assign({}, withOneLineEnd(stored), words === undefined ? {} : { words });
  const variant = variantFor(kind, body);
  const read = readVariant(variant, new Map(writeInputs(variant, body)));
  const whole = { ...Object.fromEntries(entriesOf(dropEmptyRows(read))) };
  for (const key of ['words', 'span'] as const) {
    const was = entriesOf(body).get(key);
    if (was !== undefined && key in whole) {
      expect(entriesOf(whole[key]).get('from')).toBe(entriesOf(was).get('from'));
      whole[key] = was;
    }
  }
  const parsed = recordSchemas[kind].safeParse(whole);
  expect(parsed.error?.issues ?? []).toEqual([]);
  expect(withoutEnds(parsed.data)).toEqual(withoutEnds(body));
}

test('a form that nobody touched gives back the record, for every record of the examples', () => {
  for (const folder of exampleIds) {
    const { records } = splitDossier(readExample(folder));
    for (const { kind, body } of records) expectRoundTrip(kind, body);
  }
});

test('the same holds for records nobody thought of', () => {
  fc.assert(
    fc.property(arbitraryDossier(), (dossier) => {
      for (const { kind, body } of splitDossier(dossier).records) expectRoundTrip(kind, body);
    }),
    { numRuns: 100 },
  );
});

test('rows and groups are added and taken out without losing what was typed', () => {
  const [norm] = describeForm('provision');
  if (norm === undefined) throw new Error('no form');
  const typed = { kind: 'norm', act: 'go', amounts: [{ of: 'men', unit: 'people', max: 'many' }] };
  const more = reshapeDraft(norm, typed, { add: 'amounts' });
  expect(entriesOf(more).get('amounts')).toMatchObject([{ of: 'men', max: 'many' }, {}]);
  const given = reshapeDraft(norm, more, { add: 'given::provision' });
  expect(entriesOf(given).get('given')).toEqual([{ provision: '' }]);
  const less = reshapeDraft(norm, given, { remove: 'amounts[0]' });
  expect(entriesOf(less).get('amounts')).toHaveLength(1);
  expect(entriesOf(less).get('act')).toBe('go');
});

test('inside a group rows are added at their own place', () => {
  const [actor] = describeForm('actor');
  if (actor === undefined) throw new Error('no form');
  const grouped = reshapeDraft(actor, { id: 'x', name: 'X' }, { add: 'basis' });
  expect(entriesOf(grouped).get('basis')).toBeDefined();
  const cited = reshapeDraft(actor, grouped, { add: 'basis.sources' });
  expect(entriesOf(entriesOf(cited).get('basis')).get('sources')).toEqual(['']);
  const gone = reshapeDraft(actor, cited, { remove: 'basis' });
  expect(entriesOf(gone).has('basis')).toBe(false);
});

test('every field of every kind of record has a name people can read', () => {
  for (const kind of Object.keys(recordSchemas)) {
    for (const { fields } of describeForm(kind as keyof typeof recordSchemas)) {
      expect(fields.length).toBeGreaterThan(0);
      for (const { label, key } of fields) expect(label, `${kind}.${key}`).toMatch(/^\p{Lu}/u);
    }
  }
});

test('a scope with values and no dimension stays in the form, and twice the same is one', () => {
  const [norm] = describeForm('provision');
  if (norm === undefined) throw new Error('no form');
  const typed = new Map([
    ['scope[0].key', 'territory'],
    ['scope[0].values[0]', 'land'],
    ['scope[1].key', 'territory'],
    ['scope[1].values[0]', 'sea'],
    ['scope[2].key', ''],
    ['scope[2].values[0]', 'peacetime'],
    ['scope[3].key', ''],
    ['scope[3].values[0]', ''],
  ]);
  const scope = entriesOf(entriesOf(dropEmptyRows(readVariant(norm, typed))).get('scope'));
  expect(scope.get('territory')).toEqual(['land', 'sea']);
  expect(scope.get(' ')).toEqual(['peacetime']);
  expect(recordSchemas.provision.safeParse({ scope: Object.fromEntries(scope) }).success).toBe(
    false,
  );
});
