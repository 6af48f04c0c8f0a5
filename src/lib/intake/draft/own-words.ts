import type { Clause } from '#lib/model/clause.ts';
import type { Id } from '#lib/model/id.ts';
import { clauseText, ownLengths, type Paper } from '#lib/model/paper.ts';

/** A clause with the words that are its own, and the headings above it. */
export interface OwnWords {
  readonly paper: Paper;
  readonly clause: Clause;
  /** From its beginning to the first clause inside it, without the number that leads there. */
  readonly words: string;
  /** Headings of the sections and clauses around it, outermost first. */
  readonly headings: readonly string[];
}

/** Headings of what is said about demands and sets none itself, as position papers have them. */
const argument =
  /^\W{0,4}(?:justifications?|explanations?|explanatory|reasons?|reasoning|rationale|background|references|begründung|erläuterung|exposé des motifs|обґрунтування|обоснование|пояснення|пояснение)\b/iu;

const longestHeading = 40;

/** Whether a clause only argues: it stands under such a heading, or is one. */
export const isArgument = ({ headings, clause, words }: OwnWords): boolean =>
  [...headings, clause.heading ?? ''].some((heading) => argument.test(heading)) ||
  (words.length < longestHeading && argument.test(words));

/** The clauses of a paper that say something themselves, in the order of the text. */
export function ownWordsOf(paper: Paper): readonly OwnWords[] {
  const byId = new Map(paper.clauses.map((clause) => [clause.id, clause]));
  const lengths = ownLengths(paper);
  return paper.clauses
    .filter(({ kind, availability }) => kind === 'clause' && availability === 'present')
    .map((clause) => ({
      ...{ paper, clause, headings: headingsAbove(clause, byId) },
      words: clauseText(paper, clause).slice(0, lengths.get(clause.id)),
    }))
    .filter(({ words }) => words.trim() !== '')
    .toSorted((a, b) => a.clause.span.from - b.clause.span.from);
}

function headingsAbove(clause: Clause, byId: ReadonlyMap<Id, Clause>): readonly string[] {
  const headings: string[] = [];
  const seen = new Set<Id>();
  let at = clause.parent === undefined ? undefined : byId.get(clause.parent);
  while (at !== undefined && !seen.has(at.id)) {
    seen.add(at.id);
    if (at.heading !== undefined) headings.unshift(at.heading);
    at = at.parent === undefined ? undefined : byId.get(at.parent);
  }
  return headings;
}
