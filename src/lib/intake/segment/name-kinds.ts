/** What the pieces of a text are: sections, clauses, or words that set no terms. */
import { preambleHeadings, preambleStarts, signatureStarts } from './segment-words.ts';
import type { PieceKind } from './segmentation.ts';
import type { Sketch } from './sketch.ts';
import { readDate } from './date-line.ts';

/** The sketches with their kinds; sections keep their headings. */
export function nameKinds(text: string, sketches: readonly Sketch[]): readonly Sketch[] {
  const titles = countTitleLines(text, sketches);
  let inPreamble: number | undefined;
  const named = sketches.map((sketch, index): Sketch => {
    if (inPreamble !== undefined && sketch.depth <= inPreamble) inPreamble = undefined;
    const kind = index < titles ? 'furniture' : kindOf(text, sketches, index);
    if (kind === 'section' && preambleHeadings.test(sketch.heading ?? ''))
      inPreamble = sketch.depth;
    const isInPreamble = inPreamble !== undefined && kind === 'clause' && !sketch.marker;
    return { ...sketch, kind: isInPreamble ? 'preamble' : kind };
  });
  return footOutside(underFurniture(named)).map(withoutTitle);
}

function kindOf(text: string, sketches: readonly Sketch[], index: number): PieceKind {
  const sketch = sketches[index];
  if (sketch === undefined) return 'clause';
  const { kind, own, sign, heading, marker } = sketch;
  const words = text.slice(own.from, own.to);
  if (kind !== 'clause') return kind;
  if (/^\[\^[^\]]{1,20}\]:/.test(words)) return 'note';
  if (isFurniture(words)) return 'furniture';
  const holds = (sketches[index + 1]?.depth ?? -1) > sketch.depth;
  const isHeading = sign !== undefined && marker === undefined;
  if (isHeading && (holds || sign !== 'short')) return 'section';
  if (holds && isHeader(sketch, words) && mayHead(sketch, sketches[index + 1])) return 'section';
  if (sign === 'format' && heading !== undefined) return 'section';
  if (marker === undefined && isPreamble(words)) return 'preamble';
  if (isDefinition(words.slice(marker === undefined ? 0 : marker.span.to - own.from))) {
    return 'definition';
  }
  return 'clause';
}

/** An item with letters or bullets inside says what they go on with; it is no heading of theirs. */
function mayHead({ sign, marker }: Sketch, first: Sketch | undefined): boolean {
  if (marker?.sort === 'bullet') return false;
  if (sign !== undefined || marker?.sort !== 'number') return true;
  const isFigure = first?.reading?.shape.includes('1') ?? first?.cut === 'paragraph';
  return isFigure || first?.cut === 'heading';
}

/** Whether the words of a numbered piece are nothing but its number and a title. */
const isHeader = ({ heading, marker, own }: Sketch, words: string): boolean =>
  heading !== undefined ||
  (marker !== undefined && /^[\s.:)*_–—-]*$/.test(words.slice(marker.span.to - own.from)));

/** Lines of signs, places to sign, dates alone. */
const isFurniture = (words: string): boolean =>
  !/[\p{L}\d]/u.test(words) ||
  (words.length < 400 && signatureStarts.test(words.replace(/^[\s*_#>]+/, ''))) ||
  (words.length < 300 && /(?:_{4,}|\.{8,}|…{3,})/.test(words) && !/[.;:]\s*$/.test(words)) ||
  readDate(words);

const isPreamble = (words: string): boolean => {
  const start = words
    .slice(0, 80)
    .replace(/[*_[\]#>“"«]+/g, '')
    .trim()
    .toLowerCase();
  return preambleStarts.some((known) => start.startsWith(known));
};

const quoted = String.raw`^[\s*_[(:.)]{0,6}(?:the |term |der begriff |le terme |термін |термин )?[“"«„‘'][^”"»“’'\n]{1,120}[”"»“’'](?: \([^)]{1,80}\))?,?\s?`;
const definition = new RegExp(
  String.raw`${quoted}(?:(?:shall )?(?:means?|refers? to|includes?|is defined|has the meaning)|mean\b|означає|означают|означает|désigne|s’entend|s'entend|bezeichnet|bedeutet|[–—-] )`,
  'iu',
);

const isDefinition = (words: string): boolean => definition.test(words.slice(0, 320));

/** A title stands at the top, before anything it could be a heading of. */
const mostTitleLines = 8;

/** How many pieces at the top are titles, names, dates: headings that hold nothing, and lines alike. */
function countTitleLines(text: string, sketches: readonly Sketch[]): number {
  let count = 0;
  while (count < Math.min(mostTitleLines, sketches.length - 1)) {
    const sketch = sketches[count];
    const next = sketches[count + 1];
    if (sketch === undefined || next === undefined || sketch.marker !== undefined) break;
    const words = text.slice(sketch.own.from, sketch.own.to);
    const isTitle =
      sketch.sign !== undefined && (next.depth <= sketch.depth || isSoleTop(sketches, count));
    if (
      !isTitle &&
      !readDate(words) &&
      !(sketch.heading !== undefined && words.length < 90 && count > 0 && !words.endsWith(':'))
    )
      break;
    count += 1;
  }
  return count;
}

/** Whether everything that follows stands in one heading, which then is the title of the paper. */
function isSoleTop(sketches: readonly Sketch[], index: number): boolean {
  const top = sketches[index];
  if (top === undefined) return false;
  const inside = sketches.slice(index + 1);
  const holdsHeadings = inside.some(
    ({ sign, marker, depth }) =>
      depth === top.depth + 1 && (sign !== undefined || marker?.sort === 'part'),
  );
  const words = /\p{L}+/u.exec(top.heading ?? '')?.[0] ?? '';
  return holdsHeadings && words !== '' && inside.every(({ depth }) => depth > top.depth);
}

/** Furniture holds nothing that is compared: what stood under a title moves out to its depth. */
function underFurniture(sketches: readonly Sketch[]): readonly Sketch[] {
  const over: number[] = [];
  return sketches.map((sketch) => {
    while (over.length > 0 && (over.at(-1) ?? 0) >= sketch.depth) over.pop();
    const depth = sketch.depth - over.length;
    if (sketch.kind === 'furniture') over.push(sketch.depth);
    return depth === sketch.depth ? sketch : { ...sketch, depth };
  });
}

/** Signatures and dates at the foot belong to the whole paper, not to its last item. */
function footOutside(sketches: readonly Sketch[]): readonly Sketch[] {
  const last = sketches.findLastIndex(({ kind }) => kind !== 'furniture');
  return sketches.map((sketch, index) => (index > last ? { ...sketch, depth: 0 } : sketch));
}

/** Only sections and titled clauses have headings. */
function withoutTitle(sketch: Sketch): Sketch {
  if (sketch.kind === 'section' || sketch.heading === undefined) return sketch;
  const { heading: _heading, ...bare } = sketch;
  return bare;
}
