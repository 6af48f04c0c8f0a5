import type { CueTables } from './cues/cue-tables.ts';
import type { Bound } from './cues/cues.ts';
import type { Found } from './phrase-table.ts';
import type { Token } from './tokens.ts';

/** A bound of a figure that begins at a word; "over" that belongs to its verb ("hand over 40") is none. */
export function findBound(
  words: readonly Token[],
  at: number,
  cues: CueTables,
): Found<Bound> | undefined {
  const isParticle = at > 0 && cues.verbsWithParticle.findAt(words, at - 1) !== undefined;
  return isParticle ? undefined : cues.bounds.findAt(words, at);
}
