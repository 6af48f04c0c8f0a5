import { describe, expect, test } from 'vitest';
import { parseDossier, type Dossier } from '#lib/model/dossier.ts';
import { aDossier, aNorm } from '../../../tests/support/builders.ts';
import { compare } from './compare.ts';
import type { Row } from './comparison.ts';
import type { LikenessJudge } from './likeness.ts';

interface Place {
  readonly issues?: readonly string[];
  readonly beside?: readonly string[];
}

/** Clauses `c-a1 …` of papers a, b and c; those in `coded` hold a norm, the others nothing. */
function dossierOf(
  places: Readonly<Record<string, Place>>,
  coded: readonly string[] = [],
): Dossier {
  const ids = ['a1', 'a2', 'b1', 'b2', 'c1'];
  const built = aDossier({
    parties: ['a', 'b', 'c'],
    says: ids.map((id) => aNorm(id.charAt(0), 'must', { id })),
  });
  const papers = built.papers.map((paper) => ({
    ...paper,
    clauses: paper.clauses.map((clause) => ({ ...clause, ...places[clause.id.slice(2)] })),
  }));
  const provisions = built.provisions.filter(({ id }) => coded.includes(id));
  const parsed = parseDossier({ ...built, papers, provisions });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems[0]));
  return parsed.value;
}

const told = (dossier: Dossier, columns?: readonly string[]): string[] =>
  compare(dossier, columns === undefined ? {} : { columns }).rows.map((row) => {
    const cells = row.cells.map(({ clauses }) =>
      clauses.map(({ clause, cited }) => clause.slice(2) + (cited ? '*' : '')).join('+'),
    );
    return `${row.issue ?? '-'} ${row.relation}: ${cells.join(' | ')}`;
  });

describe('uncoded clauses', () => {
  test('have a row each when nothing was put beside them', () => {
    expect(told(dossierOf({}))).toEqual([
      '- not-yet-coded: a1 |  | ',
      '- not-yet-coded: a2 |  | ',
      '- not-yet-coded:  | b1 | ',
      '- not-yet-coded:  | b2 | ',
      '- not-yet-coded:  |  | c1',
    ]);
  });

  test('share a row with the clauses they stand beside, in the issue of the first that has one', () => {
    const dossier = dossierOf({
      a2: { beside: ['c-b1'] },
      b1: { issues: ['topic'], beside: ['c-c1'] },
    });
    expect(told(dossier)).toEqual([
      'topic not-yet-coded: a2 | b1 | c1',
      '- not-yet-coded: a1 |  | ',
      '- not-yet-coded:  | b2 | ',
    ]);
  });

  test('stand in the same rows, mirrored, when columns are exchanged', () => {
    const dossier = dossierOf({ a2: { beside: ['c-b1'] } });
    const mirrored = told(dossier, ['b', 'a']).map((row) =>
      row.replace(/: (.*) \| (.*)$/, ': $2 | $1'),
    );
    expect(mirrored).toEqual(told(dossier, ['a', 'b']));
  });

  test('cite the coded clauses they stand beside, which stay at home in their own row', () => {
    const dossier = dossierOf({ a1: { beside: ['c-b1'] } }, ['b1']);
    expect(told(dossier, ['a', 'b'])).toContain('- not-yet-coded: a1 | b1*');
    expect(
      told(dossier, ['a', 'b']).filter((row) => row.includes('b1 ') || row.endsWith('b1')),
    ).toHaveLength(1);
  });

  test('tell each pair of columns that speaks as not yet coded', () => {
    const [row] = compare(dossierOf({ a1: { issues: ['topic'], beside: ['c-b1', 'c-c1'] } })).rows;
    expect(row?.pairs.map(({ columns }) => columns.join('-'))).toEqual(['a-b', 'a-c', 'b-c']);
    expect(row?.pairs.every(({ relation }) => relation === 'not-yet-coded')).toBe(true);
  });
});

describe('near copies', () => {
  const beside = { a1: { beside: ['c-b1'] } };
  const figures: LikenessJudge = (a, b) => ({
    ...{ similarity: 0.9, reason: 'figure-changed', relation: 'incompatible' },
    words: [a, b],
  });
  const firstRow = (judge: LikenessJudge, columns = ['a', 'b']): Row | undefined =>
    compare(dossierOf(beside), { columns }, judge).rows.find(({ pairs }) => pairs.length > 0);

  test('suggest a relation for clauses that nobody has coded', () => {
    expect(firstRow(figures)).toMatchObject({
      ...{ relation: 'incompatible', computed: 'incompatible', basis: 'suggested' },
      pairs: [{ columns: ['a', 'b'], relation: 'incompatible' }],
      likenesses: [{ columns: ['a', 'b'], clauses: ['c-a1', 'c-b1'], words: ['c-a1', 'c-b1'] }],
    });
  });

  test('are told the other way round when the columns are exchanged', () => {
    expect(firstRow(figures, ['b', 'a'])?.likenesses).toEqual([
      {
        ...{ similarity: 0.9, reason: 'figure-changed', relation: 'incompatible' },
        ...{ columns: ['b', 'a'], clauses: ['c-b1', 'c-a1'], words: ['c-b1', 'c-a1'] },
      },
    ]);
  });

  test('leave the relation open where the words do not say', () => {
    const row = firstRow(() => ({ similarity: 0.9, reason: 'object-changed', words: ['', ''] }));
    expect(row).toMatchObject({ relation: 'not-yet-coded', basis: 'computed' });
    expect(row?.likenesses).toHaveLength(1);
  });

  test('leave it open while a third column speaks that is no copy', () => {
    const three = { a1: { beside: ['c-b1', 'c-c1'] } };
    const judge: LikenessJudge = (a, b) =>
      a === 'c-c1' || b === 'c-c1' ? undefined : figures(a, b);
    const row = compare(dossierOf(three), {}, judge).rows.find(({ pairs }) => pairs.length > 0);
    expect(row?.relation).toBe('not-yet-coded');
    expect(row?.pairs.map(({ relation }) => relation)).toEqual([
      'incompatible',
      'not-yet-coded',
      'not-yet-coded',
    ]);
  });

  test('are not asked for where a cell holds several clauses', () => {
    const several = { a1: { beside: ['c-b1'] }, a2: { beside: ['c-b1'] } };
    const row = compare(dossierOf(several), { columns: ['a', 'b'] }, figures).rows[0];
    expect(row?.likenesses).toBeUndefined();
  });
});
