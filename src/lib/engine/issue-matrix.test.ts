import { describe, expect, test } from 'vitest';
import type { Dossier } from '#lib/model/dossier.ts';
import { aDossier, aNorm } from '../../../tests/support/builders.ts';
import { randomPositions } from '../../../tests/support/random-positions.ts';
import { readExample } from '../../../tests/golden/read-dossier.ts';
import { compare } from './compare.ts';
import { tallyIssues, type IssueMatrix, type RelationTally } from './issue-matrix.ts';

const matrixOf = (dossier: Dossier, columns?: readonly string[]): IssueMatrix =>
  tallyIssues(dossier, compare(dossier, columns === undefined ? {} : { columns }));

const told = (tallies: readonly RelationTally[]): string =>
  tallies.map(({ relation, rows }) => `${relation} ${String(rows)}`).join(', ');

const examples = ['istanbul-2025', 'plans-2025', 'port-wages'].map(readExample);
const randomDossiers = Array.from({ length: 150 }, (_, index) => randomPositions(4200 + index));
const all = [...examples, ...randomDossiers];

const onTopics: Partial<Record<string, unknown>> = {
  issues: [
    { id: 'topic', label: 'Topic' },
    { id: 'late', label: 'Late' },
    { id: 'below', label: 'Below', parent: 'topic' },
    { id: 'quiet', label: 'Quiet' },
  ],
};

describe('the lines of the matrix', () => {
  test('each row of the comparison is counted in one line', () => {
    for (const dossier of all) {
      const { rows } = compare(dossier);
      const { issues } = matrixOf(dossier);
      const counted = issues.flatMap((line) => line.rows.map(({ id }) => id));
      expect(counted.toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
      for (const { rows: own, tallies } of issues)
        expect(tallies.reduce((sum, tally) => sum + tally.rows, 0)).toBe(own.length);
    }
  });

  test('issues stand in tree order, those without rows too, and an issue knows of rows below it', () => {
    const dossier = aDossier({
      says: [aNorm('a', 'must', { issues: ['below'] }), aNorm('b', 'must', { issues: ['late'] })],
      fields: onTopics,
    });
    const lines = matrixOf(dossier).issues;
    expect(lines.map(({ issue, depth, rowsBelow }) => [issue, depth, rowsBelow])).toEqual([
      ['topic', 0, true],
      ['below', 1, false],
      ['late', 0, false],
      ['quiet', 0, false],
    ]);
    expect(lines.map(({ rows }) => rows.length)).toEqual([0, 1, 1, 0]);
  });

  test('the gravest row stands for the issue, among equals one that somebody reviewed', () => {
    const dossier = aDossier({
      says: [
        aNorm('a', 'must', { act: 'x', review: { state: 'suggested' } }),
        aNorm('b', 'must-not', { act: 'x', review: { state: 'suggested' } }),
        aNorm('a', 'must', { act: 'y' }),
        aNorm('b', 'must-not', { act: 'y' }),
        aNorm('a', 'must', { act: 'z' }),
        aNorm('b', 'must', { act: 'z' }),
      ],
    });
    const [line] = matrixOf(dossier).issues;
    expect(line?.gravest?.topic).toEqual({ kind: 'act', act: 'y' });
    expect(line?.tallies).toEqual([
      { relation: 'incompatible', rows: 2, suggested: 1 },
      { relation: 'same-terms', rows: 1, suggested: 0 },
    ]);
  });
});

describe('the pairs of the matrix', () => {
  test('count what a comparison of the two columns alone says', () => {
    for (const dossier of all) {
      const { pairs, issues } = matrixOf(dossier);
      for (const [index, pair] of pairs.entries()) {
        const alone = matrixOf(dossier, pair).issues;
        for (const { issue, pairs: cells } of issues) {
          const twin = alone.find((line) => line.issue === issue);
          expect(
            told(cells[index] ?? []),
            `${dossier.id} ${issue ?? 'no issue'} ${pair.join()}`,
          ).toBe(told(twin?.tallies ?? []));
        }
      }
    }
  });

  test('three parties make three pairs, eight make twenty-eight', () => {
    const parties = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const says = parties.map((by) => aNorm(by, 'must'));
    expect(matrixOf(aDossier({ says, parties })).pairs).toHaveLength(28);
    const three = aDossier({ says: says.slice(0, 3), parties: parties.slice(0, 3) });
    expect(matrixOf(three).pairs.map((pair) => pair.join(''))).toEqual(['ab', 'ac', 'bc']);
  });
});

test('exchanging the columns mirrors the pairs and changes no count and no headline', () => {
  for (const dossier of all) {
    const there = matrixOf(dossier);
    const columns = compare(dossier).columns.map(({ id }) => id);
    const back = matrixOf(dossier, columns.toReversed());
    expect(back.pairs).toEqual(there.pairs.toReversed().map((pair) => pair.toReversed()));
    expect(back.issues.map(({ pairs }) => pairs.toReversed())).toEqual(
      there.issues.map(({ pairs }) => pairs),
    );
    const seen = ({ issues }: IssueMatrix) =>
      issues.map(({ issue, tallies, gravest }) => [issue, tallies, gravest?.id]);
    expect(seen(back)).toEqual(seen(there));
  }
});
