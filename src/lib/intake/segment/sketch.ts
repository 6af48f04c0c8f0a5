/** A piece in the making: cut and in its place, not yet named. */
import type { Span } from '#lib/model/clause.ts';
import type { HeadingSign } from './headings.ts';
import type { Marker, Reading } from './markers.ts';
import type { Entry } from './outline.ts';
import type { CutReason, Piece, PieceKind } from './segmentation.ts';

export interface Sketch {
  readonly own: Span;
  readonly depth: number;
  readonly kind: PieceKind;
  readonly cut: CutReason;
  readonly confidence: number;
  readonly heading?: string;
  readonly marker?: Marker;
  /** The way its number is read. */
  readonly reading?: Reading;
  readonly sign?: HeadingSign;
  readonly revision?: Piece['revision'];
  readonly option?: Piece['option'];
}

/** A sketch as an entry of the outline, once it has its names. */
export function entryOf(
  { own, depth, kind, cut, confidence, heading, marker, revision, option }: Sketch,
  names: Pick<Entry, 'id' | 'locator' | 'locatorInferred' | 'splits'>,
): Entry {
  return {
    id: names.id,
    kind,
    own,
    depth,
    locator: names.locator,
    locatorInferred: names.locatorInferred,
    ...(marker === undefined ? {} : { marker: marker.span }),
    ...(heading === undefined ? {} : { heading }),
    ...(option === undefined ? {} : { option }),
    ...(revision === undefined ? {} : { revision }),
    cut,
    confidence,
    splits: names.splits,
  };
}
