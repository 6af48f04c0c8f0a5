// What the coding page shows of a clause: its words and what stands around it, and its provisions.
import type { Dossier } from '#lib/model/dossier.ts';
import type { Clause, Span } from '#lib/model/clause.ts';
import { clauseText, type Paper } from '#lib/model/paper.ts';
import type { Provision, ReviewState } from '#lib/model/provision.ts';
import { words } from '#lib/wording/en/words.ts';
import { namesOf, tellProvision, type Names, type ProvisionLine } from './provision-line.ts';
import { isSuggested, listCodable, nextIn, shorten, type CodedClause } from './reading-order.ts';

/** A clause near by, in short. */
export interface NearClause {
  readonly id: string;
  readonly locator: string;
  readonly words: string;
  readonly language: string;
  /** Whose it is, where it is of another paper. */
  readonly party?: string;
}

/** Why the program proposed something, and how sure it was of it. */
export interface Reason {
  readonly slot: string;
  readonly words: string;
  /** From 0 to 1. */
  readonly confidence: number;
}

/** A provision as a card beside the form. */
export interface ProvisionCard extends ProvisionLine {
  readonly id: string;
  readonly version: number;
  readonly kind: Provision['kind'];
  readonly state: ReviewState;
  readonly stateName: string;
  readonly issue: string;
  readonly words: Span;
  /** Who reviewed it and when; empty for suggestions. */
  readonly by: string;
  readonly why: string;
}

export interface ClauseDesk {
  readonly id: string;
  readonly locator: string;
  readonly inferred: boolean;
  readonly heading: string;
  readonly language: string;
  readonly text: string;
  /** How many signs from its beginning are its own words. */
  readonly ownLength: number;
  readonly paper: { readonly id: string; readonly title: string; readonly about: string };
  /** Headings above, outermost first. */
  readonly above: readonly { readonly locator: string; readonly heading: string }[];
  readonly before?: NearClause;
  readonly after?: NearClause;
  /** Clauses of other papers that seem to speak of the same. */
  readonly beside: readonly NearClause[];
  /** The clause in other languages or reports. */
  readonly renderings: readonly {
    readonly id: string;
    readonly language: string;
    readonly text: string;
  }[];
  readonly provisions: readonly ProvisionCard[];
  /** "12 of 84". */
  readonly place: string;
  /** The clauses to go to by key. */
  readonly ways: Readonly<
    Record<'next' | 'previous' | 'nextSuggested' | 'nextBare', string | undefined>
  >;
}

const nearWords = 220;

/** The desk of a clause; undefined when there is no such clause to code. */
export function buildClauseDesk(
  dossier: Dossier,
  id: string,
  versionOf: (provision: string) => number,
): ClauseDesk | undefined {
  const all = listCodable(dossier);
  const at = all.findIndex(({ clause }) => clause.id === id);
  const coded = all[at];
  if (coded === undefined) return undefined;
  const { paper, clause, ownLength, provisions } = coded;
  const names = namesOf(dossier);
  const own = all.filter((other) => other.paper === paper);
  const place = own.indexOf(coded);
  const [before, after] = [own[place - 1], own[place + 1]];
  return {
    id,
    locator: clause.locator,
    inferred: clause.locatorInferred,
    heading: clause.heading ?? '',
    language: paper.language,
    text: clauseText(paper, clause),
    ownLength,
    paper: { id: paper.id, title: paper.title, about: tellPaper(paper, names) },
    above: headingsAbove(paper, clause),
    ...(before === undefined ? {} : { before: near(before) }),
    ...(after === undefined ? {} : { after: near(after) }),
    beside: besideOf(all, coded).map((other) => ({ ...near(other), party: partyOf(other, names) })),
    renderings: clause.renderings.map((rendering) => ({
      ...{ id: rendering.id, language: rendering.language, text: rendering.text },
    })),
    provisions: provisions.map((provision) => cardOf(provision, names, versionOf)),
    place: `${String(place + 1)} of ${String(own.length)}`,
    ways: {
      next: all[at + 1]?.clause.id,
      previous: all[at - 1]?.clause.id,
      nextSuggested: nextIn(all, at, 'suggested')?.clause.id,
      nextBare: nextIn(all, at, 'none')?.clause.id,
    },
  };
}

function tellPaper(paper: Paper, names: Names): string {
  const parts = [
    paper.parties.map(names.actor).join(', '),
    words.paperKinds[paper.kind],
    paper.undated ? 'unknown date' : paper.dated,
    words.textKinds[paper.textKind].name,
    paper.attribution === 'own' ? '' : words.attributions[paper.attribution],
  ];
  return parts.filter(Boolean).join(' · ');
}

function headingsAbove(paper: Paper, clause: Clause): ClauseDesk['above'] {
  const byId = new Map(paper.clauses.map((candidate) => [candidate.id, candidate]));
  const above: { readonly locator: string; readonly heading: string }[] = [];
  const seen = new Set<string>();
  for (let at = byId.get(clause.parent ?? ''); at !== undefined && !seen.has(at.id);) {
    seen.add(at.id);
    const heading = at.heading ?? shorten(clauseText(paper, at), 90);
    above.unshift({ locator: at.locator, heading });
    at = byId.get(at.parent ?? '');
  }
  return above;
}

const near = ({ paper, clause, ownLength }: CodedClause): NearClause => ({
  id: clause.id,
  locator: clause.locator,
  words: shorten(clauseText(paper, clause).slice(0, ownLength), nearWords),
  language: paper.language,
});

const partyOf = ({ paper }: CodedClause, names: Names): string =>
  paper.parties.map(names.actor).join(', ') || paper.title;

/** Said by either of the two clauses. */
const besideOf = (all: readonly CodedClause[], { clause }: CodedClause): readonly CodedClause[] =>
  all.filter(
    (other) => clause.beside.includes(other.clause.id) || other.clause.beside.includes(clause.id),
  );

function cardOf(
  provision: Provision,
  names: Names,
  versionOf: (provision: string) => number,
): ProvisionCard {
  const { id, kind, review, issues } = provision;
  const { from, to } = provision.words;
  return {
    id,
    kind,
    version: versionOf(id),
    ...tellProvision(provision, names),
    state: review.state,
    stateName: words.reviewStates[review.state].name,
    issue: names.issue(issues[0] ?? ''),
    // Words of a translation stand nowhere in the clause itself.
    words: provision.rendering === undefined ? { from, to } : { from: 0, to: 0 },
    by: isSuggested(provision)
      ? ''
      : [review.by, review.at?.slice(0, 10)].filter(Boolean).join(', '),
    why: review.why ?? provision.note ?? '',
  };
}
