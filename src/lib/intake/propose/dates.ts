// Dates as they are written in memoranda, with or without a day or a year.
import type { CueTables } from './cues/cue-tables.ts';
import { wordAt, type Stretch, type Token } from './tokens.ts';

const isYear = (token: Token | undefined): boolean =>
  token?.kind === 'figure' && /^(?:19|20|21)\d\d$/.test(token.word);

const isDay = (token: Token | undefined): boolean =>
  token?.kind === 'figure' && /^(?:0?[1-9]|[12]\d|3[01])$/.test(token.word);

/** Words between the parts of a date. */
const betweenParts: ReadonlySet<string> = new Set([
  '.',
  ',',
  'of',
  'the',
  'st',
  'nd',
  'rd',
  'th',
  'er',
  'de',
]);

/** Words behind a year in Ukrainian and Russian. */
const yearWords: ReadonlySet<string> = new Set(['року', 'года', 'год', 'рік', 'р', 'г']);

/**
 * The date that begins at a token: "1 March 2027", "March 1, 2027", "1 March", "March 2027",
 * "01.03.2027", "2027-03-01", "the end of 2027", or a year alone.
 */
export function dateAt(
  tokens: readonly Token[],
  first: number,
  cues: CueTables,
): Stretch | undefined {
  const start = skipLead(tokens, first);
  const last =
    writtenDate(tokens, start, cues) ?? numericDate(tokens, start) ?? yearAlone(tokens, start);
  return last === undefined ? undefined : { first, last: behindYear(tokens, last) };
}

const leads: ReadonlySet<string> = new Set([
  'the',
  'end',
  'beginning',
  'start',
  'middle',
  'of',
  'ende',
  'dem',
  'den',
  'le',
  'fin',
  'кінця',
  'конца',
]);

function skipLead(tokens: readonly Token[], first: number): number {
  let at = first;
  while (at < first + 4 && leads.has(wordAt(tokens, at))) at += 1;
  return at;
}

function writtenDate(tokens: readonly Token[], start: number, cues: CueTables): number | undefined {
  if (isDay(tokens[start])) {
    const month = cues.months.findAt(tokens, skipBetween(tokens, start + 1));
    if (month === undefined) return undefined;
    return withYear(tokens, month.last);
  }
  const month = cues.months.findAt(tokens, start);
  if (month === undefined) return undefined;
  if (isYear(tokens[month.last])) return month.last + 1;
  if (!isDay(tokens[month.last])) return undefined;
  return withYear(tokens, month.last + 1);
}

function skipBetween(tokens: readonly Token[], first: number): number {
  let at = first;
  while (at < first + 3 && betweenParts.has(wordAt(tokens, at))) at += 1;
  return at;
}

function withYear(tokens: readonly Token[], at: number): number {
  const year = skipBetween(tokens, at);
  return isYear(tokens[year]) ? year + 1 : at;
}

/** One figure with two stops, or three figures with signs between them. */
function numericDate(tokens: readonly Token[], start: number): number | undefined {
  const word = wordAt(tokens, start);
  if (/^\d{1,2}\.\d{1,2}\.(?:\d{2}|\d{4})$/.test(word)) return start + 1;
  const sign = wordAt(tokens, start + 1);
  const isTriple =
    (sign === '-' || sign === '/') &&
    wordAt(tokens, start + 3) === sign &&
    (isYear(tokens[start]) || isYear(tokens[start + 4]));
  return isTriple ? start + 5 : undefined;
}

const yearAlone = (tokens: readonly Token[], start: number): number | undefined =>
  isYear(tokens[start]) && !isMeasured(tokens[start + 1]) ? start + 1 : undefined;

/** "2000 troops" is no year; "2027," and "2027 and" are. */
const isMeasured = (next: Token | undefined): boolean =>
  next?.kind === 'word' && !closing.has(next.word) && !yearWords.has(next.word);

const closing: ReadonlySet<string> = new Set([
  'and',
  'or',
  'to',
  'at',
  'in',
  'on',
  'by',
  'is',
  'are',
  'shall',
  'as',
  'the',
  'for',
  'und',
  'et',
  'і',
  'та',
  'и',
  'with',
  'if',
  'unless',
  'only',
  'but',
  'must',
  'may',
  'will',
]);

const behindYear = (tokens: readonly Token[], last: number): number =>
  yearWords.has(wordAt(tokens, last)) ? last + 1 : last;
