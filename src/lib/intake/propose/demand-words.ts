// What is left of a demand when its qualifiers and figures are taken out.
import { findAmounts, type FoundAmount } from './find-amounts.ts';
import type { CueTables } from './cues/cue-tables.ts';
import { findOpenAmounts } from './open-amounts.ts';
import type { Demand } from './split-demands.ts';
import { isWithin, spanOf, type Token } from './tokens.ts';

interface Words {
  readonly tokens: readonly Token[];
  readonly cues: CueTables;
}

/** The words of a demand without those that say when and on what condition. */
export const mainWords = (
  tokens: readonly Token[],
  { stretch: { first, last }, qualifiers }: Demand,
): readonly Token[] =>
  tokens.slice(first, last).filter((_, index) => !isWithin(qualifiers, first + index));

/** The figures of a demand; those inside the name of an event count nothing of it. */
export function amountsIn(
  { tokens, cues }: Words,
  { stretch, qualifiers }: Demand,
): readonly FoundAmount[] {
  const ordered = qualifiers.filter(({ kind }) => kind === 'time' || kind === 'anchor');
  const sentence = { tokens, stretch, cues };
  const found = findAmounts(sentence, (index) => isWithin(ordered, index));
  return found.length > 0 ? found : findOpenAmounts(sentence);
}

/**
 * The words of a demand without its printed figures and the prepositions before them; what is counted
 * stays ("a council of 25 members" is one of members).
 */
export function withoutAmounts(
  words: readonly Token[],
  amounts: readonly FoundAmount[],
  { tokens, cues }: Words,
): readonly Token[] {
  const taken = amounts.flatMap(({ low, first, last, kept }) => {
    if (low === undefined) return [];
    if (kept !== undefined)
      return [
        { first, last: kept.first },
        { first: kept.last, last },
      ];
    const isLinked = cues.prepositions.findAt(tokens, first - 1) !== undefined;
    return [{ first: isLinked ? first - 1 : first, last }];
  });
  const spans = taken.filter(({ first, last }) => first < last).map((one) => spanOf(tokens, one));
  return words.filter(({ from }) => !spans.some((span) => from >= span.from && from < span.to));
}
