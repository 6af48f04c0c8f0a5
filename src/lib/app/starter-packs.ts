import { starterPacks } from '#lib/intake/packs/starter-packs.ts';

/** A starter pack as it is offered: what it is about, and how much it brings. */
export interface PackOffer {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly issues: number;
  readonly acts: number;
}

/** The starter packs a dossier can be made with. */
export const listPacks = (): readonly PackOffer[] =>
  starterPacks.map(({ id, title, summary, issues, acts }) => ({
    id,
    title,
    summary,
    issues: issues.length,
    acts: acts.length,
  }));
