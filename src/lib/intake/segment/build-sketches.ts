/** Units in their places as sketches of pieces. */
import type { ReadDocument } from '../document.ts';
import { isTitleLike, plainWords } from './headings.ts';
import type { Placed } from './nest.ts';
import { sketchTables } from './sketch-tables.ts';
import type { CutReason } from './segmentation.ts';
import type { Sketch } from './sketch.ts';

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
  return levelled(sketches);
}

function sketchOf(text: string, { unit, depth, sign, reading, confidence }: Placed): Sketch {
  const { marker } = unit;
  return {
    own: unit.span,
    depth,
    kind: unit.isAside ? 'furniture' : unit.block.kind === 'note' ? 'note' : 'clause',
    cut: cutOf({ sign, marker, note: unit.block.kind === 'note' }),
    confidence,
    ...titleOf(plainWords(text, unit), sign),
    ...(marker === undefined ? {} : { marker }),
    ...(reading === undefined ? {} : { reading }),
    ...(sign === undefined ? {} : { sign }),
  };
}

/** The words a piece would be headed by, were it a section. */
const titleOf = (words: string, sign: Placed['sign']): { readonly heading?: string } =>
  words !== '' && (sign === 'format' || isTitleLike(words)) ? { heading: words } : {};

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

/** Depths that grow by one at most, whatever the rows of tables did between. */
function levelled(sketches: readonly Sketch[]): readonly Sketch[] {
  let last = -1;
  return sketches.map((sketch) => {
    last = Math.min(sketch.depth, last + 1);
    return last === sketch.depth ? sketch : { ...sketch, depth: last };
  });
}
