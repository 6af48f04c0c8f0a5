import type { Row } from '#lib/engine/comparison.ts';
import type { PlacedClause } from '#lib/engine/lookup.ts';
import type { DiffView } from './compare-view.ts';
import { isParaphrase, wordsOf, type Tools } from './view-tools.ts';
import { diffWords } from './word-diff.ts';

/** Below this share of common words a word-by-word comparison shows noise, not changes. */
const nearEqual = 0.5;

const whyNot =
  'Not compared word by word: the words shown are paraphrases, and differences between paraphrases say nothing about the texts.';

interface Pair {
  readonly before: PlacedClause;
  readonly after: PlacedClause;
  /** One clause says of itself that it descends from the other. */
  readonly declared: boolean;
}

/** Word-level comparisons of the near-equal clauses of a row, or why there are none. */
export function buildDiffs(tools: Tools, row: Row): readonly DiffView[] {
  const pairs = pairClauses(tools, row);
  const own = pairs.filter(({ before, after }) => !isParaphrase(before) && !isParaphrase(after));
  if (pairs.length > 0 && own.length === 0) return [{ kind: 'refused', why: whyNot }];
  return own.flatMap((pair) => diffPair(tools, pair) ?? []);
}

/** Clauses with a declared base against that base; the others of two columns against each other. */
function pairClauses({ lookup }: Tools, row: Row): readonly Pair[] {
  const columns = row.cells.map((cell) =>
    cell.clauses.flatMap(({ clause }) => lookup.clauses.get(clause) ?? []),
  );
  const declared = columns.flat().flatMap((after): readonly Pair[] => {
    const base = after.clause.continues;
    const before = base === undefined ? undefined : lookup.clauses.get(base);
    return before === undefined ? [] : [{ before, after, declared: true }];
  });
  if (declared.length > 0) return declared;
  const [first = [], ...others] = columns.filter((clauses) => clauses.length > 0);
  return first.flatMap((before) =>
    others.flat().map((after): Pair => ({ before, after, declared: false })),
  );
}

function diffPair({ speaker }: Tools, { before, after, declared }: Pair): DiffView | undefined {
  if (before.paper.language !== after.paper.language) return undefined;
  const diff = diffWords(wordsOf(before).trim(), wordsOf(after).trim(), before.paper.language);
  if (diff === undefined || (!declared && diff.common < nearEqual)) return undefined;
  const name = ({ paper, clause }: PlacedClause): string =>
    `${paper.title}, ${speaker.clauseLocator(clause.id)}`;
  return {
    kind: 'diff',
    from: name(before),
    to: name(after),
    language: before.paper.language,
    parts: diff.parts,
  };
}
