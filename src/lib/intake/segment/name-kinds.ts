/** What the pieces of a text are: sections, clauses, or words that set no terms. */
import { preambleHeadings, preambleStarts, signatureStarts } from './segment-words.ts';
import type { PieceKind } from './segmentation.ts';
import type { Sketch } from './sketch.ts';
import { isDateLine } from './date-line.ts';
import { isContentsLine } from './running-lines.ts';

/** The sketches with their kinds; sections keep their headings. */
export function nameKinds(text: string, sketches: readonly Sketch[]): readonly Sketch[] {
  const titles = titleLines(text, sketches);
  let inPreamble: number | undefined;
  const named = sketches.map((sketch, index): Sketch => {
    if (inPreamble !== undefined && sketch.depth <= inPreamble) inPreamble = undefined;
    const kind = titles.has(index) ? 'furniture' : kindOf(text, sketches, index);
    if (kind === 'section' && preambleHeadings.test(sketch.heading ?? ''))
      inPreamble = sketch.depth;
    const cut =
      kind === 'clause' && sketch.cut === 'heading' && !sketch.marker ? 'paragraph' : sketch.cut;
    const isInPreamble = inPreamble !== undefined && kind === 'clause' && !sketch.marker;
    return { ...sketch, cut, kind: isInPreamble ? 'preamble' : kind };
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
  if (isHeading && (holds || sign === 'format')) return 'section';
  if (holds && isHeader(sketch, words) && mayHead(sketch, sketches[index + 1])) return 'section';
  if (sign === 'format' && heading !== undefined) return 'section';
  if (marker === undefined && isPreamble(words)) return 'preamble';
  if (isDefinition(words.slice(marker === undefined ? 0 : marker.span.to - own.from))) {
    return 'definition';
  }
  return 'clause';
}

/** An item with letters or bullets inside says what they go on with; it is no heading of theirs. */
function mayHead({ sign, marker, heading }: Sketch, first: Sketch | undefined): boolean {
  if (marker === undefined ? sign === undefined : marker.sort === 'bullet') return false;
  if (sign !== undefined || marker?.sort !== 'number') return true;
  const isFigure = first?.reading?.shape.includes('1') === true && heading?.endsWith('.') !== true;
  return (
    isFigure || first?.cut === 'paragraph' || first?.cut === 'heading' || first?.cut === 'option'
  );
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
  isContentsLine(words) ||
  isDateLine(words);

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

/** A title stands at the top: so many pieces are looked at. */
const mostTitleLines = 8;

/** The places of titles, dates and lines alike at the top of a paper. */
function titleLines(text: string, sketches: readonly Sketch[]): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const [index, sketch] of sketches.slice(0, mostTitleLines).entries()) {
    const next = sketches[index + 1];
    if (next === undefined || sketch.marker !== undefined) break;
    if (isSoleTop(sketches, index)) lines.add(index);
    else if (lines.size < index) continue;
    else if (isTitleLine(text, sketch, next) || (index > 0 && isShortLine(text, sketch))) {
      lines.add(index);
    }
  }
  return lines;
}

/** A heading of nothing, or a date. */
function isTitleLine(text: string, { sign, own, depth }: Sketch, next: Sketch): boolean {
  const isEmptyHeading = sign !== undefined && next.depth <= depth;
  return isEmptyHeading || isDateLine(text.slice(own.from, own.to));
}

const isShortLine = (text: string, { heading, own }: Sketch): boolean =>
  heading !== undefined && own.to - own.from < 90 && !text.slice(own.from, own.to).endsWith(':');

/** Whether everything that follows stands in one heading, which then is the title of the paper. */
function isSoleTop(sketches: readonly Sketch[], index: number): boolean {
  const top = sketches[index];
  if (top?.sign === undefined) return false;
  let headings = 0;
  for (let at = index + 1; at < sketches.length; at += 1) {
    const inside = sketches[at];
    if (inside === undefined || inside.depth <= top.depth) return false;
    const holds = (sketches[at + 1]?.depth ?? 0) > inside.depth;
    const isHeading = inside.sign !== undefined || (inside.marker !== undefined && holds);
    if (isHeading && inside.depth === top.depth + 1) headings += 1;
  }
  return headings > 1;
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
  const last = sketches.findLastIndex(
    ({ kind, cut }) => kind !== 'furniture' || cut === 'table-cell',
  );
  return sketches.map((sketch, index) => (index > last ? { ...sketch, depth: 0 } : sketch));
}

/** Only sections and titled clauses have headings. */
function withoutTitle(sketch: Sketch): Sketch {
  if (sketch.kind === 'section' || sketch.heading === undefined) return sketch;
  const { heading: _heading, ...bare } = sketch;
  return bare;
}
