import type { Dossier } from './dossier.ts';

/** The dossier without anybody's private notes: the only one that leaves in a bundle. */
export function withoutPrivateNotes(dossier: Dossier): Dossier {
  const annotations = dossier.annotations.filter(({ visibility }) => visibility !== 'private');
  return annotations.length === dossier.annotations.length ? dossier : { ...dossier, annotations };
}
