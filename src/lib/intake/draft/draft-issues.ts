import { stemsOf } from '#lib/engine/align/stems.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import type { Id } from '#lib/model/id.ts';
import { makeId } from '#lib/model/make-id.ts';
import { jaccard } from './draft-lexicon.ts';

/** Headings that share so much of their stems name one issue (Jaccard). */
const sameHeading = 0.6;
const longestLabel = 80;
const mostIssues = 60;

/**
 * Issues for a dossier that has none: the headings of its papers, each once, in the order of the papers.
 * A heading says what its authors found to be a topic, in their own words; analysts rename and merge.
 */
export function draftIssues(dossier: Dossier, papers: readonly Id[]): Dossier {
  if (dossier.issues.length > 0) return dossier;
  const topics: { readonly id: Id; readonly label: string; readonly stems: ReadonlySet<string> }[] =
    [];
  for (const paper of dossier.papers.filter(({ id }) => papers.includes(id)))
    for (const { heading } of paper.clauses) {
      if (heading === undefined || topics.length >= mostIssues) continue;
      const label = topicOf(heading);
      const stems = new Set(stemsOf(label, paper.language));
      if (stems.size === 0 || topics.some((topic) => jaccard(topic.stems, stems) >= sameHeading))
        continue;
      const isTaken = (id: Id): boolean => topics.some((topic) => topic.id === id);
      topics.push({ id: makeId(label, { fallback: 'issue', isTaken }), label, stems });
    }
  // One heading over a whole paper is its title, and tells no topics apart.
  if (topics.length < 2) return dossier;
  return { ...dossier, issues: topics.map(({ id, label }) => ({ id, label })) };
}

/** A heading without marks of Markdown and without a last sign, cut at a word where it is long. */
function topicOf(heading: string): string {
  const plain = heading
    .replace(/^[#=*_\s]+|[#=*_:.\s]+$/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  if (plain.length <= longestLabel) return plain;
  const cut = plain.slice(0, longestLabel);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longestLabel / 2))}…`;
}
