import type { Dossier } from '#lib/model/dossier.ts';
import { capitalise } from './capitalise.ts';
import type { Choice } from './compare-view.ts';

/** Where ids of actors stand in the neutral order; whoever issues no paper comes last. */
export function rankParties(dossier: Dossier): (actor: string) => number {
  const ranks = new Map(listParties(dossier).map(({ id }, index) => [id, index]));
  return (actor) => ranks.get(actor) ?? ranks.size;
}

/** The actors that issue papers, in the neutral order: alphabetical by name in the dossier's language. */
export function listParties({ actors, papers, language }: Dossier): readonly Choice[] {
  const speaking = new Set(papers.flatMap((paper) => paper.parties));
  const { compare } = new Intl.Collator(language);
  return actors
    .filter(({ id }) => speaking.has(id))
    .map(({ id, name }) => ({ id, label: capitalise(name) }))
    .toSorted((a, b) => compare(a.label, b.label));
}
