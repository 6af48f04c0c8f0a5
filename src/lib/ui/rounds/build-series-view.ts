/** The rounds of one party or base text: which texts are shown, what became of each clause, by issue. */
import type { Move, MoveKind } from '#lib/engine/rounds/move.ts';
import type { RoundState, Series } from '#lib/engine/rounds/series.ts';
import { buildOpenText } from './build-open-text.ts';
import { buildRow, premiseLine } from './build-row.ts';
import { chooseSteps, isBackwards, orderThreads, type ChosenSteps } from './choose-steps.ts';
import { formatRoundsQuery } from './rounds-query.ts';
import { papersOf, seriesName, stateAbout, stateName, type RoundsTools } from './rounds-tools.ts';
import type {
  MoveCount,
  RoundIssue,
  RoundsControls,
  SeriesView,
  StateHead,
} from './rounds-view.ts';
import { tallyMoves } from './tally-moves.ts';
import { joinThreads, movesOf, type Thread } from './threads.ts';

const explained = {
  party:
    'Each text against the party’s own text before it. More and less say what the texts accept, not why.',
  base: 'Each text against the one it was made from. More and less say what the texts accept, not why.',
} as const;

/** Builds what the page shows of a series. */
export function buildSeriesView(tools: RoundsTools, series: Series): SeriesView {
  const { query, speaker } = tools;
  const chosen = chooseSteps(tools, series);
  const { states, steps } = chosen;
  const threads = orderThreads(tools, joinThreads(steps));
  const shown = threads.filter((thread) => isShown(thread, tools));
  const moves = steps.flatMap(({ passages }) => movesOf(passages));
  const uncoded = threads.filter(({ passages }) => passages.flat().some((p) => !p.isCoded)).length;
  return {
    heading: seriesName(tools, series),
    explained: explained[series.kind],
    controls: buildControls(tools, series),
    states: states.map((state) => headOfState(tools, state, chosen)),
    isBackwards: isBackwards(tools, series),
    counts: buildCounts(tools, moves),
    total: moves.length,
    shown: `${shown.length} of ${threads.length} ${threads.length === 1 ? 'clause' : 'clauses'}`,
    issues: groupByIssue(tools, shown, { ...chosen, threads }),
    ...(uncoded === 0 ? {} : { uncoded: speaker.uncoded(uncoded) }),
    hidden: query.move !== undefined || query.unchanged ? 0 : threads.length - shown.length,
    showAllHref: formatRoundsQuery({ ...withoutMove(tools), unchanged: true }),
    ...buildOpenText(tools, series.states),
    leftOut: query.off.map((id) => premiseLine(tools, id)),
    undated: papersOf(tools, series.undated).map(({ title }) => title),
  };
}

function withoutMove({ query: { move: _move, ...query } }: RoundsTools): RoundsTools['query'] {
  return query;
}

const allMoves = ({ passages }: Thread): readonly Move[] => passages.flatMap(movesOf);

function isShown(thread: Thread, { query }: RoundsTools): boolean {
  const { move, unchanged } = query;
  const kinds = allMoves(thread).map(({ kind }) => kind);
  if (move !== undefined) return kinds.includes(move);
  return unchanged || kinds.some((kind) => kind !== 'unchanged');
}

function buildCounts(tools: RoundsTools, moves: readonly Move[]): readonly MoveCount[] {
  const { query, speaker } = tools;
  const hrefFor = (kind: MoveKind): string =>
    formatRoundsQuery(query.move === kind ? withoutMove(tools) : { ...query, move: kind });
  return tallyMoves(tools, moves).map((tally) => ({
    ...tally,
    meaning: speaker.words.moves[tally.kind].meaning,
    href: hrefFor(tally.kind),
    chosen: query.move === tally.kind,
  }));
}

interface Grouping extends ChosenSteps {
  /** All threads, in order, so that numbers stay whatever is filtered. */
  readonly threads: readonly Thread[];
}

function groupByIssue(
  tools: RoundsTools,
  shown: readonly Thread[],
  { threads, ...parts }: Grouping,
): readonly RoundIssue[] {
  const numbers = new Map(threads.map((thread, index) => [thread, index + 1]));
  const groups = Map.groupBy(shown, ({ issue }) => issue ?? '');
  return [...groups].map(([id, own]) => {
    const issue = tools.dossier.issues.find((record) => record.id === id);
    return {
      anchor: id === '' ? 'no-issue' : `issue-${id}`,
      label: issue?.label ?? 'Clauses without an issue yet',
      ...(issue?.question === undefined ? {} : { question: issue.question }),
      tally: tallyMoves(tools, [...new Set(own.flatMap(allMoves))]),
      rows: own.map((thread) =>
        buildRow(tools, thread, { ...parts, number: numbers.get(thread) ?? 0 }),
      ),
    };
  });
}

function headOfState(
  tools: RoundsTools,
  state: RoundState,
  { states, steps }: ChosenSteps,
): StateHead {
  const papers = papersOf(tools, state.papers);
  const step = steps.find(({ to }) => to.id === state.id);
  const left = states[states.indexOf(state) - 1];
  const isOther = step !== undefined && left !== undefined && step.from.id !== left.id;
  return {
    id: state.id,
    name: stateName(tools, state),
    about: stateAbout(tools, state),
    papers: papers.length > 1 ? papers.map(({ title }) => title) : [],
    gaps: papers.flatMap(({ gaps }) => gaps.map(({ locator }) => locator)),
    ...(isOther ? { from: stateName(tools, step.from) } : {}),
  };
}

function buildControls(tools: RoundsTools, series: Series): RoundsControls {
  const { query, speaker } = tools;
  const { pair } = query;
  return {
    series: { field: series.kind, id: series.id },
    states: series.states.map((state) => ({
      id: state.id,
      label: `${stateName(tools, state)} (${speaker.paperDate(state.id)})`,
    })),
    from: pair?.[0] ?? '',
    to: pair?.[1] ?? '',
    hasAll: series.states.length > 2,
    unchanged: query.unchanged,
    move: query.move ?? '',
    off: query.off,
    ...(pair ? { swapHref: formatRoundsQuery({ ...query, pair: [pair[1], pair[0]] }) } : {}),
  };
}
