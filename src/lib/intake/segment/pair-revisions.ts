/**
 * The paragraphs of an old and a new cell, paired: which paragraph is a new wording of which. Order is
 * kept, so that one best pairing exists; what finds no partner was deleted or added.
 */
import type { Span } from '#lib/model/clause.ts';
import { readMarker } from './markers.ts';
import { trimSpan } from './outline.ts';

export interface PairedRevision {
  readonly old?: Span;
  readonly new?: Span;
}

/** Cells of more paragraphs than that are left whole. */
const mostParagraphs = 80;
/** Paragraphs that share fewer words are not wordings of one another (share of words, 0 to 1). */
const leastAlike = 0.3;

/** The pairs of two cells in the order of the text, each with one side or both. */
export function pairRevisions(text: string, old: Span, next: Span): readonly PairedRevision[] {
  const olds = paragraphsOf(text, old);
  const news = paragraphsOf(text, next);
  const isWhole = olds.length < 2 && news.length < 2;
  if (isWhole || olds.length > mostParagraphs || news.length > mostParagraphs) {
    return [{ ...(isFilled(old) ? { old } : {}), ...(isFilled(next) ? { new: next } : {}) }];
  }
  const oldWords = olds.map((span) => describe(text, span));
  const newWords = news.map((span) => describe(text, span));
  const likeness = oldWords.map((a) => newWords.map((b) => likenessOf(a, b)));
  return bestPairs(likeness, olds.length, news.length).map(([at, to]) => {
    const before = at === undefined ? undefined : olds[at];
    const after = to === undefined ? undefined : news[to];
    return {
      ...(before === undefined ? {} : { old: before }),
      ...(after === undefined ? {} : { new: after }),
    };
  });
}

const isFilled = ({ from, to }: Span): boolean => from < to;

/** Lines of a cell, where a line begins an item or comes after the end of a sentence. */
function paragraphsOf(text: string, cell: Span): readonly Span[] {
  const spans: Span[] = [];
  let from = cell.from;
  while (from < cell.to) {
    const found = text.indexOf('\n', from);
    const end = found === -1 || found > cell.to ? cell.to : found;
    const span = trimSpan(text, { from, to: end });
    from = end + 1;
    if (!isFilled(span)) continue;
    const last = spans.at(-1);
    if (last === undefined || beginsParagraph(text, last, span)) spans.push(span);
    else spans.splice(-1, 1, { from: last.from, to: span.to });
  }
  return spans;
}

const beginsParagraph = (text: string, last: Span, span: Span): boolean =>
  /[.:;!?…”"»]$|\b(?:and|or)$/.test(text.slice(Math.max(last.from, last.to - 4), last.to)) ||
  readMarker(text, span) !== undefined ||
  /^\p{Lu}/u.test(text.slice(span.from, span.from + 2));

interface Described {
  readonly words: ReadonlyMap<string, number>;
  readonly count: number;
  readonly marker: string;
}

function describe(text: string, span: Span): Described {
  const words = wordsOf(text.slice(span.from, span.to));
  const marker = readMarker(text, span);
  return {
    words: countWords(words),
    count: words.length,
    marker: marker === undefined ? '' : text.slice(marker.span.from, marker.span.to),
  };
}

/** The share of words two paragraphs have in common, and a little for the same number. */
function likenessOf(a: Described, b: Described): number {
  const isSameNumber = a.marker !== '' && a.marker === b.marker;
  return shareOf(a.words, b.words, a.count + b.count) + (isSameNumber ? 0.15 : 0);
}

/** The words of a text, folded to lower case. */
export const wordsOf = (text: string): readonly string[] =>
  text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];

/** How often each word stands in a list. */
export function countWords(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** How much two counted texts share of all their words, from 0 to 1 (Dice). */
export function shareOf(
  a: ReadonlyMap<string, number>,
  b: ReadonlyMap<string, number>,
  total: number,
): number {
  let shared = 0;
  for (const [word, count] of a) shared += Math.min(count, b.get(word) ?? 0);
  return total === 0 ? 0 : (2 * shared) / total;
}

type PairedPlaces = readonly [old: number | undefined, next: number | undefined];

/** The pairing that keeps the order and shares most, by dynamic programming from the end. */
function bestPairs(
  likeness: readonly (readonly number[])[],
  olds: number,
  news: number,
): readonly PairedPlaces[] {
  const width = news + 1;
  const best = new Float64Array((olds + 1) * width);
  const valueOf = (at: number, to: number): number => {
    const alike = likeness[at]?.[to] ?? 0;
    return alike < leastAlike ? -1 : alike + (best[(at + 1) * width + to + 1] ?? 0);
  };
  for (let at = olds - 1; at >= 0; at -= 1) {
    for (let to = news - 1; to >= 0; to -= 1) {
      const skipOld = best[(at + 1) * width + to] ?? 0;
      const skipNew = best[at * width + to + 1] ?? 0;
      best[at * width + to] = Math.max(skipOld, skipNew, valueOf(at, to));
    }
  }
  const pairs: PairedPlaces[] = [];
  let at = 0;
  let to = 0;
  while (at < olds && to < news) {
    const here = best[at * width + to] ?? 0;
    if (valueOf(at, to) === here) pairs.push([at++, to++]);
    else if (here === (best[(at + 1) * width + to] ?? 0)) pairs.push([at++, undefined]);
    else pairs.push([undefined, to++]);
  }
  while (at < olds) pairs.push([at++, undefined]);
  while (to < news) pairs.push([undefined, to++]);
  return pairs;
}
