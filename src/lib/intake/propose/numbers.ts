// Figures and number words, as each language groups and names them.
import type { CueTables } from './cues/cue-tables.ts';
import { wordAt, type Token } from './tokens.ts';

/** A number in a row of tokens, and the token behind it. */
export interface ReadNumber {
  readonly value: number;
  readonly last: number;
  /** "Two thirds": the value is in percent, and no unit follows. */
  readonly isShare?: true;
}

/** Languages that write 1.500 for what English writes as 1,500. */
const commaIsDecimal: ReadonlySet<string> = new Set(['de', 'fr', 'ru', 'uk']);

/**
 * The value of a printed figure. A sign before exactly three digits groups them unless the language
 * writes its decimals with it; one before fewer or more digits is always a decimal sign.
 */
export function readFigure(printed: string, language: string): number | undefined {
  const figure = printed.replaceAll(/[ \u00a0\u202f'’]/g, '');
  const signs = figure.replaceAll(/\d/g, '');
  const decimal = decimalSign(figure, signs, language);
  const at = decimal === undefined ? -1 : figure.lastIndexOf(decimal);
  const whole = (at < 0 ? figure : figure.slice(0, at)).replaceAll(/[.,]/g, '');
  const value = Number(at < 0 ? whole : `${whole}.${figure.slice(at + 1)}`);
  return Number.isFinite(value) ? value : undefined;
}

function decimalSign(figure: string, signs: string, language: string): string | undefined {
  const last = signs.at(-1);
  if (last === undefined) return undefined;
  if (signs.length > 1) return signs.at(0) === last ? undefined : last;
  const behind = figure.length - figure.lastIndexOf(last) - 1;
  const isGrouped = behind === 3 && figure.length <= 7 && !figure.startsWith('0');
  const groups = commaIsDecimal.has(language) ? '.' : ',';
  return isGrouped && last === groups ? undefined : last;
}

/** The number that begins at a token: "1.5 million", "thirty-five", "two thirds", "[one hundred]" not. */
export function readNumber(
  tokens: readonly Token[],
  first: number,
  cues: CueTables,
): ReadNumber | undefined {
  const share = cues.shares.findAt(tokens, first);
  if (share !== undefined) return { value: share.value, last: share.last, isShare: true };
  const token = tokens[first];
  if (token === undefined) return undefined;
  const base =
    token.kind === 'figure' ? figureAt(token, first, cues) : readWords(tokens, first, cues);
  return base === undefined ? undefined : magnified(tokens, base, cues);
}

function figureAt(token: Token, first: number, cues: CueTables): ReadNumber | undefined {
  const value = readFigure(token.word, cues.language);
  return value === undefined ? undefined : { value, last: first + 1 };
}

/** "Thirty", "thirty-five", "thirty five"; the parts add up while they get smaller. */
function readWords(
  tokens: readonly Token[],
  first: number,
  cues: CueTables,
): ReadNumber | undefined {
  let total: number | undefined;
  let last = first;
  for (; last < first + 3; last += 1) {
    const value = wordValue(wordAt(tokens, last), cues);
    if (value === undefined) break;
    if (total !== undefined && (total < 20 || value >= 10)) break;
    total = (total ?? 0) + value;
  }
  return total === undefined ? undefined : { value: total, last };
}

function wordValue(word: string, { numbers }: CueTables): number | undefined {
  const whole = numbers.get(word);
  if (whole !== undefined || !word.includes('-')) return whole;
  const parts = word.split('-').map((part) => numbers.get(part));
  return parts.every((part) => part !== undefined)
    ? parts.reduce<number>((sum, part) => sum + part, 0)
    : undefined;
}

function magnified(tokens: readonly Token[], base: ReadNumber, cues: CueTables): ReadNumber {
  let { value, last } = base;
  for (let factor = factorAt(tokens, last, cues); factor !== undefined;) {
    value = round(value * factor);
    last += wordAt(tokens, last + 1) === '.' && isShortForm(wordAt(tokens, last)) ? 2 : 1;
    factor = factorAt(tokens, last, cues);
  }
  return { value, last };
}

const factorAt = (tokens: readonly Token[], at: number, { magnitudes }: CueTables) =>
  magnitudes.get(wordAt(tokens, at));

/** "Mio.", "тис.": the full stop belongs to the word. */
const isShortForm = (word: string): boolean => word.length <= 4;

/** What floating point adds to 1.1 million is not in the text. */
const round = (value: number): number => Number(value.toPrecision(12));
