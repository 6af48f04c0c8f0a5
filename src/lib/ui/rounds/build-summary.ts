/** Who moved how on what: the parties side by side, each against its own first text. */
import type { Move } from '#lib/engine/rounds/move.ts';
import type { Series } from '#lib/engine/rounds/series.ts';
import type { Id } from '#lib/model/id.ts';
import { formatRoundsQuery } from './rounds-query.ts';
import { seriesName, stateName, type RoundsTools } from './rounds-tools.ts';
import type { SummaryView } from './rounds-view.ts';
import { tallyMoves } from './tally-moves.ts';
import { movesOf } from './threads.ts';

/** Builds the summary of all parties with several texts; undefined without any. */
export function buildSummary(tools: RoundsTools): SummaryView | undefined {
  const { dossier, lookup } = tools;
  const told = orderParties(tools).map((series) => ({
    series,
    name: seriesName(tools, series),
    moves: movesByIssue(tools, series),
  }));
  if (told.length === 0) return undefined;
  const rank = (id: Id): number => lookup.issueRank.get(id) ?? Number.MAX_SAFE_INTEGER;
  const issues = [...new Set(told.flatMap(({ moves }) => [...moves.keys()]))];
  return {
    parties: told.map(({ series, name }) => ({
      id: series.id,
      name,
      about: spanOf(tools, series),
    })),
    ...swapLink(
      tools,
      told.map(({ series }) => series.id),
    ),
    issues: issues
      .sort((a, b) => rank(a) - rank(b))
      .map((id) => ({
        id,
        label: dossier.issues.find((issue) => issue.id === id)?.label ?? 'Without an issue yet',
        cells: told.map(({ series, name, moves }) => ({
          party: series.id,
          name,
          tally: tallyMoves(tools, moves.get(id) ?? []),
          href: hrefOf(tools, series, id),
        })),
      })),
  };
}

/** In the order asked for, the rest by name. */
function orderParties({ series, query }: RoundsTools): readonly Series[] {
  const place = ({ id }: Series): number => {
    const at = query.columns.indexOf(id);
    return at === -1 ? query.columns.length : at;
  };
  return series.filter(({ kind }) => kind === 'party').toSorted((a, b) => place(a) - place(b));
}

function hrefOf({ query }: RoundsTools, series: Series, issue: Id): string {
  const [first, last] = [series.states[0], series.states.at(-1)];
  const pair = [first?.id ?? '', last?.id ?? ''] as const;
  const search = formatRoundsQuery({ series, pair, off: query.off });
  return `${search}#${issue === '' ? 'no-issue' : `issue-${issue}`}`;
}

function movesByIssue(
  { trace, query }: RoundsTools,
  { states }: Series,
): ReadonlyMap<Id, readonly Move[]> {
  const [first, last] = [states[0], states.at(-1)];
  if (!first || !last) return new Map();
  const passages = trace(first, last, query.off);
  const issues = new Map(
    passages.flatMap(({ moves, issue }) => moves.map(({ id }) => [id, issue ?? ''] as const)),
  );
  const changed = movesOf(passages).filter(({ kind }) => kind !== 'unchanged');
  return Map.groupBy(changed, ({ id }) => issues.get(id) ?? '');
}

function spanOf(tools: RoundsTools, { states }: Series): string {
  const [first, last] = [states[0], states.at(-1)];
  return first && last ? `${stateName(tools, first)} to ${stateName(tools, last)}` : '';
}

function swapLink({ query }: RoundsTools, ids: readonly Id[]): Pick<SummaryView, 'swapHref'> {
  if (ids.length < 2) return {};
  return { swapHref: formatRoundsQuery({ off: query.off, columns: ids.toReversed() }) };
}
