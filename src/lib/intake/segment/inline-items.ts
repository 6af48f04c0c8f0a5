/**
 * Numbers inside a running line that begin items: "shall (a) publish the register, and (b) keep it".
 * A list counts when it begins at its first number and has a second; "paragraphs (a) and (b)" and
 * "thirty (30) days" are no lists.
 */
import type { Span } from '#lib/model/clause.ts';
import { follows } from './numerals.ts';
import { readMarker, type Marker, type Reading } from './markers.ts';
import { partByWord } from './segment-words.ts';

/** A line with more numbers than that is a table or noise. */
const mostCandidates = 300;

interface Candidate {
  readonly marker: Marker;
  readonly isAfterStop: boolean;
  /** Whether the words behind it begin with a capital letter. */
  readonly isBigNext: boolean;
}

/** Where a number may stand: behind white space, and closed by a bracket or a full stop. */
const anywhere =
  /(?<=\s)(?:\((?:\p{L}{1,5}|\d{1,2})\)|(?:\p{L}|\p{L}{1,5}(?=\))|\d{1,2})[.)]|\[?(?:option|variant|alternative|варіант|вариант|опція|опция|variante) ?(?:\d{1,2}|\p{Lu})(?=[.:)]))(?=[\s.:])/giu;

/** The numbers that begin the line itself and the line after it: a list may reach over line ends. */
export interface LineNumbers {
  readonly own?: Marker | undefined;
  readonly next?: Marker | undefined;
}

/** The items that begin inside the words of a span, in order. */
export function findInlineItems(text: string, span: Span, lines: LineNumbers): readonly Marker[] {
  const candidates = candidatesIn(text, span);
  if (candidates.length === 0 || candidates.length > mostCandidates) return [];
  const taken = new Set<Candidate>();
  const takeList = (from: number, reading: Reading): boolean => {
    const list = listFrom(candidates, from, reading);
    const last = list.at(-1)?.ordinal ?? reading.ordinal;
    const goesOn = lines.next?.readings.some((next) => isNext({ ...reading, ordinal: last }, next));
    const isLong = list.length + (goesOn === true ? 1 : 0) >= 1 && list.every(isCredible);
    if (isLong) for (const { candidate } of list) taken.add(candidate);
    return isLong;
  };
  lines.own?.readings.some((reading) => takeList(0, reading));
  for (const [index, first] of candidates.entries()) {
    const begins = first.marker.readings.filter(({ ordinal }) => ordinal === 1);
    if (taken.has(first) || !isCredible({ candidate: first })) continue;
    if (begins.some((reading) => takeList(index + 1, reading))) taken.add(first);
  }
  return candidates.filter((candidate) => taken.has(candidate)).map(({ marker }) => marker);
}

interface Item {
  readonly candidate: Candidate;
}

/** A bare `2.` inside a line is more often the end of a sentence than the start of an item. */
const isCredible = ({ candidate: { marker, isAfterStop, isBigNext } }: Item): boolean => {
  const shape = marker.readings[0]?.shape ?? '';
  return (
    marker.sort === 'option' ||
    shape.startsWith('(') ||
    (isAfterStop && (!shape.endsWith('.') || isBigNext))
  );
};

const isNext = (last: Pick<Reading, 'shape' | 'ordinal'>, next: Reading): boolean =>
  next.shape === last.shape && follows(last.ordinal, next.ordinal);

/** The items that go on with a number, from a place among the candidates. */
function listFrom(
  candidates: readonly Candidate[],
  from: number,
  reading: Reading,
): readonly (Item & { readonly ordinal: number })[] {
  const list: (Item & { readonly ordinal: number })[] = [];
  let last = reading;
  for (const candidate of candidates.slice(from, from + 200)) {
    const next = candidate.marker.readings.find((reading) => isNext(last, reading));
    if (next === undefined) continue;
    list.push({ candidate, ordinal: next.ordinal });
    last = next;
  }
  return list;
}

function candidatesIn(text: string, span: Span): readonly Candidate[] {
  const words = text.slice(span.from, span.to);
  const found: Candidate[] = [];
  for (const match of words.matchAll(anywhere)) {
    if (found.length > mostCandidates) break;
    const at = span.from + match.index;
    const from = match[0].startsWith('[') ? at + 1 : at;
    const marker = readMarker(text, { from, to: span.to });
    if (marker === undefined || marker.sort === 'bullet') continue;
    const before = words.slice(Math.max(0, match.index - 40), match.index).trimEnd();
    if (isReference(before) || isFigure(before, marker)) continue;
    const isAfterStop =
      /[:;,.–—]$|(?:^|[;,\s])(?:and|or|and\/or|nor|та|і|або|и|или|et|ou|und|oder)$/iu.test(before);
    const isBracketed = marker.readings[0]?.shape.startsWith('(') === true;
    const isOption = marker.sort === 'option' && from !== at;
    if (!isBracketed && !isAfterStop && !isOption) continue;
    found.push({
      marker: from === at ? marker : { ...marker, span: { from: at, to: marker.span.to } },
      isAfterStop,
      isBigNext: /^[\s"“«„(]{0,4}\p{Lu}/u.test(text.slice(marker.span.to, marker.span.to + 8)),
    });
  }
  return found;
}

/** `paragraph (a)`, `Articles 5(1) and (2)`: a number of something else. */
function isReference(before: string): boolean {
  if (/(?:\d|\([\p{L}\d]{1,4}\))$/u.test(before)) return true;
  const words = before
    .toLowerCase()
    .split(/[\s(]+/)
    .slice(-3);
  const last = words.at(-1) ?? '';
  return (
    isPartWord(last) ||
    (/^(?:and|or|to|та|або|и|или|et|und|oder)$/.test(last) && words.some(isPartWord))
  );
}

const isPartWord = (word: string): boolean =>
  partByWord.has(word) || partByWord.has(word.replace(/(?:s|es|e|en|n|и|і|а|у|ів|ах)$/u, ''));

/** `thirty (30) days`: a figure that repeats the word before it. */
const isFigure = (before: string, { sort, readings }: Marker): boolean =>
  sort === 'number' &&
  readings[0]?.shape.includes('1') === true &&
  /[\p{L}$€£]$/u.test(before) &&
  !/(?:and|or)$/iu.test(before);
