// Suggested provisions for the clauses of drafted papers.
import type { Dossier } from '#lib/model/dossier.ts';
import type { Id } from '#lib/model/id.ts';
import type { Provision } from '#lib/model/provision.ts';
import type { StarterPack } from '../packs/starter-pack.ts';
import { proposeClause } from '../propose/propose-clause.ts';
import type { ProposedProvision } from '../propose/proposal.ts';
import { DraftLexicon } from './draft-lexicon.ts';
import { draftProvisions, type ProvisionPlace } from './draft-provisions.ts';
import { gatherPhrases, type KnownPhrases } from './known-phrases.ts';
import { isArgument, ownWordsOf, type OwnWords } from './own-words.ts';

/** The issue of provisions whose clause seems to touch none. */
export const otherIssue = { id: 'other-points', label: 'Other points' } as const;

interface Coding {
  /** By paper, clauses that set no terms of their own: preambles, definitions, notes. */
  readonly settingNone: ReadonlyMap<Id, readonly Id[]>;
  readonly papers: readonly Id[];
  readonly packs: readonly StarterPack[];
}

/** A dossier with suggested provisions for every clause of these papers that seems to state one. */
export function codeClauses(dossier: Dossier, { papers, packs, settingNone }: Coding): Dossier {
  const lexicon = new DraftLexicon(dossier, dossier.language);
  const dimensions = dimensionsOf(dossier);
  const acts = new Map<Id, readonly Id[]>();
  const provisions = papers.flatMap((id) => {
    const paper = dossier.papers.find((candidate) => candidate.id === id);
    if (paper === undefined) return [];
    const known = gatherPhrases(dossier, packs, paper.language);
    const others = othersOf(dossier, paper.parties);
    const silent = new Set(settingNone.get(id));
    const speaking = ownWordsOf(paper).filter(
      (own) => !silent.has(own.clause.id) && !isArgument(own),
    );
    return speaking.flatMap((own) => {
      const near = own.clause.beside.flatMap((clause) => acts.get(clause) ?? []);
      const drafted = draftProvisions(proposeFor(own, known, others), {
        ...placeOf(own, known),
        lexicon: lexicon.near(near),
        dimensions,
        others,
      });
      acts.set(own.clause.id, actsOf(drafted));
      return drafted;
    });
  });
  return withOtherIssue({
    ...lexicon.finish(),
    provisions: [...dossier.provisions, ...provisions],
  });
}

const actsOf = (provisions: readonly Provision[]): readonly Id[] =>
  provisions.flatMap((provision) => (provision.kind === 'norm' ? [provision.act] : []));

/** What the words of a clause seem to state, by what the dossier knows; `others` are its other parties. */
export const proposeFor = (
  { words, paper, headings }: OwnWords,
  known: KnownPhrases,
  others: readonly Id[],
): readonly ProposedProvision[] =>
  proposeClause(words, {
    ...known,
    language: paper.language,
    parties: paper.parties,
    otherParties: others,
    headings,
  });

/** Where the provisions of a clause stand, but for the lexicon. */
export function placeOf(
  { clause, words, paper }: OwnWords,
  { homes }: KnownPhrases,
): Omit<ProvisionPlace, 'lexicon' | 'dimensions' | 'others'> {
  const [home = otherIssue.id, ...others] = clause.issues;
  const [party = 'anyone'] = paper.parties;
  return {
    clause: clause.id,
    text: words,
    issues: [home, ...others],
    homeOf: (act) => homes.get(act),
    party,
  };
}

/** The parties of a dossier that did not issue a paper. */
export const othersOf = ({ actors }: Dossier, parties: readonly Id[]): readonly Id[] =>
  actors.flatMap(({ id, party }) => (party && !parties.includes(id) ? [id] : []));

/** The values of each scope dimension. */
export const dimensionsOf = (dossier: Dossier): ReadonlyMap<Id, ReadonlySet<Id>> =>
  new Map(
    dossier.dimensions.map(({ id, universe, wholes }) => [
      id,
      new Set([...universe, ...wholes].map((value) => value.id)),
    ]),
  );

function withOtherIssue(dossier: Dossier): Dossier {
  const isNeeded = dossier.provisions.some(({ issues }) => issues.includes(otherIssue.id));
  const isKnown = dossier.issues.some(({ id }) => id === otherIssue.id);
  return isNeeded && !isKnown ? { ...dossier, issues: [...dossier.issues, otherIssue] } : dossier;
}
