import type { Annotation } from './annotation.ts';
import type { Dossier } from './dossier.ts';

/**
 * The dossier without anybody's private notes: the only one that leaves in a bundle. An answer to a
 * private note stays as a note of its own.
 */
export function withoutPrivateNotes(dossier: Dossier): Dossier {
  const kept = dossier.annotations.filter(({ visibility }) => visibility !== 'private');
  const ids = new Set(kept.map(({ id }) => id));
  const isOrphan = ({ thread }: Annotation): boolean => thread !== undefined && !ids.has(thread);
  if (kept.length === dossier.annotations.length && !kept.some(isOrphan)) return dossier;
  return { ...dossier, annotations: kept.map((note) => (isOrphan(note) ? endThread(note) : note)) };
}

function endThread({ thread: _thread, ...note }: Annotation): Annotation {
  return note;
}
