import { describe, expect, test } from 'vitest';
import { traceRounds } from '#lib/app/trace-rounds.ts';
import { clauseHtml } from '#lib/app/clause-html.ts';
import { readExample } from '../../../../tests/golden/read-dossier.ts';
import { buildRoundsView } from './build-rounds-view.ts';
import { formatRoundsQuery, readRoundsQuery } from './rounds-query.ts';
import type { RoundsView, SeriesView } from './rounds-view.ts';

function view(id: string, search: string): RoundsView {
  const dossier = readExample(id);
  const traced = traceRounds(dossier);
  if (!traced.ok) throw new Error(JSON.stringify(traced.problems));
  const { series, trace } = traced;
  const read = readRoundsQuery(new URLSearchParams(search), dossier, series);
  return buildRoundsView({ dossier, series, trace, renderText: clauseHtml }, read);
}

function seriesOf(id: string, search = ''): SeriesView {
  const { series } = view(id, search);
  if (!series) throw new Error('no series is shown');
  return series;
}

const rowsOf = ({ issues }: SeriesView) => issues.flatMap(({ rows }) => rows);

test('a dossier of one series shows it at once; one without any has nothing to choose', () => {
  expect(view('plans-2025', '').series?.heading).toBe('28-point plan of the United States');
  expect(view('port-wages', '')).toMatchObject({ choices: [], unknown: [] });
});

describe('the summary of all parties', () => {
  const cells = (search: string) =>
    view('lake-mirn', search).summary?.issues.map(({ label, cells: own }) => [
      label,
      ...own.map(({ tally }) =>
        tally.map(({ count, word }) => `${String(count)} ${word}`).join(', '),
      ),
    ]);

  test('says per issue who moved how, each against its own text', () => {
    expect(cells('')).toEqual([
      ['Ferries and harbours', '1 asks less, 1 reworded', '1 asks less'],
      ['Fishing', '1 asks less, 1 added', '1 asks less, 1 undetermined'],
      ['Harbour fees', '1 asks more', '1 asks more'],
      ['Inspection and rescue', '1 shifted', ''],
      ['Disputes', '1 dropped', '1 added'],
    ]);
  });

  test('is mirrored by exchanging the parties', () => {
    const swapHref = view('lake-mirn', '').summary?.swapHref ?? '';
    expect(swapHref).toBe('?col=bresk&col=aurel');
    const mirrored = cells('')?.map(([label, ...own]) => [label, ...own.toReversed()]);
    expect(cells(swapHref)).toEqual(mirrored);
  });
});

describe('the rounds of a series', () => {
  test('hide what did not change until asked, and keep the numbers of the rows', () => {
    const some = seriesOf('lake-mirn', 'party=aurel');
    const all = seriesOf('lake-mirn', 'party=aurel&unchanged=show');
    expect([some.shown, some.hidden, all.shown, all.hidden]).toEqual([
      '7 of 8 clauses',
      1,
      '8 of 8 clauses',
      0,
    ]);
    const numbers = new Map(rowsOf(all).map(({ id, number }) => [id, number]));
    expect(rowsOf(some).map(({ id, number }) => numbers.get(id) === number)).not.toContain(false);
  });

  test('show only clauses with a chosen move', () => {
    const { issues, counts } = seriesOf('lake-mirn', 'party=aurel&move=dropped');
    expect(issues.map(({ label }) => label)).toEqual(['Disputes']);
    expect(counts.find(({ chosen }) => chosen)).toMatchObject({
      kind: 'dropped',
      count: 1,
      href: '?party=aurel&from=aurel-january&to=aurel-march',
    });
  });

  test('diff words of the party’s own, and never paraphrases', () => {
    const own = rowsOf(seriesOf('lake-mirn', 'party=aurel'))[0]?.cells[1];
    expect(own?.diff).toMatchObject({ kind: 'diff', language: 'en' });
    const cells = rowsOf(seriesOf('plans-2025')).flatMap((row) => row.cells);
    expect(cells.filter(({ diff }) => diff !== undefined)).toEqual([]);
    expect(cells.some(({ clauses }) => clauses.some(({ paraphrase }) => paraphrase))).toBe(true);
  });

  test('link each move to its row in the comparison of the two papers', () => {
    const row = rowsOf(seriesOf('plans-2025')).find(({ title }) => title.startsWith('Limit'));
    expect(row?.steps[0]?.moves[0]?.rowHref).toBe(
      '/dossiers/plans-2025/compare?col=us-plan&col=e3-counter-proposal#row-forces%3Aact%3Acap-forces',
    );
  });

  test('exchange more and less when the two texts change places', () => {
    const { controls } = seriesOf('lake-mirn', 'party=aurel');
    const back = seriesOf('lake-mirn', controls.swapHref?.slice(1));
    expect(back.isBackwards).toBe(true);
    const told = ({ counts }: SeriesView) =>
      counts.map(({ kind, count }) => `${kind} ${String(count)}`);
    expect(told(back)).toEqual([
      'asks-more 2',
      'asks-less 1',
      'shifted 1',
      'added 1',
      'dropped 1',
      'reworded 1',
      'unchanged 1',
    ]);
  });

  test('stand beside each other as columns, with the brackets of each', () => {
    const { states, openText, openDrawing, uncoded, issues } = seriesOf(
      'lake-mirn',
      'base=rolling-1',
    );
    expect(states.map(({ id }) => id)).toEqual(['rolling-1', 'rolling-2', 'rolling-3']);
    expect(openText.map(({ pairs, options }) => [pairs, options])).toEqual([
      ['38', '2 in 1'],
      ['15', '2 in 1'],
      ['4', '0'],
    ]);
    expect(openDrawing).toContain('<svg');
    expect(uncoded).toContain('15 clauses are not coded');
    const [ferries] = issues;
    expect(ferries?.rows[0]?.steps.map(({ to, moves }) => [to, moves[0]?.kind])).toEqual([
      ['rolling-2', 'words-struck-out'],
      ['rolling-3', 'words-struck-out'],
    ]);
  });

  test('say which premise was left out and how to take it in again', () => {
    const off = 'link:frozen-excludes-invested';
    const { leftOut } = seriesOf('plans-2025', new URLSearchParams({ off }).toString());
    expect(leftOut).toMatchObject([{ id: off }]);
    expect(leftOut[0]?.switchHref).not.toContain('off=');
  });

  test('a text against itself has no moves', () => {
    const same = seriesOf('lake-mirn', 'party=bresk&from=bresk-march&to=bresk-march');
    expect(same.counts.map(({ kind }) => kind)).toEqual(['unchanged']);
    expect(same.issues).toEqual([]);
  });
});

describe('the address', () => {
  test('comes back as it was written', () => {
    const dossier = readExample('lake-mirn');
    const traced = traceRounds(dossier);
    const search =
      '?party=aurel&from=aurel-march&to=aurel-january&unchanged=show&move=added&col=bresk';
    const { query } = readRoundsQuery(
      new URLSearchParams(search),
      dossier,
      traced.ok ? traced.series : [],
    );
    expect(formatRoundsQuery(query)).toBe(search);
  });

  test('that names what is not there says so and shows the default', () => {
    const { unknown, summary } = view('lake-mirn', 'party=nobody&move=sideways&off=link:x&col=y');
    expect(unknown).toHaveLength(4);
    expect(unknown[0]).toContain('“nobody”');
    expect(summary?.parties.map(({ id }) => id)).toEqual(['aurel', 'bresk']);
  });

  test('that names one text finds the one it was made from', () => {
    const { states } = seriesOf('lake-mirn', 'base=rolling-1&to=rolling-3');
    expect(states.map(({ id }) => id)).toEqual(['rolling-2', 'rolling-3']);
  });
});
