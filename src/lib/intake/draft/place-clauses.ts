// Which issues the clauses of drafted papers seem to touch, and which clauses of other sides they
// stand beside.
import { alignPapers, type AlignedSide } from '#lib/engine/align/align-papers.ts';
import { assignIssues, type IssuesOfClause } from '#lib/engine/align/assign-issues.ts';
import type { Clause } from '#lib/model/clause.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import type { Id } from '#lib/model/id.ts';
import type { StarterPack } from '../packs/starter-pack.ts';
import { gatherPhrases } from './known-phrases.ts';
import { ownWordsOf, type OwnWords } from './own-words.ts';

interface Placing {
  /** The papers that are drafted; the others stay as they are and are compared with. */
  readonly papers: readonly Id[];
  readonly packs: readonly StarterPack[];
}

/** Issues and groups below this are no help to a reader. */
const leastConfidence = 0.15;

/** A dossier whose drafted clauses name their issues and the clauses they stand beside. */
export function placeClauses(dossier: Dossier, { papers, packs }: Placing): Dossier {
  const superseded = new Set(dossier.papers.map(({ supersedes }) => supersedes));
  const live = dossier.papers.filter(({ id }) => !superseded.has(id)).flatMap(ownWordsOf);
  const drafted = live.filter(({ paper }) => papers.includes(paper.id));
  const issues = assignByLanguage(dossier, drafted, packs);
  const beside = alignSides(dossier, live, packs);
  const isDrafted = new Set(drafted.map(({ clause }) => clause.id));
  const place = (clause: Clause): Clause =>
    isDrafted.has(clause.id)
      ? {
          ...clause,
          issues: issues.get(clause.id) ?? [],
          beside: beside.get(clause.id) ?? [],
        }
      : clause;
  return {
    ...dossier,
    papers: dossier.papers.map((paper) => ({ ...paper, clauses: paper.clauses.map(place) })),
  };
}

function assignByLanguage(
  dossier: Dossier,
  drafted: readonly OwnWords[],
  packs: readonly StarterPack[],
): ReadonlyMap<Id, readonly Id[]> {
  const found = new Map<Id, readonly Id[]>();
  for (const [language, own] of Map.groupBy(drafted, ({ paper }) => paper.language))
    for (const { clause, issues } of suggestIssues(dossier, own, { language, packs }))
      found.set(
        clause,
        issues.filter(({ confidence }) => confidence >= leastConfidence).map(({ issue }) => issue),
      );
  return found;
}

/** The issues of clauses of one language, each with how sure that is and the words it rests on. */
export function suggestIssues(
  dossier: Dossier,
  clauses: readonly OwnWords[],
  { language, packs }: { readonly language: string; readonly packs: readonly StarterPack[] },
): readonly IssuesOfClause[] {
  const known = gatherPhrases(dossier, packs, language);
  const issues = known.issues.map(({ id, names: [label = id, ...phrases] }) => ({
    id,
    label,
    phrases,
  }));
  const asked = clauses.map((own) => ({
    id: own.clause.id,
    text: withHeading(own),
    side: sideOf(own),
  }));
  return assignIssues(asked, issues, { language, confirmed: confirmedClauses(dossier) });
}

/** Words of a clause too short to tell its matter are read with the heading above them. */
const shortWords = 60;

const withHeading = ({ words, headings }: OwnWords): string =>
  words.length < shortWords
    ? [headings.at(-1), words].filter((text) => text !== undefined).join('. ')
    : words;

/** What people confirmed teaches which words belong to which issue. */
function confirmedClauses(
  dossier: Dossier,
): readonly { readonly text: string; readonly issues: readonly Id[] }[] {
  const issues = new Map<Id, Set<Id>>();
  for (const { clause, issues: own, review } of dossier.provisions)
    if (review.state !== 'suggested')
      issues.set(clause, new Set([...(issues.get(clause) ?? []), ...own]));
  return dossier.papers.flatMap(ownWordsOf).flatMap(({ clause, words }) => {
    const own = issues.get(clause.id);
    return own === undefined ? [] : [{ text: words, issues: [...own] }];
  });
}

const sideOf = ({ paper }: OwnWords): string => paper.parties.join(' ');

/** Clauses of several sides that seem to speak of the same, each with those of the other sides. */
function alignSides(
  dossier: Dossier,
  live: readonly OwnWords[],
  packs: readonly StarterPack[],
): ReadonlyMap<Id, readonly Id[]> {
  const bySide = Map.groupBy(live, sideOf);
  const sides: readonly AlignedSide[] = [...bySide]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, own]) => ({
      id,
      clauses: own.map(({ clause, words }) => ({ id: clause.id, text: words })),
    }));
  const beside = new Map<Id, readonly Id[]>();
  if (sides.length < 2) return beside;
  const language = commonLanguage(live);
  const known = gatherPhrases(dossier, packs, language);
  const issues = known.issues.map(({ id, names: [label = id, ...phrases] }) => ({
    ...{ id, label, phrases },
  }));
  const confirmed = confirmedClauses(dossier);
  const { groups } = alignPapers(sides, { language, issues, confirmed });
  for (const { clauses, confidence } of groups) {
    if (confidence < leastConfidence) continue;
    for (const id of clauses)
      beside.set(
        id,
        clauses.filter((other) => other !== id),
      );
  }
  return beside;
}

/** The language of most clauses; of equally many, the one that comes first in the alphabet. */
function commonLanguage(live: readonly OwnWords[]): string {
  const counts = [...Map.groupBy(live, ({ paper }) => paper.language)].map(
    ([language, own]) => [language, own.length] as const,
  );
  const [most] = counts.toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return most?.[0] ?? 'en';
}
