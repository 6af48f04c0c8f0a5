import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compare } from '#lib/engine/compare.ts';
import type { Comparison } from '#lib/engine/comparison.ts';
import { renameParties } from '../support/rename-parties.ts';
import { exampleIds, expectedFile, readExample } from './read-dossier.ts';
import { tellComparison } from './told.ts';

/** `PARLEY_GOLDEN=write` writes what comes out instead of testing it; then review the diff. */
const isWriting = process.env['PARLEY_GOLDEN'] === 'write';

test('there are example dossiers', () => {
  expect(exampleIds).toEqual(
    expect.arrayContaining(['istanbul-2025', 'lake-mirn', 'plans-2025', 'port-wages']),
  );
});

describe.each(exampleIds)('the example %s', (id) => {
  const dossier = readExample(id);
  const comparison = compare(dossier);

  test('compares as reviewed in its expected.json', () => {
    const told = tellComparison(dossier, comparison);
    const file = expectedFile(id);
    if (isWriting) writeFileSync(file, `${JSON.stringify(told, null, 2)}\n`);
    expect(existsSync(file), `${file} is missing; write it with PARLEY_GOLDEN=write`).toBe(true);
    expect(told).toEqual(JSON.parse(readFileSync(file, 'utf8')));
  });

  test('has every provision reviewed and every clause with words coded', () => {
    expect(dossier.provisions.filter((p) => p.review.state !== 'confirmed')).toEqual([]);
    expect(comparison.uncoded).toEqual([]);
  });

  test('loses no provision: every one of the compared papers is shown in a row', () => {
    const papers = new Set(comparison.columns.flatMap((column) => column.papers.map((p) => p.id)));
    const read = dossier.papers.filter((paper) => papers.has(paper.id));
    const held = new Set(read.flatMap((paper) => paper.clauses.map((clause) => clause.id)));
    const own = dossier.provisions.filter((provision) => held.has(provision.clause));
    const clauses = comparison.rows.flatMap((row) => row.cells.flatMap((cell) => cell.clauses));
    const shown = new Set(clauses.flatMap((clause) => clause.provisions));
    expect([...shown].sort()).toEqual(own.map((provision) => provision.id).sort());
  });

  test('keeps ids, numbers and relations when the columns are exchanged', () => {
    const columns = comparison.columns.map((column) => column.id).reverse();
    const exchanged = compare(dossier, { columns });
    const outline = ({ rows }: typeof comparison): unknown =>
      rows.map((row) => [row.id, row.number, row.relation, row.findings.map((f) => f.id)]);
    expect(outline(exchanged)).toEqual(outline(comparison));
    expect(exchanged.counts).toEqual(comparison.counts);
  });

  test('compares the same under other names of the parties', () => {
    const columns = comparison.columns.map((column) => column.id);
    // Names that turn the alphabetical order of the parties round; a group premise bears its actor's.
    const rename = (id: string): string =>
      id.replace(/^(group:)?(.+)$/, (whole, prefix: string | undefined, name: string) =>
        columns.includes(name)
          ? `${prefix ?? ''}party-${9 - columns.toSorted().indexOf(name)}`
          : whole,
      );
    const renamed = compare(renameParties(dossier, rename), { columns: columns.map(rename) });
    expect(withoutDigests(renamed)).toEqual(renameParties(withoutDigests(comparison), rename));
  });
});

/** Digests of what rows rest on change with every name, as they should. */
function withoutDigests(comparison: Comparison): Comparison {
  return { ...comparison, rows: comparison.rows.map((row) => ({ ...row, inputs: [] })) };
}
