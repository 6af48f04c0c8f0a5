import type { Clause } from '#lib/model/clause.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import { ownLengths, type Paper } from '#lib/model/paper.ts';
import type { Provision } from '#lib/model/provision.ts';

/** How far the coding of a clause is: suggestions wait, all is reviewed, or it has no provision. */
export const workStates = ['suggested', 'confirmed', 'none'] as const;
export type WorkState = (typeof workStates)[number];

/** A clause that can be coded, with what is coded of it. */
export interface CodedClause {
  readonly paper: Paper;
  readonly clause: Clause;
  /** How many signs from its beginning are its own words. */
  readonly ownLength: number;
  readonly provisions: readonly Provision[];
  readonly state: WorkState;
}

/** The clauses that say something themselves, paper by paper in the order of the text. */
export function listCodable(dossier: Dossier): readonly CodedClause[] {
  const byClause = Map.groupBy(dossier.provisions, ({ clause }) => clause);
  return dossier.papers.flatMap((paper) => {
    const lengths = ownLengths(paper);
    return paper.clauses
      .filter(({ kind, availability }) => kind === 'clause' && availability === 'present')
      .toSorted((a, b) => a.span.from - b.span.from)
      .flatMap((clause): readonly CodedClause[] => {
        const provisions = byClause.get(clause.id) ?? [];
        const ownLength = lengths.get(clause.id) ?? 0;
        if (ownLength === 0 && provisions.length === 0) return [];
        const sorted = provisions.toSorted((a, b) => a.words.from - b.words.from);
        const state = stateOf(provisions);
        return [{ paper, clause, ownLength, provisions: sorted, state }];
      });
  });
}

function stateOf(provisions: readonly Provision[]): WorkState {
  if (provisions.length === 0) return 'none';
  return provisions.some(isSuggested) ? 'suggested' : 'confirmed';
}

export const isSuggested = ({ review }: Pick<Provision, 'review'>): boolean =>
  review.state === 'suggested';

/** The next clause in a state, from a place on and then from the beginning; undefined without one. */
export function nextIn(
  clauses: readonly CodedClause[],
  from: number,
  state: WorkState,
): CodedClause | undefined {
  const ahead = clauses.slice(from + 1).find((clause) => clause.state === state);
  return ahead ?? clauses.slice(0, Math.max(0, from)).find((clause) => clause.state === state);
}

/** The beginning of a text on one line, cut at a word where it is long. */
export function shorten(text: string, most: number): string {
  const line = text
    .slice(0, most * 4)
    .split(/\s+/)
    .filter(Boolean)
    .join(' ');
  if (line.length <= most) return line;
  const space = line.lastIndexOf(' ', most);
  return `${line.slice(0, space > most / 2 ? space : most)}…`;
}
