import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256Of } from '#lib/model/digest.ts';
import { parseDossier, type Dossier } from '#lib/model/dossier.ts';
import type { Paper } from '#lib/model/paper.ts';
import { arbitraryDossier, randomDossier } from '../../../tests/support/arbitrary-dossier.ts';
import type { BundleFiles } from './bundle.ts';
import { formatBundle } from './format-bundle.ts';
import { parseBundle } from './parse-bundle.ts';

test('a dossier written as a bundle and read again is the same dossier, whatever its texts', () => {
  fc.assert(
    fc.property(arbitraryDossier({ wildTexts: true }), (dossier) => {
      const bundle = formatBundle(dossier);
      expect(bundle).toMatchObject({ ok: true });
      if (!bundle.ok) return;
      expect(parseBundle(bundle.value)).toEqual({ ok: true, value: dossier });
    }),
    { numRuns: 1000 },
  );
}, 180_000);

const example = (change: Partial<Paper> = {}): Dossier => {
  const dossier = randomDossier(7);
  const [first, ...rest] = dossier.papers;
  if (first === undefined) throw new Error('the example has no paper');
  return { ...dossier, papers: [{ ...first, ...change }, ...rest] };
};

const read = (files: BundleFiles, path: string): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(files.get(path));

test('the same dossier gives the same bytes, with its keys in the order of the model', () => {
  const dossier = example();
  const shuffled = parseDossier(JSON.parse(reverseKeys(dossier)));
  if (!shuffled.ok) throw new Error('the shuffled dossier does not parse');
  expect(formatBundle(shuffled.value)).toEqual(formatBundle(dossier));
});

const reverseKeys = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toReversed())
      : inner,
  );

test('defaults and empty lists are left out', () => {
  const bundle = formatBundle({
    ...example(),
    annotations: [],
    verdicts: [],
    fictitious: false,
  });
  const json = bundle.ok ? read(bundle.value, 'dossier.json') : '';
  expect(json).toMatch(/^\{\n\t"format": "parley-dossier",\n\t"version": 1,/);
  expect(json).not.toMatch(/annotations|fictitious|\[\]/);
});

test.each([
  ['half a character', { text: '\ud800' }, 'lone_surrogate'],
  ['a NUL', { text: '\0' }, 'nul_character'],
  ['another text than its hash', { text: 'other' }, 'text_changed'],
])('a paper with %s is not written', (_, change, code) => {
  const sha256 = code === 'text_changed' ? {} : { sha256: sha256Of(change.text) };
  const bundle = formatBundle(example({ ...change, ...sha256, clauses: [] }));
  expect(bundle).toMatchObject({ ok: false, problems: [{ code }] });
});

test('line breaks that an editor changed are named as the cause', () => {
  const text = 'one\r\ntwo\r\n';
  const bundle = formatBundle({
    ...example({ text, sha256: sha256Of(text), clauses: [] }),
    provisions: [],
  });
  if (!bundle.ok) throw new Error('the example is not written');
  const path = [...bundle.value.keys()][1] ?? '';
  const unix = read(bundle.value, path).replaceAll('\r\n', '\n');
  const files = new Map([...bundle.value, [path, new TextEncoder().encode(unix)]]);
  const parsed = parseBundle(files);
  expect(parsed.ok ? [] : parsed.problems).toMatchObject([
    {
      code: 'text_changed',
      message: expect.stringContaining('only the line breaks differ') as string,
    },
  ]);
});
