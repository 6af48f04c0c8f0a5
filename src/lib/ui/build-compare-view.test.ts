import { describe, expect, test } from 'vitest';
import { compare } from '#lib/engine/compare.ts';
import { relations } from '#lib/model/relation.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import { readExample } from '../../../tests/golden/read-dossier.ts';
import { buildCompareView, buildRowDetails } from './build-compare-view.ts';
import { readCompareQuery } from './compare-query.ts';
import type { CompareView, DetailsView, RowView } from './compare-view.ts';
import { buildRowPage } from './rows/row-page.ts';

const istanbul = readExample('istanbul-2025');
const port = readExample('port-wages');

function view(dossier: Dossier, search = ''): CompareView {
  const read = readCompareQuery(new URLSearchParams(search), dossier);
  const { columns, off, reading } = read.query;
  const comparison = compare(dossier, {
    ...(columns.length === 0 ? {} : { columns }),
    off,
    reading,
  });
  const renderText = (text: string): string => text;
  return buildCompareView(
    { dossier, comparison, renderText },
    { ...read, now: '2026-11-23T09:20:00Z' },
  );
}

/** What all rows of a comparison open to. */
function detailsOf(dossier: Dossier, off: readonly string[] = []): readonly DetailsView[] {
  const comparison = compare(dossier, { off });
  const told = { dossier, comparison, renderText: (text: string): string => text };
  return comparison.rows.flatMap(({ id }) => buildRowDetails(told, id) ?? []);
}

const rowsOf = ({ issues }: CompareView): readonly RowView[] => issues.flatMap(({ rows }) => rows);

describe('the rows of the page', () => {
  test('are all there without a filter, each with a number of its own and an anchor', () => {
    const shown = view(istanbul);
    const { totalRows } = shown;
    const rows = rowsOf(shown);
    expect(rows).toHaveLength(totalRows);
    expect(new Set(rows.map(({ number }) => number)).size).toBe(totalRows);
    expect(rows.every(({ id, anchor }) => anchor === `row-${id}`)).toBe(true);
  });

  test.each([
    ['?relation=incompatible', (row: RowView) => row.assessment.relation === 'incompatible'],
    ['?review=not-reviewed', (row: RowView) => row.assessment.reviewMark !== undefined],
  ])('%s keeps only rows it fits', (search, fits) => {
    const rows = rowsOf(view(istanbul, search));
    expect(rows.every(fits)).toBe(true);
  });

  test('an issue leaves one group', () => {
    expect(view(istanbul, '?issue=territory').issues.map(({ anchor }) => anchor)).toEqual([
      'issue-territory',
    ]);
  });

  test('searching finds the words of a clause whatever their case, all of them', () => {
    const found = rowsOf(view(istanbul, '?q=UNCONDITIONS+CEASE'));
    expect(found).toEqual([]);
    const rows = rowsOf(view(istanbul, '?q=WITHOUT+cease'));
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      const text = JSON.stringify(row).toLowerCase();
      expect(text).toContain('without');
      expect(text).toContain('cease');
    }
  });

  test('filters change what is shown, never the counts', () => {
    const all = view(istanbul).counts.map(({ count }) => count);
    const some = view(istanbul, '?q=neutral&relation=incompatible');
    expect(some.counts.map(({ count }) => count)).toEqual(all);
    expect(some.shown).toMatch(/^\d+ of \d+ rows$/);
  });
});

describe('exchanging the columns', () => {
  test('mirrors the cells and changes no number, relation or anchor', () => {
    const [a, b] = [
      rowsOf(view(istanbul, '?col=russia&col=ukraine')),
      rowsOf(view(istanbul, '?col=ukraine&col=russia')),
    ];
    expect(b.map(({ number, anchor }) => [number, anchor])).toEqual(
      a.map(({ number, anchor }) => [number, anchor]),
    );
    expect(b.map(({ cells }) => cells.map(({ column }) => column).toReversed())).toEqual(
      a.map(({ cells }) => cells.map(({ column }) => column)),
    );
    expect(b.map(({ assessment }) => assessment.relation)).toEqual(
      a.map(({ assessment }) => assessment.relation),
    );
  });

  test('turns drawings and reasons round, so that the left column comes first in both', () => {
    const first = (text: string): string | undefined => /Russia|Ukraine/.exec(text)?.[0];
    const there = rowsOf(view(istanbul, '?col=russia&col=ukraine&relation=incompatible'));
    const back = rowsOf(view(istanbul, '?col=ukraine&col=russia&relation=incompatible'));
    const drawn = there.filter(({ assessment }) => assessment.drawings.length > 0);
    expect(drawn.length).toBeGreaterThan(0);
    for (const row of drawn) {
      const twin = back.find(({ id }) => id === row.id);
      const names = (svg = ''): string => svg.replace(/<title>.*?<\/title>/gs, '');
      expect(first(names(row.assessment.drawings[0]))).toBe('Russia');
      expect(first(names(twin?.assessment.drawings[0]))).toBe('Ukraine');
    }
    expect(there.map(({ assessment }) => first(assessment.reason))).not.toEqual(
      back.map(({ assessment }) => first(assessment.reason)),
    );
  });

  test('is one link away and back', () => {
    const there = view(istanbul).controls.swapHref ?? '';
    expect(there).toBe('?col=ukraine&col=russia');
    expect(view(istanbul, there).controls.swapHref).toBe('?col=russia&col=ukraine');
  });
});

describe('empty cells', () => {
  test('say which of the three kinds they are and why', () => {
    const cells = rowsOf(view(istanbul)).flatMap(({ cells: own }) => own);
    const unknown = cells.filter(({ empty }) => empty?.kind === 'not-available');
    expect(unknown.length).toBeGreaterThan(0);
    expect(unknown.every(({ empty }) => (empty?.why ?? '').length > 3)).toBe(true);
    expect(cells.some(({ empty }) => empty?.kind === 'no-provision')).toBe(false);
    const known = rowsOf(view(port)).flatMap(({ cells: own }) => own);
    expect(known.some(({ empty }) => empty?.kind === 'no-provision')).toBe(true);
  });
});

describe('words', () => {
  test('a paraphrase is named as one and never compared word by word', () => {
    const rows = rowsOf(view(istanbul));
    const diffs = detailsOf(istanbul).flatMap((details) => details.diffs);
    expect(diffs.length).toBeGreaterThan(0);
    expect(diffs.every(({ kind }) => kind === 'refused')).toBe(true);
    for (const { cells } of rows) {
      for (const { clauses } of cells) {
        if (clauses[0]) expect(clauses[0].paraphrase).toMatch(/^(paraphrase by|as reported)/);
      }
    }
  });

  test('full texts that are near-equal are compared word by word', () => {
    const diffs = detailsOf(port).flatMap((details) => details.diffs);
    expect(diffs.some(({ kind }) => kind === 'diff')).toBe(true);
  });
});

test('switching a premise off takes away the findings that rest on it', () => {
  const premises = (off: readonly string[]) =>
    new Set(
      detailsOf(istanbul, off).flatMap(({ findings }) =>
        findings.flatMap((finding) => finding.premises.map(({ id }) => id)),
      ),
    );
  const [used = ''] = premises([]);
  expect(used).not.toBe('');
  const without = view(istanbul, `?off=${encodeURIComponent(used)}`);
  expect(premises([used])).not.toContain(used);
  expect(without.controls.premises.find(({ id }) => id === used)?.on).toBe(false);
});

test('an invented case and three columns are told as such', () => {
  const shown = view(port);
  expect(shown.fictitious).toBe(true);
  expect(shown.columns).toHaveLength(3);
  expect(rowsOf(shown).every(({ cells }) => cells.length === 3)).toBe(true);
});

test('the page of a row shows that row alone, whatever the filters say', () => {
  const [, second] = rowsOf(view(istanbul));
  const { dossier, comparison } = { dossier: istanbul, comparison: compare(istanbul) };
  const read = readCompareQuery(new URLSearchParams('?relation=same-terms'), dossier);
  const alone = buildCompareView(
    { dossier, comparison, renderText: (text) => text },
    { ...read, now: '2026-11-23T09:20:00Z', only: second?.id ?? '' },
  );
  expect(rowsOf(alone).map(({ id }) => id)).toEqual([second?.id]);
});

test('what a row opens to is told in a line beforehand', () => {
  const rows = rowsOf(view(istanbul));
  const [first] = rows;
  const details = detailsOf(istanbul)[0];
  const sources = new Set(details?.clauses.flatMap((c) => c.sources.map(({ id }) => id)));
  expect(first?.opens).toContain(`${String(details?.findings.length)} finding`);
  expect(first?.opens).toContain(`${String(sources.size)} source`);
});

test('rows furthest apart come first when asked for, each issue kept together', () => {
  const { issues } = view(port, '?sort=gravest');
  const places = issues.map(({ rows }) =>
    rows.map(({ assessment }) => relations.indexOf(assessment.relation)),
  );
  for (const own of places) expect(own).toEqual(own.toSorted((a, b) => a - b));
  const firsts = places.map(([first = 0]) => first);
  expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
  const ids = (search: string): readonly string[] => rowsOf(view(port, search)).map(({ id }) => id);
  expect(ids('?sort=gravest')).not.toEqual(ids(''));
  expect(ids('?sort=gravest').toSorted()).toEqual(ids('').toSorted());
});

test('a view that was kept is a link, marked where it is shown', () => {
  const at = '2026-11-23';
  const kept = { id: 'clashes', title: 'Clashes', search: '?relation=incompatible', by: 'Ada', at };
  const dossier = { ...port, views: [kept] };
  expect(view(dossier, '?relation=incompatible').views).toEqual([
    {
      ...{ id: 'clashes', title: 'Clashes', by: 'Ada', current: true },
      href: '/dossiers/port-wages/compare?relation=incompatible',
    },
  ]);
  expect(view(dossier).views[0]?.current).toBe(false);
});

test('the page of a row leads to the same act in every paper, where there are more than two', () => {
  const told = { dossier: istanbul, comparison: compare(istanbul), renderText: (t: string) => t };
  const row = told.comparison.rows.find(({ topic }) => topic.kind === 'act');
  const { across = '' } = buildRowPage(told, row?.id ?? '', 'Ada') ?? {};
  const asked = new URLSearchParams(across.split('?')[1]);
  expect(asked.getAll('col')).toEqual(istanbul.papers.map(({ id }) => id).slice(0, 8));
  expect(asked.get('act')).toBe(row?.topic.kind === 'act' ? row.topic.act : '');
  expect(readCompareQuery(asked, istanbul).unknown).toEqual([]);
});
