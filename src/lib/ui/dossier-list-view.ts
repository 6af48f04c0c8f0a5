import type { Comparison } from '#lib/engine/comparison.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import type { Problem } from '#lib/model/parsed.ts';
import type { Relation } from '#lib/model/relation.ts';
import type { Speaker } from '#lib/wording/speaker.ts';

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
export function buildDossierCard(
  dossier: Dossier,
  comparison: Comparison,
  speaker: Speaker,
): DossierCardView {
  const { words } = speaker;
  const speaking = new Set(dossier.papers.flatMap((paper) => paper.parties));
  return {
    id: dossier.id,
    title: dossier.title,
    summary: dossier.summary,
    fictitious: dossier.fictitious,
    parties: dossier.actors.filter(({ id }) => speaking.has(id)).map(({ name }) => name),
    papers: dossier.papers.map((paper) => ({
      title: paper.title,
      about: `${words.paperKinds[paper.kind]}, ${speaker.date(paper.dated)}, ${words.textKinds[paper.textKind].name}`,
    })),
    rows: comparison.rows.length,
    counts: speaker.counts
      .filter(({ total }) => total > 0)
      .map(({ relation, name, total }) => ({ relation, word: name, count: total })),
  };
}
