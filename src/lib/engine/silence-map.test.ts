import { expect, test } from 'vitest';
import type { Dossier } from '#lib/model/dossier.ts';
import { aDossier, aNorm, type DossierSketch } from '../../../tests/support/builders.ts';
import { randomPositions } from '../../../tests/support/random-positions.ts';
import { readExample } from '../../../tests/golden/read-dossier.ts';
import { compare } from './compare.ts';
import type { CompareOptions } from './comparison.ts';
import { mapSilence, type SilenceLine } from './silence-map.ts';

const mapOf = (dossier: Dossier, options: CompareOptions = {}): readonly SilenceLine[] =>
  mapSilence(dossier, compare(dossier, options));

const issues = [
  { id: 'topic', label: 'Topic' },
  { id: 'below', label: 'Below', parent: 'topic' },
  { id: 'other', label: 'Other' },
];

const lines = (sketch: DossierSketch, fields: Record<string, unknown> = {}): string[] =>
  mapOf(aDossier({ ...sketch, fields: { issues, ...fields } })).map(({ issue, cells }) =>
    [issue, ...cells.map(({ voicing }) => voicing)].join(' '),
  );

const said = [aNorm('a', 'must', { issues: ['below'] }), aNorm('b', 'must', { issues: ['other'] })];

test('a text that is complete and reviewed is silent where it lays nothing down', () => {
  expect(lines({ says: said })).toEqual([
    'topic speaks silent',
    'below speaks silent',
    'other silent speaks',
  ]);
});

test('of a text with a gap no silence is claimed, on whatever issue the gap may touch', () => {
  expect(lines({ says: said, gaps: ['b'] })).toEqual([
    'topic speaks not-available',
    'below speaks not-available',
    'other silent speaks',
  ]);
});

test('one provision that nobody reviewed leaves the whole text open', () => {
  const says = said.map((one) =>
    one.by === 'b' ? { ...one, review: { state: 'suggested' } } : one,
  );
  expect(lines({ says })).toEqual([
    'topic speaks not-reviewed',
    'below speaks not-reviewed',
    'other silent speaks',
  ]);
});

test('silence that an analyst confirmed is silence, and says that it was confirmed', () => {
  const at = '2026-11-23T09:20:00Z';
  const silence = { paper: 'paper-b', issue: 'below', by: 'Analyst', at, why: 'asked' };
  const dossier = aDossier({
    says: said,
    gaps: ['b'],
    fields: { issues, silences: [silence] },
  });
  const cell = mapOf(dossier).find(({ issue }) => issue === 'below')?.cells[1];
  expect(cell).toMatchObject({ voicing: 'silent', confirmed: true });
  // What is above it is open all the same.
  const above = mapOf(dossier).find(({ issue }) => issue === 'topic')?.cells[1];
  expect(above).toMatchObject({ voicing: 'not-available', confirmed: false });
});

test('a party without a paper on that day is not called silent', () => {
  const cells = mapOf(aDossier({ says: said }), { columns: ['a', 'b'], asAt: '2025-05-01' })[0]
    ?.cells;
  expect(cells?.map(({ voicing }) => voicing)).toEqual(['no-paper', 'no-paper']);
});

test('exchanging the columns mirrors every line', () => {
  const examples = ['istanbul-2025', 'plans-2025', 'port-wages'].map(readExample);
  const random = Array.from({ length: 150 }, (_, index) => randomPositions(7700 + index));
  for (const dossier of [...examples, ...random]) {
    const columns = compare(dossier).columns.map(({ id }) => id);
    const back = mapOf(dossier, { columns: columns.toReversed() });
    expect(back.map(({ cells }) => cells.toReversed())).toEqual(
      mapOf(dossier).map(({ cells }) => cells),
    );
  }
});

test('where a row claims no provision of a column, the map claims its silence too', () => {
  for (const dossier of ['istanbul-2025', 'plans-2025', 'port-wages'].map(readExample)) {
    const map = new Map(mapOf(dossier).map((line) => [line.issue, line]));
    for (const { issue, cells } of compare(dossier).rows) {
      for (const [index, { empty }] of cells.entries()) {
        if (issue === undefined || empty !== 'no-provision') continue;
        expect(['silent', 'speaks']).toContain(map.get(issue)?.cells[index]?.voicing);
      }
    }
  }
});
