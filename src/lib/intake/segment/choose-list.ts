/** Which list a number belongs to, and how it is read there. */
import { closeDeeper, closeWhile, indentSlack, isItem, rankOfPart, type Frame } from './frames.ts';
import type { ListIndex } from './list-index.ts';
import type { Marker, Reading } from './markers.ts';
import { follows } from './numerals.ts';
import type { Unit } from './units.ts';

export interface ListQuestion {
  readonly unit: Unit;
  readonly marker: Marker;
  /** The place of the unit among all. */
  readonly index: number;
  readonly open: readonly Frame[];
  readonly lists: ListIndex;
  /** The last number of each shape in the text so far: articles are counted on under new chapters. */
  readonly lastOf: ReadonlyMap<string, number>;
}

export interface ListChoice {
  readonly reading: Reading;
  /** What stays open around the item. */
  readonly around: readonly Frame[];
  /** The item it follows in its list, where that is open. */
  readonly previous?: Frame;
  /** What is odd about the number. */
  readonly oddity?: 'jumps' | 'doubled';
  readonly confidence: number;
}

/** The list a number is an item of, or undefined where it is no number of an item. */
export function chooseList(question: ListQuestion): ListChoice | undefined {
  const readings = rankReadings(question);
  return (
    firstOf(readings, (reading) => goOn(question, reading) ?? begin(question, reading)) ??
    firstOf(readings, (reading) => runOn(question, reading)) ??
    firstOf(readings, (reading) => takeOutOfTurn(question, reading))
  );
}

function firstOf<T, R>(values: readonly T[], tryOne: (value: T) => R | undefined): R | undefined {
  for (const value of values) {
    const found = tryOne(value);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** How much nearer the number before speaks for a reading than the number after, in units. */
const worthOfLast = 15;
const furthestAhead = 30;

/** The readings of a marker, first the one that the numbers around it bear out. */
function rankReadings({ marker, index, open, lists }: ListQuestion): readonly Reading[] {
  if (marker.readings.length < 2) return marker.readings;
  const costs = new Map(
    marker.readings.map((reading) => {
      const ahead = Math.min(furthestAhead, lists.nextOf(reading, index) - index);
      const isNext = open.some((frame) => isFollowedBy(frame, reading));
      return [reading, ahead - (isNext ? worthOfLast : 0)];
    }),
  );
  return marker.readings.toSorted((a, b) => (costs.get(a) ?? 0) - (costs.get(b) ?? 0));
}

/** The next item of an open list, the innermost that it can be. */
function goOn({ unit, open }: ListQuestion, reading: Reading): ListChoice | undefined {
  const at = open.findLastIndex((frame) => isFollowedBy(frame, reading));
  const previous = open[at];
  if (previous === undefined) return undefined;
  const isDeeper = reading.ordinal === 1 && unit.indent > previous.indent + indentSlack;
  return isDeeper ? undefined : { reading, around: open.slice(0, at), previous, confidence: 0.95 };
}

/** The first item of a list; what might be a figure or an initial needs a second item. */
function begin(question: ListQuestion, reading: Reading): ListChoice | undefined {
  const { unit, marker, index, lists } = question;
  if (reading.ordinal >= 2) return undefined;
  const needsSecond = marker.isWeak || unit.place === 'line';
  if (needsSecond && lists.nextOf(reading, index) === Infinity) return undefined;
  return openList(question, reading);
}

/** A list that is counted on under a new heading. */
function runOn(question: ListQuestion, reading: Reading): ListChoice | undefined {
  const last = question.lastOf.get(reading.shape);
  if (last === undefined || !follows(last, reading.ordinal)) return undefined;
  const { oddity: _oddity, ...choice } = openList(question, reading);
  return choice;
}

/** A number that neither begins nor goes on: the text wins where it stands like an item. */
function takeOutOfTurn(question: ListQuestion, reading: Reading): ListChoice | undefined {
  const { unit, marker, open } = question;
  if (unit.place === 'inline' || marker.isWeak) return undefined;
  const at = open.findLastIndex(({ shape }) => shape === reading.shape);
  const previous = open[at];
  const last = previous?.reading?.ordinal;
  if (previous === undefined || last === undefined) {
    if (unit.place === 'line') return undefined;
    const choice = { ...openList(question, reading), confidence: 0.6 };
    const { oddity: _oddity, ...plain } = choice;
    // A list that begins late may lack its beginning; a number alone tells nothing.
    return goesOn(question, reading) ? { ...plain, oddity: 'jumps' } : plain;
  }
  const isNear = reading.ordinal > last && reading.ordinal <= last + 3;
  if (unit.place === 'line' && !isNear) return undefined;
  const choice = { reading, around: open.slice(0, at), previous, confidence: 0.7 };
  if (reading.ordinal === last) return { ...choice, oddity: 'doubled' };
  return marker.sort !== 'part' || previous.isCounted ? { ...choice, oddity: 'jumps' } : choice;
}

const goesOn = ({ lists, index }: ListQuestion, reading: Reading): boolean =>
  lists.nextOf(reading, index) < Infinity;

/** Where a list that is not open yet has its place. */
function openList({ unit, marker, open }: ListQuestion, reading: Reading): ListChoice {
  if (marker.sort === 'part') return openPart(open, reading);
  const around = closeDeeper(open, unit);
  const outer = around.findLastIndex((frame) => isOuterOf(frame, reading));
  if (outer !== -1) {
    // Of the item's options, the open one holds what is numbered after the item.
    const holder = Math.max(
      outer,
      around.findLastIndex(({ sort }) => sort === 'option'),
    );
    return { reading, around: around.slice(0, holder + 1), confidence: 0.95 };
  }
  const at = around.findLastIndex(({ shape }) => shape === reading.shape);
  const same = around[at];
  const isDeeper = unit.place !== 'inline' && unit.indent > (same?.indent ?? 0) + indentSlack;
  const isInside = around.at(-1)?.opensList === true;
  if (same === undefined || isDeeper || isInside) {
    const isOver = (frame: Frame): boolean =>
      frame.sort === 'bullet' && unit.place !== 'inline' && frame.indent >= unit.indent;
    return { reading, around: closeWhile(around, isOver), confidence: 0.9 };
  }
  const isNewOption = marker.sort === 'option';
  const choice = { reading, around: around.slice(0, at), confidence: 0.7 };
  return isNewOption ? choice : { ...choice, oddity: 'doubled' };
}

/** Parts stand by the rank of their name; annexes stand outermost. */
function openPart(open: readonly Frame[], reading: Reading): ListChoice {
  const rank = rankOfPart(reading.shape);
  if (rank === 0) {
    const around = closeWhile(open, ({ level }) => level === undefined);
    return { reading, around, confidence: 0.9 };
  }
  const at = open.findLastIndex(({ shape }) => shape === reading.shape);
  if (at !== -1) return { reading, around: open.slice(0, at), confidence: 0.9 };
  const inner = open.at(-1);
  const around = closeWhile(open, (frame) => {
    if (frame.sort === 'part') return rankOfPart(frame.shape) > rank;
    // An option that is all title yet may hold articles; one that has said its part is over.
    if (frame.sort === 'option') return frame !== inner || !frame.isTitle;
    return isItem(frame) && !frame.isTitle;
  });
  return { reading, around, confidence: 0.95 };
}

const isFollowedBy = ({ reading }: Frame, next: Reading): boolean =>
  reading !== undefined &&
  reading.shape === next.shape &&
  follows(reading.ordinal, next.ordinal) &&
  isSamePath(reading.path.slice(0, -1), next.path.slice(0, -1));

/** Whether `3` is what `3.1` stands in. */
const isOuterOf = ({ reading }: Frame, inner: Reading): boolean =>
  reading !== undefined &&
  inner.path.length > 1 &&
  isSamePath(reading.path, inner.path.slice(0, -1));

const isSamePath = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((part, index) => part === b[index]);
