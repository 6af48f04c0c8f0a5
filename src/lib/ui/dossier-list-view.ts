import type { Comparison } from '#lib/engine/comparison.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import type { Problem } from '#lib/model/parsed.ts';
import type { Relation } from '#lib/model/relation.ts';
import { createSpeaker } from '#lib/wording/speaker.ts';

/** A dossier as the list shows it. */
export interface DossierCardView {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly fictitious: boolean;
  readonly parties: readonly string[];
  readonly papers: readonly { readonly title: string; readonly about: string }[];
  readonly rows: number;
  readonly counts: readonly {
    readonly relation: Relation;
    readonly word: string;
    readonly count: number;
  }[];
}

/** A bundle that could not be read, with everything that is wrong in it. */
export interface BrokenBundleView {
  readonly id: string;
  readonly problems: readonly Problem[];
}

export interface DossierListView {
  readonly dossiers: readonly DossierCardView[];
  readonly broken: readonly BrokenBundleView[];
  /** Where the bundles lie, as the operator would write it. */
  readonly place: string;
}

/** Builds the card of a dossier from its comparison over all parties. */
export function buildDossierCard(dossier: Dossier, comparison: Comparison): DossierCardView {
  const speaker = createSpeaker(dossier, comparison);
  const { words } = speaker;
  return {
    id: dossier.id,
    title: dossier.title,
    summary: dossier.summary,
    fictitious: dossier.fictitious,
    parties: sortNames(dossier),
    papers: dossier.papers.map((paper) => ({
      title: paper.title,
      about: `${words.paperKinds[paper.kind]}, ${speaker.paperDate(paper)}, ${words.textKinds[paper.textKind].name}`,
    })),
    rows: comparison.rows.length,
    counts: speaker.counts
      .filter(({ total }) => total > 0)
      .map(({ relation, name, total }) => ({ relation, word: name, count: total })),
  };
}

/** Builds the card of a dossier that has nothing to compare yet. */
export function buildEmptyCard(dossier: Dossier): DossierCardView {
  const { id, title, summary, fictitious, papers } = dossier;
  return {
    id,
    title,
    summary,
    fictitious,
    parties: sortNames(dossier),
    papers: papers.map((paper) => ({
      title: paper.title,
      about: paper.undated ? 'unknown date' : paper.dated,
    })),
    rows: 0,
    counts: [],
  };
}

/** The parties in the neutral order of tables: alphabetical in the dossier's language. */
function sortNames({ actors, papers, language }: Dossier): readonly string[] {
  const speaking = new Set(papers.flatMap((paper) => paper.parties));
  return actors
    .filter(({ id }) => speaking.has(id))
    .map(({ name }) => name.slice(0, 1).toLocaleUpperCase(language) + name.slice(1))
    .toSorted(new Intl.Collator(language).compare);
}
