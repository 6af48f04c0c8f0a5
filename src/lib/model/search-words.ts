// Words for a full-text search in any script: cut where the Unicode rules and dictionaries of the
// runtime cut (UAX #29), folded so that case, width and accents do not matter.

/** A word of a text, with its place in it. */
export interface FoundWord {
  readonly from: number;
  readonly to: number;
  readonly folded: string;
}

let segmenter: Intl.Segmenter | undefined;

/** The words of a text in their order. */
export function findWords(text: string): readonly FoundWord[] {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'word' });
  const words: FoundWord[] = [];
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    if (isWordLike !== true) continue;
    const folded = foldWord(segment);
    if (folded !== '') words.push({ from: index, to: index + segment.length, folded });
  }
  return words;
}

/** A word without case, width and marks: `Ёлка` and `елка`, `naïve` and `NAIVE` are the same. */
const foldWord = (word: string): string =>
  word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().normalize('NFKC');

/** What is looked for: words that follow each other, or a single one. */
export interface SearchTerm {
  readonly words: readonly string[];
  readonly excluded: boolean;
  /** True when the last word may go on. */
  readonly open: boolean;
}

const mostTerms = 20;

/**
 * Reads what a person typed: every word has to be there, `"a phrase"` in that order, `-word` must not
 * be there; the last word may be the beginning of one.
 */
export function readSearch(query: string): readonly SearchTerm[] {
  const terms: SearchTerm[] = [];
  for (const [, minus = '', phrase, word] of query
    .slice(0, 1000)
    .matchAll(/(-?)(?:["“”«»„]([^"“”«»„]*)["“”«»„]?|(\S+))/gu)) {
    const words = findWords(phrase ?? word ?? '').map(({ folded }) => folded);
    if (words.length === 0) continue;
    const open = phrase === undefined && !/\s$/.test(query);
    terms.push({ words, excluded: minus === '-', open });
  }
  return terms
    .slice(0, mostTerms)
    .map((term, index, all) => ({ ...term, open: term.open && index === all.length - 1 }));
}

/** The places of a text that a search is about, for marking them. */
export function markTerms(text: string, terms: readonly SearchTerm[]): readonly FoundWord[] {
  const wanted = terms.filter(({ excluded }) => !excluded);
  return findWords(text).filter(({ folded }) =>
    wanted.some(({ words, open }) =>
      words.some(
        (word, index) =>
          word === folded || (open && index === words.length - 1 && folded.startsWith(word)),
      ),
    ),
  );
}
