// Words around an act that do not belong to its name, and the name as it is printed.
import type { CueTables } from './cues/cue-tables.ts';
import { wordAt, type Token } from './tokens.ts';
import { isForm } from './word-forms-en.ts';

type Tokens = readonly Token[];

const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Adjectives that say how thoroughly a thing is done, not what it is. */
const weights = setOf(`
  full complete immediate mutual unconditional total permanent general gradual comprehensive swift prompt
  reciprocal joint simultaneous further continued early rapid speedy final strict explicit legislative legal
`);

/** Words that change nothing of what an act is. */
const dropped = setOf('the a an its their his her our all any such said these those this every no');

const adverbs = setOf(
  'not also only then therefore thus again forthwith never always to each both',
);

/** Signs that may stand inside a name. */
const inner = setOf(`% - / & ' ’ “ ” " « »`);

/** More words than this name no act. */
const longestAct = 14;

/** The first token behind articles, owners and adjectives of weight; at least one token is left. */
export function skipWeights(words: Tokens, from: number): number {
  const isWeight = (word: string): boolean =>
    weights.has(word) || dropped.has(word) || word.endsWith("'s");
  let at = from;
  while (at < words.length - 1 && isWeight(wordAt(words, at))) at += 1;
  return at;
}

/** The first token behind adverbs. */
export function skipAdverbs(words: Tokens, from: number): number {
  const isAdverb = (word: string): boolean =>
    adverbs.has(word) || (/.{3}ly$/.test(word) && !isForm(word, 'base'));
  let at = from;
  while (isAdverb(wordAt(words, at))) at += 1;
  return at;
}

/** Words of an act without those that name whose it is. */
export const withoutNaming = (
  words: Tokens,
  { naming }: { readonly naming: ReadonlySet<Token> },
): Tokens => words.filter((token) => !naming.has(token));

/** "By the other side" says who acts, not what is done. */
export function cutAgent(words: Tokens): Tokens {
  const by = words.findIndex(({ word }) => word === 'by');
  return by < 0 ? words : words.slice(0, by);
}

/** A name ends at the first sign or clause inside it; prepositions and conjunctions left hanging go. */
export function trimName(words: Tokens, cues: CueTables): Tokens {
  const isLink = (at: number): boolean =>
    cues.prepositions.findAt(words, at) !== undefined || cues.and.findAt(words, at) !== undefined;
  const isHanging = (at: number): boolean =>
    isLink(at) || cues.articles.findAt(words, at) !== undefined || words[at]?.kind === 'sign';
  const end = words.findIndex(
    ({ kind, word }, at) =>
      (kind === 'sign' && !inner.has(word)) ||
      (at > 0 && cues.relatives.findAt(words, at) !== undefined),
  );
  let last = Math.min(end < 0 ? words.length : end, longestAct);
  while (last > 0 && isHanging(last - 1)) last -= 1;
  return words.slice(0, last);
}

/** A name as printed, without the capital at the head of a clause. */
export function nameOf(
  text: string,
  head: Token | undefined,
  parts: readonly (string | Tokens)[],
): string {
  const words = parts.flatMap((part) =>
    typeof part === 'string'
      ? [part]
      : part.filter(({ word }) => !dropped.has(word)).map((token) => printed(text, head, token)),
  );
  return words
    .join(' ')
    .replaceAll(/ (?=[%’'])/g, '')
    .replaceAll(/ ?([/-]) ?/g, '$1')
    .trim();
}

function printed(text: string, head: Token | undefined, token: Token): string {
  const own = text.slice(token.from, token.to);
  return token === head && !/\p{Lu}.*\p{Lu}/u.test(own) ? own.toLowerCase() : own;
}
