// What is left of a demand when its qualifiers and figures are taken out.
import { findAmounts, type FoundAmount } from './find-amounts.ts';
import type { CueTables } from './cues/cue-tables.ts';
import { findOpenAmounts } from './open-amounts.ts';
import type { Demand } from './split-demands.ts';
import { isWithin, spanOf, wordAt, type Token } from './tokens.ts';
import { isForm } from './word-forms-en.ts';

interface Words {
  readonly tokens: readonly Token[];
  readonly cues: CueTables;
}

/** The words of a demand without those that say when and on what condition, and the commas around them. */
export function mainWords(
  { tokens, cues }: Words,
  { stretch: { first, last }, qualifiers }: Demand,
): readonly Token[] {
  const isTaken = (at: number): boolean => isWithin(qualifiers, at);
  const isEdge = (at: number): boolean =>
    wordAt(tokens, at) === ',' && (isTaken(at - 1) || isTaken(at + 1));
  const main = tokens.slice(first, last).filter((_, index) => {
    const at = first + index;
    return !isTaken(at) && !isEdge(at);
  });
  return withPlainNot(main, cues);
}

/** "Under no circumstances" read as "not", so that it stands between a modal and its verb like it. */
function withPlainNot(words: readonly Token[], cues: CueTables): readonly Token[] {
  for (let at = 0; at < words.length; at += 1) {
    const emphatic = cues.emphatics.findAt(words, at);
    const first = words[at];
    if (emphatic === undefined || first === undefined) continue;
    const { to } = words[emphatic.last - 1] ?? first;
    return [...words.slice(0, at), { ...first, to, word: cues.not }, ...words.slice(emphatic.last)];
  }
  return words;
}

/** How many words may name the side that demands. */
const longestSpeaker = 5;

/**
 * What a side demands without the words that it demands it: "the union insists on the right to …" is
 * the right; "Arvenia calls upon Bastria to release …" is that Bastria shall.
 */
export function withoutAttitude(words: readonly Token[], cues: CueTables): readonly Token[] {
  for (let at = 1; at < Math.min(longestSpeaker, words.length); at += 1) {
    const attitude = cues.attitudes.findAt(words, at);
    if (attitude === undefined || attitude.last >= words.length) continue;
    const rest = words.slice(attitude.last);
    const to = rest.findIndex(({ word }) => word === 'to');
    const isCall = to > 0 && to < longestSpeaker && isForm(wordAt(rest, to + 1), 'base');
    const isRight = cues.heads.findAt(rest, 0) ?? cues.heads.findAt(rest, 1);
    return isCall && isRight === undefined
      ? rest.map((token, index) => (index === to ? { ...token, word: 'shall' } : token))
      : rest;
  }
  return words;
}

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
