import { primaryLanguage } from '#lib/engine/align/stems.ts';
import type { Token } from '../propose/tokens.ts';
import { findMarker } from '../read/marker.ts';

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known !== undefined) return known;
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, segmenter);
  return segmenter;
}

/**
 * The words, figures and signs of a clause as its language cuts them, without the number it begins
 * with: a clause that moved to another section has another number and the same words.
 */
export function wordsOf(text: string, language: string): readonly Token[] {
  const start = numberLength(text);
  const segments = segmenterFor(primaryLanguage(language)).segment(text.slice(start));
  const words: Token[] = [];
  for (const { segment, index, isWordLike } of segments) {
    if (segment.trim() === '') continue;
    const from = start + index;
    words.push({
      from,
      to: from + segment.length,
      word: segment.toLowerCase().replace(/[’ʼ]/g, "'"),
      kind: isWordLike !== true ? 'sign' : /^\d/.test(segment) ? 'figure' : 'word',
      isCapital: /^\p{Lu}/u.test(segment),
    });
  }
  return words;
}

/** Whether something is said by a token: a sign only says something beside a figure. */
export const isSaying = ({ kind, word }: Token): boolean =>
  kind !== 'sign' || /^(?:%|\p{Sc})$/u.test(word);

function numberLength(text: string): number {
  const start = text.length - text.trimStart().length;
  const marker = findMarker(text.slice(start, start + 40));
  return start + (marker?.length ?? 0);
}
