/**
 * Word-level comparison of two near-equal clauses. Words are what the language's own rules say they
 * are (Intl.Segmenter), so that Cyrillic and Arabic words are never cut apart.
 */
import { diffArrays } from 'diff';

export interface DiffPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

export interface WordDiff {
  readonly parts: readonly DiffPart[];
  /** Share of the words that both texts have, 0 to 1. */
  readonly common: number;
}

const maxEdits = 4000;

function segment(text: string, language: string): readonly string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return Array.from(segmenter.segment(text), ({ segment: words }) => words);
}

const countWords = (tokens: readonly string[]): number =>
  tokens.filter((token) => /[\p{L}\p{N}]/u.test(token)).length;

/** What changes between two texts, word by word; undefined when they differ beyond any use. */
export function diffWords(before: string, after: string, language: string): WordDiff | undefined {
  const [a, b] = [segment(before, language), segment(after, language)];
  const changes = diffArrays([...a], [...b], { maxEditLength: maxEdits });
  if (changes === undefined) return undefined;
  const kept = changes.filter((change) => !change.added && !change.removed);
  const longest = Math.max(countWords(a), countWords(b));
  const shared = countWords(kept.flatMap((change) => change.value));
  return {
    parts: changes.map((change) => ({
      kind: change.added ? 'added' : change.removed ? 'removed' : 'same',
      text: change.value.join(''),
    })),
    common: longest === 0 ? 1 : shared / longest,
  };
}
