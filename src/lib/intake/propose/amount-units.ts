// What a figure counts, per what, and of which base.
import type { Sentence } from './qualifiers.ts';
import { wordAt, type Stretch, type Token } from './tokens.ts';

/** A unit by its name in a dossier, the noun as it stands, and the token behind it. */
export interface ReadUnit {
  readonly value: string;
  readonly noun: string;
  readonly last: number;
  /** What is counted, where it is no measure. */
  readonly counted?: Stretch;
}

interface UnitPlace {
  readonly at: number;
  /** Whether words like "at most" say that this is a figure to agree on, whatever it counts. */
  readonly isBounded: boolean;
}

/** Sides of a negotiation are not counted, nor are parts of a text. */
const uncounted: ReadonlySet<string> = new Set(
  'sides parties states governments delegations countries options points years-old of'.split(' '),
);

/** The unit behind a figure: a measure, persons, or whatever the next noun names. */
export function unitAt(sentence: Sentence, { at, isBounded }: UnitPlace): ReadUnit | undefined {
  const { tokens, cues } = sentence;
  const start = wordAt(tokens, at) === '-' && tokens[at]?.from === tokens[at - 1]?.to ? at + 1 : at;
  const measure = cues.units.findAt(tokens, start);
  if (measure !== undefined)
    return { value: measure.value, noun: measure.value, last: measure.last };
  return (
    personsAt(sentence, at) ??
    nounAt(sentence, at) ??
    earlierNoun(sentence, at) ??
    (isBounded ? { value: 'items', noun: 'number', last: at } : undefined) ??
    (sharesUnit(sentence, at) ? { value: unnamed, noun: unnamed, last: at } : undefined)
  );
}

/** The unit of a figure that has it from the one before. */
export const unnamed = '';

/** "… days for all, thirty for others": a figure without a noun, for somebody else. */
const sharesUnit = ({ tokens }: Sentence, at: number): boolean =>
  ['for', 'für', 'pour', 'для'].includes(wordAt(tokens, at)) &&
  [',', 'and', ';'].includes(wordAt(tokens, at - 2));

/** Persons of all kinds are one unit; adjectives may stand before them ("300 armed observers"). */
function personsAt({ tokens, cues }: Sentence, at: number): ReadUnit | undefined {
  for (let index = at; index < at + 4; index += 1) {
    const token = tokens[index];
    if (token?.kind !== 'word' || isFunctionWord(tokens, index, cues)) return undefined;
    if (cues.persons.findAt(tokens, index) !== undefined)
      return {
        ...{ value: 'persons', noun: token.word, last: index + 1 },
        counted: { first: at, last: index + 1 },
      };
  }
  return undefined;
}

const isFunctionWord = (
  tokens: readonly Token[],
  index: number,
  { prepositions, articles, and, modals }: Sentence['cues'],
): boolean =>
  prepositions.findAt(tokens, index) !== undefined ||
  articles.findAt(tokens, index) !== undefined ||
  and.findAt(tokens, index) !== undefined ||
  modals.findAt(tokens, index) !== undefined;

/** The next noun: in English the last plural before the phrase ends, elsewhere the next word. */
function nounAt(sentence: Sentence, at: number): ReadUnit | undefined {
  const { tokens, cues } = sentence;
  let best: ReadUnit | undefined;
  for (let index = at; index < at + 3; index += 1) {
    const token = tokens[index];
    if (token?.kind !== 'word' || isFunctionWord(tokens, index, cues)) break;
    const isPlural = cues.language !== 'en' || isPluralNoun(token.word);
    if (isPlural && (best === undefined || cues.language === 'en'))
      best = {
        ...{ value: token.word, noun: token.word, last: index + 1 },
        counted: { first: at, last: index + 1 },
      };
    if (cues.language === 'en' && isPlural && index > at) break;
  }
  return best === undefined || uncounted.has(best.value) ? undefined : best;
}

/** Nouns of one form, and the usual plural; "is", "has" and the like do not end so by number. */
const isPluralNoun = (word: string): boolean =>
  (word.length > 3 && word.endsWith('s') && !word.endsWith('ss') && !word.endsWith('ous')) ||
  ['aircraft', 'sheep', 'fish', 'vessel', 'unit', 'seat', 'vote'].includes(word);

/** "The number of warships is limited to 15": the noun stands before the figure. */
function earlierNoun({ tokens, stretch, cues }: Sentence, at: number): ReadUnit | undefined {
  for (let index = stretch.first; index < at - 2; index += 1) {
    if (cues.quantities.findAt(tokens, index) === undefined) continue;
    const of = wordAt(tokens, index + 1);
    if (of !== 'of' && of !== 'on' && of !== 'der' && of !== 'von' && of !== 'de') continue;
    const noun = wordAt(tokens, index + 2);
    const isPerson = cues.persons.findAt(tokens, index + 2) !== undefined;
    return { value: isPerson ? 'persons' : noun, noun, last: at };
  }
  return undefined;
}

/** A part of the amount told behind it. */
interface ReadLabel {
  readonly label: string;
  readonly last: number;
}

/** "Per week", "a year", "of overtime per week"; `label` is one of what it is counted per. */
export function perAt({ tokens, cues }: Sentence, at: number): ReadLabel | undefined {
  for (let index = at; index < at + 4; index += 1) {
    const per = cues.per.findAt(tokens, index);
    if (per === undefined) {
      if (tokens[index]?.kind !== 'word') return undefined;
      continue;
    }
    const unit = cues.units.findAt(tokens, per.last);
    if (unit?.value === 'times') return undefined;
    if (unit !== undefined) return { label: singular(unit.value), last: unit.last };
    const word = wordAt(tokens, index);
    const isPlain = word === 'per' || word === '/' || word === 'pro' || word === 'par';
    const named = tokens[per.last];
    if (isPlain && named?.kind === 'word') return { label: named.word, last: per.last + 1 };
    if (index > at) return undefined;
  }
  return undefined;
}

const singular = (unit: string): string => (unit.endsWith('s') ? unit.slice(0, -1) : unit);

/** What a share is a share of: "of base pay". */
export function baseAt({ tokens, cues }: Sentence, at: number): ReadLabel | undefined {
  const of = cues.of.findAt(tokens, at);
  if (of === undefined) return undefined;
  let last = of.last;
  while (last < of.last + 3) {
    if (tokens[last]?.kind !== 'word' || isFunctionWord(tokens, last, cues)) break;
    last += 1;
  }
  const words = tokens.slice(of.last, last).map(({ word }) => word);
  return words.length === 0 ? undefined : { label: words.join(' '), last };
}
