/**
 * Carries marks through a Markdown renderer. The places where marks begin and end are told by two
 * characters of the private use area, which renderers treat like letters; afterwards the text
 * between them is wrapped, element by element. Offsets of Markdown and HTML never have to meet.
 */
import type { Span } from '#lib/model/clause.ts';

const begin = '\uE0F0';
const end = '\uE0F1';
const signs = /[\uE0F0\uE0F1]/g;
const encodedSigns = /%EE%83%B[01]/gi;

/** Takes the signs out of a text or a web address. */
export const stripMarkSigns = (text: string): string =>
  text.replace(signs, '').replace(encodedSigns, '');

/** The union of spans in order, without overlaps; empty and impossible spans are left out. */
export function mergeSpans(spans: readonly Span[], length: number): readonly Span[] {
  const merged: Span[] = [];
  const sorted = spans
    .map(({ from, to }) => ({ from: Math.max(0, from), to: Math.min(length, to) }))
    .filter(({ from, to }) => from < to)
    .toSorted((a, b) => a.from - b.from || a.to - b.to);
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && span.from <= last.to) {
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    } else merged.push(span);
  }
  return merged;
}

/**
 * Puts the signs into Markdown. A sign next to a delimiter could change what the delimiter means, so
 * a mark begins after any block prefix and emphasis delimiters, and ends before them.
 */
export function placeMarks(text: string, spans: readonly Span[]): string {
  // The same characters in a stranger's text would look like signs of ours.
  const clean = text.replace(signs, '\uFFFD');
  let result = '';
  let at = 0;
  for (const span of mergeSpans(spans, clean.length)) {
    const words = clean.slice(span.from, span.to);
    const atLineStart = span.from === 0 || clean[span.from - 1] === '\n';
    const prefix = atLineStart ? /^\s*(?:(?:[-*+>]|#{1,6}|\d{1,9}[.)])\s+)*/ : /^\s*/;
    const skipped = (prefix.exec(words)?.[0] ?? '').length;
    const opening = /^[*_~`]*/.exec(words.slice(skipped))?.[0].length ?? 0;
    const [from, to] = [span.from + skipped + opening, span.from + endOfWords(words)];
    if (from >= to) continue;
    result += clean.slice(at, from) + begin + clean.slice(from, to) + end;
    at = to;
  }
  return result + clean.slice(at);
}

/** Where the last word ends before closing delimiters; a loop, for runs of them may be long. */
function endOfWords(words: string): number {
  let end = words.length;
  while (end > 0 && /[*_~`\s]/.test(words.charAt(end - 1))) end -= 1;
  return end;
}

/** Replaces the signs in safe HTML by `<mark>` elements that never cross another element's edge. */
export function wrapMarks(html: string): string {
  let open = false;
  return html
    .split(/(<[^>]*>)/)
    .map((part) => {
      if (part.startsWith('<')) return stripMarkSigns(part);
      return part
        .split(/([\uE0F0\uE0F1])/)
        .map((piece) => {
          if (piece === begin || piece === end) {
            open = piece === begin;
            return '';
          }
          return open && piece.trim() !== '' ? `<mark>${piece}</mark>` : piece;
        })
        .join('');
    })
    .join('');
}
