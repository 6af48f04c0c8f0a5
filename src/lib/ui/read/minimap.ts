import type { Relation } from '#lib/model/relation.ts';
import { withinScroll, type Pane } from './pane.ts';

/** A clause on the map of its column; places are shares of the whole, from 0 to 1. */
export interface Tick {
  readonly clause: string;
  readonly relation: Relation | undefined;
  readonly top: number;
  readonly height: number;
}

/** The clauses of a column on its map. */
export const ticksOf = (
  pieces: readonly { readonly clause: string; readonly relation?: Relation }[],
  pane: Pane,
): readonly Tick[] =>
  pieces.flatMap(({ clause, relation }) => {
    const extent = pane.extents.get(clause);
    if (extent === undefined || pane.content === 0) return [];
    const [top, height] = [extent.top / pane.content, extent.height / pane.content];
    return [{ clause, relation, top, height }];
  });

/** The part of a column that is seen, as shares of the whole. */
export function windowOf({ content, view }: Pane, scroll: number): Pick<Tick, 'top' | 'height'> {
  if (content === 0) return { top: 0, height: 1 };
  return { top: scroll / content, height: Math.min(1, view / content) };
}

/** The scroll that brings a share of the whole into the middle of the view. */
export const scrollToShare = (pane: Pane, share: number): number =>
  withinScroll(pane, share * pane.content - pane.view / 2);
