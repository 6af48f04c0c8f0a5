import type { Dossier } from '#lib/model/dossier.ts';
import type { Id } from '#lib/model/id.ts';
import type { Provision } from '#lib/model/provision.ts';
import { starterPacks } from '../packs/starter-packs.ts';
import { dimensionsOf, otherIssue, othersOf, placeOf, proposeFor } from './code-clauses.ts';
import { DraftLexicon } from './draft-lexicon.ts';
import { draftProvisions } from './draft-provisions.ts';
import { gatherPhrases } from './known-phrases.ts';
import { ownWordsOf } from './own-words.ts';
import { suggestIssues } from './place-clauses.ts';
import { reasonsOf, type TellingSlot } from './tell-reasons.ts';

/** An issue a clause seems to touch, and the words that say so. */
export interface SuggestedIssue {
  readonly id: Id;
  readonly label: string;
  /** From 0 to 1. */
  readonly confidence: number;
  readonly words: readonly string[];
}

/** A record that a suggestion needs and the dossier does not have yet. */
export interface NewRecord {
  readonly kind: 'actor' | 'act' | 'event' | 'term' | 'subject' | 'issue';
  readonly body: { readonly id: Id };
}

/** A provision ready to be stored, with what each slot rests on. */
export interface SuggestedProvision {
  readonly provision: Provision;
  readonly reasons: readonly TellingSlot[];
  readonly newRecords: readonly NewRecord[];
}

export interface ClauseSuggestions {
  readonly issues: readonly SuggestedIssue[];
  readonly proposals: readonly SuggestedProvision[];
}

/** What the program would suggest for a clause as the dossier is now; nothing for an unknown clause. */
export function suggestForClause(dossier: Dossier, clause: Id): ClauseSuggestions {
  const own = dossier.papers.flatMap(ownWordsOf).find((words) => words.clause.id === clause);
  if (own === undefined) return { issues: [], proposals: [] };
  const { language } = own.paper;
  const known = gatherPhrases(dossier, starterPacks, language);
  const [assigned] = suggestIssues(dossier, [own], { language, packs: starterPacks });
  const issues = (assigned?.issues ?? []).flatMap(({ issue, confidence, words }) => {
    const record = dossier.issues.find(({ id }) => id === issue);
    const said = words.map(({ word }) => word);
    return record === undefined
      ? []
      : [{ id: issue, label: record.label, confidence, words: said }];
  });
  const likely = issues.length > 0 ? issues.map(({ id }) => id) : own.clause.issues;
  const place = placeOf({ ...own, clause: { ...own.clause, issues: likely } }, known);
  const dimensions = dimensionsOf(dossier);
  const others = othersOf(dossier, own.paper.parties);
  const proposals = proposeFor(own, known, others).flatMap(
    (proposal): readonly SuggestedProvision[] => {
      const lexicon = new DraftLexicon(dossier, dossier.language);
      const provisions = draftProvisions([proposal], { ...place, lexicon, dimensions, others });
      const newRecords = newRecordsOf(dossier, lexicon.finish(), provisions);
      const reasons = reasonsOf(proposal);
      return provisions.map((provision) => ({ provision, reasons, newRecords }));
    },
  );
  return { issues, proposals: withFreeIds(proposals, dossier) };
}

const kinds = {
  actors: 'actor',
  acts: 'act',
  events: 'event',
  terms: 'term',
  subjects: 'subject',
} as const;

function newRecordsOf(
  before: Dossier,
  after: Dossier,
  provisions: readonly Provision[],
): readonly NewRecord[] {
  const lists = ['actors', 'acts', 'events', 'terms', 'subjects'] as const;
  const added = lists.flatMap((list) =>
    after[list].slice(before[list].length).map((body): NewRecord => ({ kind: kinds[list], body })),
  );
  const needsOther =
    provisions.some(({ issues }) => issues.includes(otherIssue.id)) &&
    !before.issues.some(({ id }) => id === otherIssue.id);
  return needsOther ? [...added, { kind: 'issue', body: otherIssue }] : added;
}

/** Ids that no provision of the dossier has, counted on within the clause. */
function withFreeIds(
  proposals: readonly SuggestedProvision[],
  { provisions }: Dossier,
): readonly SuggestedProvision[] {
  const taken = new Set(provisions.map(({ id }) => id));
  let number = 0;
  return proposals.map((proposal) => {
    const { clause } = proposal.provision;
    let id: Id;
    do {
      number += 1;
      id = `${clause}.${String(number)}`;
    } while (taken.has(id));
    return { ...proposal, provision: { ...proposal.provision, id } };
  });
}
