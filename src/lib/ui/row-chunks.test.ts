import { describe, expect, test } from 'vitest';
import { compare } from '#lib/engine/compare.ts';
import { aLargeDossier } from '../../../tests/support/large-dossier.ts';
import { buildCompareView, buildRowStretch, chooseRows } from './build-compare-view.ts';
import { readCompareQuery } from './compare-query.ts';
import { chunkSize, countChunks, cutChunks, readGoal, stretchOf } from './row-chunks.ts';

const dossier = aLargeDossier({ rows: 230, parties: 3 });
const told = { dossier, comparison: compare(dossier), renderText: (text: string) => text };
const read = readCompareQuery(new URLSearchParams(), dossier);
const all = chooseRows(told, read.query);
const viewFrom = (from: number) =>
  buildCompareView(told, { ...read, now: '2026-11-23T09:20:00Z', from });

describe('a table of more rows than a page holds', () => {
  test('begins with its first rows and names all issues with all their relations', () => {
    const view = viewFrom(0);
    expect(view.window).toMatchObject({ from: 0, total: 230 });
    const shown = view.issues.flatMap(({ rows }) => rows.map(({ id }) => id));
    expect(shown).toEqual(all.slice(0, view.window.to));
    const counted = view.issues.flatMap(({ relations }) => relations.map(({ count }) => count));
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(230);
  });

  test('can be asked for from any row on, and never past its end', () => {
    expect(viewFrom(210).window).toEqual({ from: 210, to: 230, total: 230 });
    expect(viewFrom(9999).window).toEqual({ from: 229, to: 230, total: 230 });
  });

  test('is made of its chunks: every row once, in order, each issue headed once', () => {
    const rows = Array.from({ length: countChunks(230) }, (_, number) => {
      const stretch = stretchOf(number, 230);
      return [...cutChunks(buildRowStretch(told, read.query, stretch), stretch.from)];
    }).flat();
    expect(rows.map(([number]) => number)).toEqual([...Array(countChunks(230)).keys()]);
    const items = rows.flatMap(([, own]) => own);
    expect(items.map(({ row }) => row.id)).toEqual(all);
    const heads = items.flatMap(({ head }) => head?.anchor ?? []);
    expect(heads).toEqual(viewFrom(0).issues.map(({ anchor }) => anchor));
    expect(rows.every(([, own]) => own.length <= chunkSize)).toBe(true);
  });

  test('knows where a link leads that the page does not hold', () => {
    const { issues } = viewFrom(0);
    expect(readGoal('#issue-issue-2', issues)).toEqual({ at: 80 });
    expect(readGoal('#row-issue-2%3Aact%3Aact-90', issues)).toEqual({ row: 'issue-2:act:act-90' });
    expect(readGoal('#sources', issues)).toBeUndefined();
    expect(readGoal('#%E0%A4', issues)).toBeUndefined();
  });
});
