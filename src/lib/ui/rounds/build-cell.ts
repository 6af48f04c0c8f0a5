/** What one text has in a row: its clauses, their words against those before, or which kind of nothing. */
import type { RoundState } from '#lib/engine/rounds/series.ts';
import type { Id } from '#lib/model/id.ts';
import { shownText } from '#lib/model/paper.ts';
import type { DiffView } from '../compare-view.ts';
import { isParaphrase } from '../view-tools.ts';
import { diffWords } from '../word-diff.ts';
import { papersOf, stateName, type RoundsTools } from './rounds-tools.ts';
import type { RoundCell, RoundClause } from './rounds-view.ts';
import type { Thread, TracedStep } from './threads.ts';

export interface CellParts {
  readonly thread: Thread;
  readonly steps: readonly TracedStep[];
}

/** Builds the cell of a text in the row of a thread. */
export function buildCell(
  tools: RoundsTools,
  state: RoundState,
  { thread, steps }: CellParts,
): RoundCell {
  const ids = thread.clauses.get(state.id) ?? [];
  const step = steps.find(({ to }) => to.id === state.id);
  const before = step === undefined ? [] : (thread.clauses.get(step.from.id) ?? []);
  const clauses = ids.flatMap((id) => buildClause(tools, id));
  const diff = step === undefined ? undefined : diffOf(tools, before, ids);
  return {
    state: state.id,
    name: stateName(tools, state),
    clauses,
    ...(diff === undefined ? {} : { diff }),
    ...(clauses.length > 0 ? {} : { empty: emptyOf(tools, state, ids) }),
  };
}

function buildClause(tools: RoundsTools, id: Id): readonly RoundClause[] {
  const placed = tools.lookup.clauses.get(id);
  if (placed === undefined || tools.wordsOf(id) === '') return [];
  const { paper, clause } = placed;
  return [
    {
      id,
      locator: tools.speaker.clauseLocator(id),
      language: paper.language,
      html: tools.renderText(shownText(paper, clause)),
      ...(isParaphrase(placed) ? { paraphrase: tools.speaker.textNote(paper.id) } : {}),
    },
  ];
}

/** Only one clause against one, both in their paper's own words, of one language, and not the same. */
function diffOf(
  { lookup, wordsOf }: RoundsTools,
  before: readonly Id[],
  after: readonly Id[],
): DiffView | undefined {
  const [one, two] = [lookup.clauses.get(before[0] ?? ''), lookup.clauses.get(after[0] ?? '')];
  if (before.length !== 1 || after.length !== 1 || !one || !two) return undefined;
  if (isParaphrase(one) || isParaphrase(two)) return undefined;
  const { language } = two.paper;
  const [left, right] = [wordsOf(one.clause.id), wordsOf(two.clause.id)];
  if (one.paper.language !== language || left === right || left === '' || right === '')
    return undefined;
  const diff = diffWords(left, right, language);
  return diff && { kind: 'diff', from: '', to: '', language, parts: diff.parts };
}

function emptyOf(
  tools: RoundsTools,
  state: RoundState,
  ids: readonly Id[],
): NonNullable<RoundCell['empty']> {
  const { lookup, speaker } = tools;
  const states = ids.map((id) => lookup.clauses.get(id)?.clause.availability);
  const hasGap = papersOf(tools, state.papers).some(({ gaps }) => gaps.length > 0);
  if (states.includes('deleted')) {
    const { name } = speaker.words.emptyCells.deleted;
    return { kind: 'deleted', word: name, why: 'Struck out of this text.' };
  }
  if (states.includes('not-available') || hasGap) {
    const { name } = speaker.words.emptyCells['not-available'];
    return { kind: 'not-available', word: name, why: 'This part of the text is not known here.' };
  }
  return { kind: 'no-provision', word: 'no clause', why: 'No clause of this text stands here.' };
}
