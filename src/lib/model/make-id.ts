import type { Id } from './id.ts';

const longestMade = 60;

/**
 * A name for a record, made of the words people call it by: "II. Conditions" is `ii.-conditions`. Empty
 * where the words hold no Latin letter or digit.
 */
export const slugOf = (words: string): string =>
  words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '')
    .slice(0, longestMade)
    .replace(/[^a-z0-9]+$/, '');

/** An id that is not taken, made of words; `fallback` where they give none: `act`, `act-2`, … */
export function makeId(
  words: string,
  { fallback, isTaken }: { readonly fallback: string; readonly isTaken: (id: Id) => boolean },
): Id {
  const base = slugOf(words) || fallback;
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}-${String(number)}`;
    if (!isTaken(id)) return id;
  }
}
