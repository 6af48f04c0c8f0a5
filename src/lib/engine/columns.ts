import { compareDates, earliestDay } from '#lib/model/date.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import type { Id } from '#lib/model/id.ts';
import type { Paper } from '#lib/model/paper.ts';
import type { Column, CompareOptions } from './comparison.ts';

/** A column with the papers it reads. */
export interface ReadColumn {
  readonly column: Column;
  readonly papers: readonly Paper[];
}

/** Papers dated on or before the day, less those another of them supersedes. */
export function livePapers(dossier: Dossier, asAt: string | undefined): readonly Paper[] {
  const published = dossier.papers.filter(
    (paper) => asAt === undefined || earliestDay(paper.dated) <= asAt,
  );
  const superseded = new Set(published.flatMap((paper) => paper.supersedes ?? []));
  return published.filter((paper) => !superseded.has(paper.id));
}

/**
 * The parties that have a live paper, in the printed neutral order: alphabetical by name in the
 * dossier's language, ties by code point. Order of display only; nothing computed depends on it.
 */
export function defaultColumns(dossier: Dossier, asAt?: string): readonly Id[] {
  const speaking = new Set(livePapers(dossier, asAt).flatMap((paper) => paper.parties));
  const collator = new Intl.Collator(dossier.language);
  return dossier.actors
    .filter((actor) => speaking.has(actor.id))
    .sort(
      (a, b) =>
        collator.compare(a.name, b.name) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
    )
    .map((actor) => actor.id);
}

/** Resolves column ids (party or paper; a party wins where both exist) to the papers they read. */
export function readColumns(dossier: Dossier, options: CompareOptions): readonly ReadColumn[] {
  const live = livePapers(dossier, options.asAt);
  const ids = options.columns ?? defaultColumns(dossier, options.asAt);
  return ids.map((id) => {
    const own = live.filter((paper) => paper.parties.includes(id));
    const isParty = dossier.actors.some((actor) => actor.id === id);
    const papers = isParty ? own : dossier.papers.filter((paper) => paper.id === id);
    const parties = isParty ? [id] : papers.flatMap((paper) => paper.parties);
    return { column: { id, parties, papers: papers.map(comparedPaper) }, papers };
  });
}

/** What a comparison keeps of a paper. */
export const comparedPaper = ({
  id,
  title,
  dated,
  undated,
  kind,
  textKind,
  attribution,
  sha256,
}: Paper) => ({
  id,
  title,
  dated,
  undated,
  kind,
  textKind,
  attribution,
  sha256,
});

/** True for texts that bind all their signatories: joint texts and reported outcomes. */
export function isJoint(paper: Paper): boolean {
  return paper.kind === 'joint-text' || paper.kind === 'reported-outcome';
}

/** Whether a joint paper is late enough to take the place of what `earlier` says (same day counts). */
export function replaces(joint: Paper, earlier: Paper): boolean {
  return joint.id !== earlier.id && isJoint(joint) && compareDates(earlier.dated, joint.dated) <= 0
    ? !isJoint(earlier) || compareDates(earlier.dated, joint.dated) < 0
    : false;
}

/** What stands in the way of calling a column silent on an issue. */
export type Coverage = 'complete' | 'not-available' | 'not-yet-coded';

/**
 * Whether silence may be claimed for papers on an issue: their text has no gap that may touch it and
 * every clause of theirs has been coded and reviewed, or an analyst confirmed the silence of each such
 * paper. `unsettled` are the clauses with words and no provision, or one that nobody has reviewed.
 */
export function coverageOf(
  dossier: Dossier,
  papers: readonly Paper[],
  question: { readonly issue: Id | undefined; readonly unsettled: ReadonlySet<Id> },
): Coverage {
  const { issue, unsettled } = question;
  let coverage: Coverage = 'complete';
  for (const paper of papers) {
    if (dossier.silences.some((s) => s.paper === paper.id && s.issue === issue)) continue;
    const gap = paper.gaps.some(
      (g) => g.issues.length === 0 || (issue !== undefined && g.issues.includes(issue)),
    );
    if (gap || paper.clauses.some((c) => c.availability === 'not-available')) {
      return 'not-available';
    }
    if (paper.clauses.some((clause) => unsettled.has(clause.id))) coverage = 'not-yet-coded';
  }
  return coverage;
}
