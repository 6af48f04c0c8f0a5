/** Units in their places as sketches of pieces. */
import type { ReadDocument } from '../document.ts';
import { isTitleLike, plainWords } from './headings.ts';
import type { Placed } from './nest.ts';
import { trimSpan } from './outline.ts';
import { sketchTables } from './sketch-tables.ts';
import type { CutReason } from './segmentation.ts';
import type { Sketch } from './sketch.ts';
import type { Unit } from './units.ts';

/** The pieces of a document, cut and nested; what they are is for `nameKinds` to say. */
export function buildSketches(
  document: ReadDocument,
  placed: readonly Placed[],
): readonly Sketch[] {
  const { text } = document;
  const tables = sketchTables(document);
  const sketches: Sketch[] = [];
  for (const item of placed) {
    const last = sketches.at(-1);
    const { unit } = item;
    if (unit.block.kind === 'row') {
      const rows = tables.get(unit.block.span.from) ?? [];
      sketches.push(...rows.map((row) => ({ ...row, depth: row.depth + item.depth })));
    } else if (item.joins && last !== undefined) {
      sketches.splice(-1, 1, { ...last, own: { from: last.own.from, to: unit.span.to } });
    } else {
      sketches.push(sketchOf(text, item));
    }
  }
  return levelled(fillGaps(text, sketches));
}

function sketchOf(text: string, { unit, depth, sign, reading, confidence }: Placed): Sketch {
  const { marker } = unit;
  return {
    own: unit.span,
    depth,
    kind: unit.isAside ? 'furniture' : unit.block.kind === 'note' ? 'note' : 'clause',
    cut: cutOf({ sign, marker, note: unit.block.kind === 'note' }),
    confidence,
    ...titleOf(plainWords(text, unit), unit, sign),
    ...(marker === undefined ? {} : { marker }),
    ...(reading === undefined ? {} : { reading }),
    ...(sign === undefined ? {} : { sign }),
  };
}

/** The words a piece would be headed by, were it a section; a numbered sentence is no title. */
function titleOf(
  words: string,
  { marker }: Unit,
  sign: Placed['sign'],
): { readonly heading?: string } {
  if (words === '' || (sign !== 'format' && !isTitleLike(words))) return {};
  const isSentence = words.endsWith('.') && words.split(' ').length > 3;
  const isItem = marker?.sort === 'number' || marker?.sort === 'option';
  return isSentence && isItem && sign !== 'format' ? {} : { heading: words };
}

function cutOf({
  sign,
  marker,
  note,
}: {
  readonly sign: Placed['sign'];
  readonly marker: Placed['unit']['marker'];
  readonly note: boolean;
}): CutReason {
  if (note) return 'note';
  if (marker?.sort === 'option') return 'option';
  if (sign !== undefined || marker?.sort === 'part') return 'heading';
  if (marker === undefined) return 'paragraph';
  return marker.sort === 'bullet' ? 'bullet' : 'number';
}

/** Signs between the cells of a row, such as the bars of Markdown, are kept as furniture. */
function fillGaps(text: string, sketches: readonly Sketch[]): readonly Sketch[] {
  let at = 0;
  const gap = (to: number, depth: number): readonly Sketch[] => {
    const own = trimSpan(text, { from: at, to });
    if (own.from >= own.to) return [];
    return [{ own, depth, kind: 'furniture', cut: 'table-cell', confidence: 0.8 }];
  };
  const filled = sketches.flatMap((sketch) => {
    const before = gap(sketch.own.from, sketch.depth);
    at = sketch.own.to;
    return [...before, sketch];
  });
  return [...filled, ...gap(text.length, 0)];
}

/** Depths that grow by one at most, whatever the rows of tables did between. */
function levelled(sketches: readonly Sketch[]): readonly Sketch[] {
  let last = -1;
  return sketches.map((sketch) => {
    last = Math.min(sketch.depth, last + 1);
    return last === sketch.depth ? sketch : { ...sketch, depth: last };
  });
}
