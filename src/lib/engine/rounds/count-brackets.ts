/**
 * How much of a rolling text is still open: square brackets, nested as in drafts of climate talks, and
 * options. Real drafts hold brackets that do not balance; they are counted and said, never mended.
 */
import type { Id } from '#lib/model/id.ts';
import type { Paper } from '#lib/model/paper.ts';

export interface BracketCount {
  /** Pairs of brackets, the inner ones too. */
  readonly pairs: number;
  /** Brackets without their counterpart, opening or closing. */
  readonly unbalanced: number;
  /** How many pairs stand inside each other at most; 0 without any. */
  readonly depth: number;
  /** Signs that stand inside brackets, without the brackets, and all signs; white space is not counted. */
  readonly inside: number;
  readonly signs: number;
}

/** What an editor leaves out is marked by brackets too, and is not open. */
const omission = /\[\s*(?:…|\.\.\.)\s*\]/gu;

/** Counts the brackets of a text in one walk. */
export function countBrackets(text: string): BracketCount {
  const letters = Array.from(text.replace(omission, ''));
  const opened: number[] = [];
  const depths: number[] = letters.map(() => 0);
  let [pairs, unbalanced, depth] = [0, 0, 0];
  for (const [at, letter] of letters.entries()) {
    if (letter === '[') opened.push(at);
    if (letter !== ']') continue;
    const from = opened.pop();
    if (from === undefined) unbalanced += 1;
    else {
      pairs += 1;
      depths[from] = (depths[from] ?? 0) + 1;
      depths[at] = (depths[at] ?? 0) - 1;
    }
  }
  unbalanced += opened.length;
  let [level, inside, signs] = [0, 0, 0];
  for (const [at, letter] of letters.entries()) {
    level += depths[at] ?? 0;
    depth = Math.max(depth, level);
    if (letter === '[' || letter === ']' || letter.trim() === '') continue;
    signs += 1;
    if (level > 0) inside += 1;
  }
  return { pairs, unbalanced, depth, inside, signs };
}

/** How open the texts of one round are. */
export interface OpenText extends BracketCount {
  /** Clauses with words, and those of them with a bracket or under an option. */
  readonly clauses: number;
  readonly openClauses: number;
  readonly optionGroups: number;
  readonly options: number;
}

/** Counts over the clauses of papers; what stands between clauses is not counted. */
export function countOpenText(papers: readonly Paper[]): OpenText {
  const counts = papers.flatMap((paper) => outermost(paper).map((text) => countBrackets(text)));
  const sum = (of: (count: BracketCount) => number): number =>
    counts.reduce((total, count) => total + of(count), 0);
  const clauses = papers.flatMap(ownClauses);
  const groups = papers.flatMap(({ options }) => options);
  const used = new Set(
    papers.flatMap((paper) => paper.clauses.flatMap(({ option }) => option?.group ?? [])),
  );
  const live = groups.filter(({ id }) => used.has(id));
  return {
    pairs: sum(({ pairs }) => pairs),
    unbalanced: sum(({ unbalanced }) => unbalanced),
    depth: Math.max(0, ...counts.map(({ depth }) => depth)),
    inside: sum(({ inside }) => inside),
    signs: sum(({ signs }) => signs),
    clauses: clauses.length,
    openClauses: clauses.filter(({ isOpen }) => isOpen).length,
    optionGroups: live.length,
    options: live.reduce((total, { choices }) => total + choices.length, 0),
  };
}

/** The texts of the clauses that no other clause holds. */
function outermost({ clauses, text }: Paper): readonly string[] {
  const known = new Set<Id>(clauses.map(({ id }) => id));
  return clauses
    .filter(({ parent, availability }) => availability === 'present' && !known.has(parent ?? ''))
    .map(({ span }) => text.slice(span.from, span.to));
}

function ownClauses({ clauses, text }: Paper): readonly { readonly isOpen: boolean }[] {
  return clauses
    .filter(({ kind, span }) => kind === 'clause' && span.to > span.from)
    .map(({ span, option }) => ({
      isOpen:
        option !== undefined || /[[\]]/.test(text.slice(span.from, span.to).replace(omission, '')),
    }));
}
