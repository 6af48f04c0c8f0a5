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
}

/** Where a number may stand: behind white space, and closed by a bracket or a full stop. */
const anywhere =
  /(?<=\s)(?:\((?:\p{L}{1,5}|\d{1,2})\)|(?:\p{L}|\p{L}{1,5}(?=\))|\d{1,2})[.)]|\[?(?:option|variant|alternative|варіант|вариант|опція|опция|variante) ?(?:\d{1,2}|\p{Lu})(?=[.:)]))(?=[\s.:])/giu;

/** The items that begin inside the words of a span, in order. */
export function findInlineItems(text: string, span: Span): readonly Marker[] {
  const candidates = candidatesIn(text, span);
  if (candidates.length < 2 || candidates.length > mostCandidates) return [];
  const taken = new Set<Candidate>();
  for (const [index, first] of candidates.entries()) {
    if (taken.has(first)) continue;
    for (const reading of first.marker.readings) {
      if (reading.ordinal !== 1) continue;
      const chain = chainFrom(candidates, index, reading);
      if (chain.length < neededIn(first)) continue;
      for (const link of chain) taken.add(link);
      break;
    }
  }
  return candidates.filter((candidate) => taken.has(candidate)).map(({ marker }) => marker);
}

/** A bare `1.` inside a line is more often the end of a sentence than the start of an item. */
const neededIn = ({ marker, isAfterStop }: Candidate): number =>
  marker.readings[0]?.shape.startsWith('(') === true ? 2 : isAfterStop ? 2 : 3;

function chainFrom(
  candidates: readonly Candidate[],
  index: number,
  reading: Reading,
): readonly Candidate[] {
  const first = candidates[index];
  const chain = first === undefined ? [] : [first];
  let last = reading.ordinal;
  for (const candidate of candidates.slice(index + 1, index + 200)) {
    const next = candidate.marker.readings.find(
      ({ shape, ordinal }) => shape === reading.shape && follows(last, ordinal),
    );
    if (next === undefined) continue;
    chain.push(candidate);
    last = next.ordinal;
  }
  return chain;
}

function candidatesIn(text: string, span: Span): readonly Candidate[] {
  const words = text.slice(span.from, span.to);
  const found: Candidate[] = [];
  for (const match of words.matchAll(anywhere)) {
    const at = span.from + match.index;
    const from = match[0].startsWith('[') ? at + 1 : at;
    const marker = readMarker(text, { from, to: span.to });
    if (marker === undefined || marker.sort === 'bullet') continue;
    const before = words.slice(Math.max(0, match.index - 40), match.index).trimEnd();
    if (isReference(before) || isFigure(before, marker)) continue;
    const isAfterStop =
      /[:;,.–—]$|(?:^|[;,\s])(?:and|or|and\/or|nor|та|і|або|и|или|et|ou|und|oder)$/iu.test(before);
    const isBracketed = marker.readings[0]?.shape.startsWith('(') === true;
    if (!isBracketed && !isAfterStop) continue;
    found.push({
      marker: from === at ? marker : { ...marker, span: { from: at, to: marker.span.to } },
      isAfterStop,
    });
  }
  return found;
}

/** `paragraph (a)`, `Articles 5(1) and (2)`: a number of something else. */
function isReference(before: string): boolean {
  if (/[\d)][)\]]?$/u.test(before) && !/[;:,.]\s?\S*$/u.test(before.slice(-2))) return true;
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
const isFigure = (before: string, { readings }: Marker): boolean =>
  readings[0]?.shape.includes('1') === true &&
  /[\p{L}$€£]$/u.test(before) &&
  !/(?:and|or)$/iu.test(before);
