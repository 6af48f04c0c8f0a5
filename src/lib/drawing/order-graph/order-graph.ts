/**
 * Events as boxes, what is said about their order as arrows from the earlier to the later one, top to
 * bottom. Each arrow carries its words on its line, in a frame of the same style; circular orders are
 * heavier and have a sign. Nothing overlaps, however long the names: words have levels of their own.
 */
import type { ArrowOwner } from './arrow-style.ts';
import { drawArrow, drawEvent, eventSize, wordsSize } from './graph-parts.ts';
import { packComponents } from './pack-components.ts';
import { sheet } from '../svg.ts';

export interface GraphEvent {
  readonly id: string;
  readonly label: string;
  /** Takes part in a circular order. */
  readonly circular: boolean;
  readonly href?: string;
}

export interface GraphArrow {
  /** The same for any order of columns: places depend on it. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly owner: ArrowOwner;
  /** "Ukraine I.6b". */
  readonly who: string;
  /** "at least 30 days after". */
  readonly says: string;
  /** "circular order 1"; missing for arrows outside of one. */
  readonly circular?: string;
  /** "not reviewed". */
  readonly mark?: string;
  /** "from ‘the ceasefire begins’ to ‘talks on territory’". */
  readonly ends: string;
  /** The statement as a sentence. */
  readonly title: string;
  readonly href?: string;
}

export interface OrderGraph {
  /** In the order of the dossier, which decides ties. */
  readonly events: readonly GraphEvent[];
  readonly arrows: readonly GraphArrow[];
  readonly title: string;
  /** Everything in words. */
  readonly description: string;
  /** Beyond this width, parts that nothing joins stand below each other. */
  readonly maxWidth?: number;
}

const margin = 4;

/** Draws the graph; with links it is a group of them, without a picture. */
export function orderGraph({
  events,
  arrows,
  title,
  description,
  maxWidth = 1320,
}: OrderGraph): string {
  const place = new Map(events.map(({ id }, index) => [id, index]));
  const known = arrows.filter(({ from, to }) => place.has(from) && place.has(to));
  const sorted = [...known].sort((a, b) => (a.id < b.id ? -1 : 1));
  const layout = packComponents(
    events.map((event) => eventSize(event)),
    sorted.map((arrow) => ({
      from: place.get(arrow.from) ?? 0,
      to: place.get(arrow.to) ?? 0,
      words: wordsSize(arrow),
    })),
    maxWidth - 2 * margin,
  );
  const parts = [
    ...sorted.map((arrow, index) => {
      const laid = layout.arrows[index];
      return laid ? drawArrow(arrow, laid) : '';
    }),
    ...events.map((event, index) => {
      const box = layout.boxes[index];
      return box ? drawEvent(event, box) : '';
    }),
  ];
  const linked = [...events, ...arrows].some(({ href }) => href !== undefined);
  return sheet({
    width: layout.width + 2 * margin,
    height: layout.height + 2 * margin,
    origin: [-margin, -margin],
    role: linked ? 'group' : 'img',
    title,
    description,
    parts,
  });
}
