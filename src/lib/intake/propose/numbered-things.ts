// Figures that count nothing: dates, articles, ordinals, what is denied.
import { dateAt } from './dates.ts';
import type { Sentence } from './qualifiers.ts';
import { wordAt, type Token } from './tokens.ts';

/** The token behind a date, a numbered thing or an ordinal that begins here. */
export function skipNumbered({ tokens, cues }: Sentence, at: number): number | undefined {
  const token = tokens[at];
  const reference = cues.references.findAt(tokens, at);
  if (reference !== undefined && tokens[reference.last]?.kind === 'figure')
    return behindList(tokens, reference.last);
  if (token?.kind === 'figure') {
    const date = dateAt(tokens, at, cues);
    if (date !== undefined) return date.last;
    if (isOrdinal(tokens, at) || isNegated(tokens, at)) return at + 2;
  }
  if (token?.kind === 'word' && tokens[at + 1]?.kind === 'figure') {
    const date = cues.months.findAt(tokens, at) && dateAt(tokens, at, cues);
    if (date !== undefined) return date.last;
  }
  return undefined;
}

/** "Articles 5, 6 and 9". */
function behindList(tokens: readonly Token[], first: number): number {
  let at = first + 1;
  while (
    ['and', 'or', ',', 'to', '-', '–', 'und', 'et', 'и', 'і', 'та'].includes(wordAt(tokens, at))
  ) {
    if (tokens[at + 1]?.kind !== 'figure') break;
    at += 2;
  }
  return at;
}

const ordinalEndings: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th', 'er', 'e']);

const isOrdinal = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.to === tokens[at + 1]?.from && ordinalEndings.has(wordAt(tokens, at + 1));

/** "61 %, not 74 %": what is denied is no figure of the text. */
const isNegated = (tokens: readonly Token[], at: number): boolean =>
  wordAt(tokens, at - 1) === 'not' && wordAt(tokens, at - 2) === ',';
