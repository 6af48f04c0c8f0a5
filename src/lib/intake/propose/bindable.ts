import type { CueTables } from './cues/cue-tables.ts';
import type { Token } from './tokens.ts';

/**
 * Whether a subject names somebody who can be bound: persons, a body, or a term written with capitals
 * ("the Receiving Party"; in German every noun has one); "wages", "inspections" and "the treaty" are bound
 * to nothing. Looked for up to the first preposition, behind which stands whose it is.
 */
export function isBindable(subject: readonly Token[], cues: CueTables): boolean {
  for (let at = 0; at < subject.length; at += 1) {
    if (at > 0 && cues.prepositions.findAt(subject, at) !== undefined) break;
    if (cues.persons.findAt(subject, at) !== undefined) return true;
    if (cues.bodies.findAt(subject, at) !== undefined) return true;
    if (at > 0 && subject[at]?.isCapital === true && cues.language !== 'de') return true;
  }
  return false;
}
