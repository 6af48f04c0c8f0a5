/** What is open while units are put in their places: the headings, items and options around the next. */
import type { Reading } from './markers.ts';
import { partWords } from './segment-words.ts';
import type { HeadingSign } from './headings.ts';
import type { Unit } from './units.ts';

export interface Frame {
  readonly sort: 'heading' | 'part' | 'option' | 'number' | 'bullet' | 'intro';
  readonly indent: number;
  /** What makes it a sibling of others: the shape of its number, its bullet, the sign of its heading. */
  readonly shape: string;
  readonly place: Unit['place'];
  readonly reading?: Reading;
  /** The level of a heading that the format knows of. */
  readonly level?: number;
  /** Whether its words are a title, so that unnumbered words after it may be its text. */
  readonly isTitle: boolean;
  /** Whether its list has counted up to it. */
  readonly isCounted: boolean;
  /** Whether an item of its list had unnumbered words after it. */
  readonly holdsWords: boolean;
  /** Whether its words announce a list, ending in a colon. */
  readonly opensList: boolean;
}

/** The frames left after those at the end that are over. */
export function closeWhile(
  open: readonly Frame[],
  isOver: (frame: Frame) => boolean,
): readonly Frame[] {
  let end = open.length;
  for (let frame = open[end - 1]; frame !== undefined && isOver(frame); frame = open[end - 1]) {
    end -= 1;
  }
  return end === open.length ? open : open.slice(0, end);
}

/** Items, not headings: they end where something is set further out. */
export const isItem = ({ sort }: Frame): boolean =>
  sort === 'number' || sort === 'bullet' || sort === 'intro';

/** Indents that differ by a sign are the same. */
export const indentSlack = 1;

/** What is left open around a unit that is set at an indent: items set further in are over. */
export const closeDeeper = (open: readonly Frame[], unit: Unit): readonly Frame[] =>
  unit.place === 'inline'
    ? open
    : closeWhile(
        open,
        (frame) =>
          isItem(frame) && (frame.place === 'inline' || frame.indent > unit.indent + indentSlack),
      );

const signRanks: Readonly<Record<HeadingSign, number>> = {
  format: 0,
  capitals: 1,
  strong: 2,
  short: 3,
};

/** How far out headings without a level stand, by their sign; 0 is furthest out. */
export const rankOfSign = (sign: string): number =>
  Object.entries(signRanks).find(([name]) => name === sign)?.[1] ?? 0;

/** How far out the part of a shape like `chapter I` usually stands; 0 is furthest out. */
export function rankOfPart(shape: string): number {
  const [name = ''] = shape.split(' ');
  return Object.entries(partWords).find(([part]) => part === name)?.[1].rank ?? 9;
}
