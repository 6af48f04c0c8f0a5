/** Near copies: one text was made from the other. Among them a clause can be seen to have moved. */
import { longestRise } from '#lib/model/longest-rise.ts';
import { foldText, splitWords } from './fold-text.ts';

/**
 * From this part of common words on one text was made from the other. Independent clauses of one
 * matter share a third of their words, most of them function words.
 */
const leastCommon = 0.6;

/** Whether two texts are the same but for some words (Dice's coefficient of their words, counted). */
export function isNearCopy(a: string, b: string): boolean {
  const [one, two] = [splitWords(foldText(a)), splitWords(foldText(b))];
  if (one.length === 0 || two.length === 0) return false;
  const left = new Map<string, number>();
  for (const word of one) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of two) {
    const count = left.get(word) ?? 0;
    if (count > 0) common += 1;
    left.set(word, count - 1);
  }
  return (2 * common) / (one.length + two.length) >= leastCommon;
}

/**
 * Of pairs of places, in the order of the first, those that stand out of order: all that are not on
 * the longest way on which both places rise.
 */
export function findMoved(pairs: readonly (readonly [number, number])[]): ReadonlySet<number> {
  const inOrder = longestRise(pairs.map(([, second]) => second));
  return new Set([...pairs.keys()].filter((at) => !inOrder.has(at)));
}
