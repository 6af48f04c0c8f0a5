import type { Span } from '#lib/model/clause.ts';

/** A stretch of a clause's text, and what it is: the words of the provision in hand, or of another. */
export interface Segment {
  readonly text: string;
  readonly mark: 'chosen' | 'other' | undefined;
  /** Whether it is the words of the clause itself, not of one inside it. */
  readonly own: boolean;
}

interface Marking {
  readonly chosen: Span | undefined;
  readonly others: readonly Span[];
  /** Where the first clause inside it begins. */
  readonly ownLength: number;
}

/** Cuts a text at every edge of marked words; the stretches put together are the text. */
export function markSegments(
  text: string,
  { chosen, others, ownLength }: Marking,
): readonly Segment[] {
  const spans = [...others, ...(chosen === undefined ? [] : [chosen])];
  const edges = spans.flatMap(({ from, to }) => [from, to]);
  const inside = [ownLength, ...edges].filter((edge) => edge > 0 && edge < text.length);
  const cuts = [0, ...new Set(inside.toSorted((a, b) => a - b)), text.length];
  const holds = (span: Span | undefined, at: number): boolean =>
    span !== undefined && span.from <= at && at < span.to;
  return cuts.slice(0, -1).flatMap((from, index): readonly Segment[] => {
    const to = cuts[index + 1] ?? from;
    if (from === to) return [];
    const isOther = others.some((span) => holds(span, from));
    const mark = holds(chosen, from) ? 'chosen' : isOther ? 'other' : undefined;
    return [{ text: text.slice(from, to), mark, own: from < ownLength }];
  });
}

/** Where words stand in a text: at the place told, else at the nearest; undefined when nowhere. */
export function placeWords(
  text: string,
  { from, exact }: { readonly from: number; readonly exact: string },
): Span | undefined {
  if (exact.trim() === '') return undefined;
  const at = Math.min(Math.max(0, from), text.length);
  const [before, after] = [text.lastIndexOf(exact, at), text.indexOf(exact, at)];
  if (before === -1 && after === -1) return undefined;
  const isBefore = after === -1 || (before !== -1 && at - before <= after - at);
  const start = isBefore ? before : after;
  return { from: start, to: start + exact.length };
}

/** Words without the space around them, where somebody selected a little more. */
export function trimWords(
  from: number,
  exact: string,
): { readonly from: number; readonly exact: string } {
  const start = exact.trimStart();
  return { from: from + exact.length - start.length, exact: start.trimEnd() };
}
