import { describe, expect, test } from 'vitest';
import { compare } from '#lib/engine/compare.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import { aDossier, aNorm } from '../../../../tests/support/builders.ts';
import { readExample } from '../../../../tests/golden/read-dossier.ts';
import { readCompareQuery } from '../compare-query.ts';
import { buildOverview } from './build-overview.ts';
import { buildNews } from './build-news.ts';
import type { OverviewView } from './overview-view.ts';

const istanbul = readExample('istanbul-2025');
const port = readExample('port-wages');

function view(dossier: Dossier, search = ''): OverviewView {
  const read = readCompareQuery(new URLSearchParams(search), dossier);
  const { columns, off, reading, asAt } = read.query;
  const comparison = compare(dossier, {
    ...(columns.length === 0 ? {} : { columns }),
    ...(asAt === undefined ? {} : { asAt }),
    ...{ off, reading },
  });
  const renderText = (text: string): string => text;
  const told = { dossier, comparison, renderText };
  return buildOverview(told, { ...read, now: '2026-11-23T09:20:00Z' });
}

describe('the lines of issues', () => {
  test('hold every row once, each with its gravest row and a reason', () => {
    const { issues, totalRows } = view(istanbul);
    const counted = issues.flatMap(({ tallies }) => tallies.map(({ count }) => count));
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(totalRows);
    for (const { deciding, tallies } of issues.filter((line) => line.deciding !== undefined)) {
      expect(deciding?.relation).toBe(tallies[0]?.relation);
      expect(deciding?.href).toContain('#row-');
    }
    const neutral = issues.find(({ key }) => key === 'alignment')?.deciding;
    expect(neutral).toMatchObject({ headline: 'Incompatible as written' });
    expect(neutral?.reason).toContain('be neutral');
  });

  test('an issue that only holds others is a heading', () => {
    const holder = view(istanbul).issues.find(({ key }) => key === 'humanitarian');
    expect(holder).toMatchObject({ tallies: [], depth: 0 });
    expect(holder?.deciding).toBeUndefined();
  });

  test('issues without a row come apart, and no silence is claimed that is not known', () => {
    const fields = { issues: ['topic', 'quiet'].map((id) => ({ id, label: id })) };
    const says = [aNorm('a', 'must'), aNorm('b', 'must')];
    expect(view(aDossier({ says, fields })).quiet).toEqual([
      { key: 'quiet', label: 'quiet', why: 'No provision of either side.' },
    ]);
    expect(view(aDossier({ says, fields, gaps: ['b'] })).quiet[0]?.why).toBe(
      'No provision of either side here (B: not fully available).',
    );
  });

  test('a row that nobody reviewed says so', () => {
    const says = [aNorm('a', 'must', { review: { state: 'suggested' } }), aNorm('b', 'must-not')];
    const [line] = view(aDossier({ says })).issues;
    expect(line?.deciding?.reviewMark).toBe('suggested, not reviewed');
    expect(line?.tallies[0]?.suggested).toBe(1);
  });
});

describe('addresses', () => {
  test('keep columns, reading, premises and day, and lead to the issue and the pair', () => {
    const search = '?col=union&col=ministry&col=employer&as-at=2026-12-31&relation=incompatible';
    const shown = view(port, search);
    expect(shown.compareHref).toBe(
      '/dossiers/port-wages/compare?col=union&col=ministry&col=employer&as-at=2026-12-31',
    );
    expect(shown.issues[0]?.href).toContain('issue=pay');
    expect(shown.matrix?.lines[0]?.cells[1]).toMatchObject({
      href: '/dossiers/port-wages/compare?col=union&col=employer&issue=pay&as-at=2026-12-31',
    });
    expect(shown.counts[0]).toMatchObject({ chosen: false });
    expect(shown.counts[0]?.href).toMatch(/^\/dossiers\/port-wages\/compare\?.*relation=/);
    expect(shown.controls.filtered).toBe(false);
  });

  test('lead to the comparison under each reading, ranked', () => {
    const { readings } = view(istanbul);
    expect(readings.map(({ rank, name }) => [rank, name])).toEqual([
      [1, 'Option 1'],
      [2, 'Option 2'],
    ]);
    expect(readings[1]?.href).toContain('reading.ceasefire-options=option-2');
    expect(view(readExample('plans-2025')).readings).toEqual([]);
  });
});

test('exchanging the columns mirrors the matrix and the map of silence', () => {
  const there = view(port);
  const back = view(port, `?${there.controls.swapHref?.slice(1) ?? ''}`);
  const signs = (shown: OverviewView, turn: boolean) =>
    shown.matrix?.lines.map(({ cells }) => {
      const told = cells.map(({ tallies }) => tallies.map(({ count, word }) => [count, word]));
      return turn ? told.toReversed() : told;
    });
  expect(signs(back, true)).toEqual(signs(there, false));
  const silence = (shown: OverviewView, turn: boolean) =>
    shown.silence.lines.map(({ cells }) => {
      const told = cells.map(({ key, word, detail }) => [key, word, detail]);
      return turn ? told.toReversed() : told;
    });
  expect(silence(back, true)).toEqual(silence(there, false));
  expect(
    back.issues.map(({ deciding }) => [deciding?.headline, deciding?.href.split('#')[1]]),
  ).toEqual(there.issues.map(({ deciding }) => [deciding?.headline, deciding?.href.split('#')[1]]));
});

test('news count what came after the last visit and the clauses that wait', () => {
  const says = [aNorm('a', 'must', { review: { state: 'suggested' } }), aNorm('b', 'must')];
  const dossier = aDossier({ says });
  const reader = { dossier, viewer: 'me', seen: 3, mayEdit: true };
  const news = { dossier, reader, visitedAt: '2026-11-23T09:20:00Z', sequence: 5, entries: [] };
  expect(buildNews(news)).toMatchObject({ fresh: 2, waiting: 1, uncoded: 0 });
  expect(buildNews(news).lastVisit).toContain('23 November 2026');
  const first = { ...news, reader: { ...reader, seen: undefined }, visitedAt: undefined };
  expect(buildNews(first)).toMatchObject({ fresh: 0 });
});
