import type { Span } from '#lib/model/clause.ts';

/** A word, figure or sign of a clause with its place; `word` is folded for looking up. */
export interface Token extends Span {
  readonly word: string;
  readonly kind: 'word' | 'figure' | 'sign';
  /** As printed, which tells names from other words. */
  readonly isCapital: boolean;
}

/**
 * Figures with their grouping signs, words with the hyphens and apostrophes inside them, and every
 * other visible sign alone. No part can match the same signs in two ways, so that it runs in one pass.
 */
const tokenPattern =
  /\d{1,3}(?:(?:[ \u00a0\u202f'’]\d{3}(?!\d))+|(?:,\d{3}(?!\d))+|(?:\.\d{3}(?!\d))+)(?:[.,]\d+)?|\d+(?:[.,]\d+)*|[\p{L}\p{M}]+(?:['’ʼ‑-][\p{L}\p{M}]+)*|\S/gu;

/** The words, figures and signs of a text in their order. */
export function tokenise(text: string): readonly Token[] {
  return Array.from(text.matchAll(tokenPattern), ({ 0: found, index }) => ({
    from: index,
    to: index + found.length,
    word: foldWord(found),
    kind: kindOf(found),
    isCapital: /^\p{Lu}/u.test(found),
  }));
}

/** Lower case, straight apostrophes, plain hyphens: as cue words are written. */
const foldWord = (word: string): string =>
  word.toLowerCase().replaceAll(/[’ʼ]/g, "'").replaceAll('‑', '-').replaceAll('ё', 'е');

function kindOf(found: string): Token['kind'] {
  if (/^\d/.test(found)) return 'figure';
  return /^[\p{L}\p{M}]/u.test(found) ? 'word' : 'sign';
}

/** Tokens `[first, last)` of a clause. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** The signs of the clause that a stretch of tokens covers. */
export function spanOf(tokens: readonly Token[], { first, last }: Stretch): Span {
  const from = tokens[first]?.from ?? 0;
  return { from, to: Math.max(from, tokens[last - 1]?.to ?? from) };
}

/** Whether a token lies in one of these stretches. */
export const isWithin = (stretches: readonly Stretch[], index: number): boolean =>
  stretches.some(({ first, last }) => index >= first && index < last);

/** The word of a token, or nothing past the end. */
export const wordAt = (tokens: readonly Token[], index: number): string =>
  tokens[index]?.word ?? '';

/** The signs of the clause from the first to the last of these words. */
export function spanOfWords(words: readonly Token[]): Span {
  const from = words[0]?.from ?? 0;
  return { from, to: Math.max(from, words.at(-1)?.to ?? from) };
}
