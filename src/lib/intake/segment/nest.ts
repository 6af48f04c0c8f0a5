/**
 * How units stand inside each other. The units are walked once with what is open: a heading closes
 * what is not further out than itself, a number goes on with the innermost list it continues or
 * begins a new one, and words without a number stand where indents and the list around them put
 * them. Numbers decide by their sequence, so that `(i)` after `(h)` and `(i)` before `(ii)` are read
 * as what they are.
 */
import { chooseList, type ListChoice } from './choose-list.ts';
import { closeDeeper, closeWhile, indentSlack, isItem, rankOfSign, type Frame } from './frames.ts';
import { isTitleLike, plainWords, type HeadingSign } from './headings.ts';
import { ListIndex } from './list-index.ts';
import type { Marker, Reading } from './markers.ts';
import { agreedWords } from './segment-words.ts';
import type { SegmentWarning } from './segmentation.ts';
import type { Unit } from './units.ts';

/** A unit in its place. `joins` says that it only goes on with the piece before. */
export interface Placed {
  readonly unit: Unit;
  readonly depth: number;
  readonly sign?: HeadingSign;
  readonly reading?: Reading;
  readonly joins: boolean;
  readonly confidence: number;
}

export interface Nesting {
  readonly placed: readonly Placed[];
  readonly warnings: readonly SegmentWarning[];
}

interface Step {
  readonly placed: Placed;
  readonly open: readonly Frame[];
}

/** Papers nest less deeply; what would stand deeper stands side by side. */
const deepest = 20;

/** Puts each unit in its place, and tells of numbers out of turn. */
export function nestUnits(text: string, units: readonly Unit[]): Nesting {
  const lists = new ListIndex(text, units);
  const lastOf = new Map<string, number>();
  const placed: Placed[] = [];
  const warnings: SegmentWarning[] = [];
  let open: readonly Frame[] = [];
  units.forEach((unit, index) => {
    const hasItems = units[index + 1]?.place === 'inline';
    const walk: Walk = { text, unit, index, open, lists, hasItems, sign: lists.signs[index] };
    const choice = chooseFor(walk, lastOf);
    const step = placeUnit(walk, choice);
    if (choice !== undefined) lastOf.set(choice.reading.shape, choice.reading.ordinal);
    const warning = choice === undefined ? undefined : warnOf(text, unit, choice);
    if (warning !== undefined) warnings.push(warning);
    placed.push(step.placed);
    open = step.open.slice(0, deepest);
  });
  return { placed, warnings };
}

interface Walk {
  readonly text: string;
  readonly unit: Unit;
  readonly index: number;
  readonly open: readonly Frame[];
  readonly lists: ListIndex;
  /** Whether items begin inside its own line. */
  readonly hasItems: boolean;
  readonly sign: HeadingSign | undefined;
}

function chooseFor(
  { unit, index, open, lists, sign }: Walk,
  lastOf: ReadonlyMap<string, number>,
): ListChoice | undefined {
  const { marker } = unit;
  if (marker === undefined || marker.sort === 'bullet') return undefined;
  const around = sign === 'format' ? closeForHeading(open, unit, sign) : open;
  return chooseList({ unit, marker, index, open: around, lists, lastOf });
}

function placeUnit(walk: Walk, choice: ListChoice | undefined): Step {
  const { unit, sign, open } = walk;
  const { marker } = unit;
  if (unit.isAside) {
    return { placed: { unit, depth: open.length, joins: false, confidence: 0.8 }, open };
  }
  if (choice !== undefined && marker !== undefined) return placeNumber(walk, marker, choice);
  if (marker?.sort === 'bullet') return placeBullet(walk, marker);
  if (marker === undefined || unit.place === 'block') {
    const { marker: _marker, ...bare } = unit;
    const words = { ...walk, unit: bare };
    return sign === undefined ? placeWords(words) : placeHeading(words, sign);
  }
  // What looked like a number inside a paragraph is none: the words go on.
  const { marker: _marker, ...bare } = unit;
  return { placed: { unit: bare, depth: open.length, joins: true, confidence: 0.5 }, open };
}

function placeNumber({ text, unit, sign }: Walk, marker: Marker, choice: ListChoice): Step {
  const { reading, around, previous, confidence } = choice;
  const isHeading = sign === 'format';
  const words = plainWords(text, unit);
  const frame: Frame = {
    sort: marker.sort,
    indent: unit.indent,
    shape: reading.shape,
    place: unit.place,
    reading,
    ...(isHeading ? { level: unit.block.level ?? 1 } : {}),
    isTitle: isHeading || marker.sort === 'part' || isTitleLike(words) || isUnfinished(words),
    isCounted: previous !== undefined && choice.oddity === undefined,
    holdsWords: previous?.holdsWords ?? false,
    opensList: endsWithColon(text, unit),
  };
  const placed = { unit, depth: around.length, reading, joins: false, confidence };
  return {
    placed: sign === undefined ? placed : { ...placed, sign },
    open: [...around, frame],
  };
}

const confidenceOfSign: Readonly<Record<HeadingSign, number>> = {
  format: 1,
  capitals: 0.85,
  strong: 0.8,
  short: 0.6,
};

function placeHeading({ unit, open }: Walk, sign: HeadingSign): Step {
  const around = closeForHeading(open, unit, sign);
  const frame = {
    ...plainFrame(unit),
    sort: 'heading',
    shape: sign,
    isTitle: true,
    ...(sign === 'format' ? { level: unit.block.level ?? 1 } : {}),
  } as const;
  const confidence = confidenceOfSign[sign];
  const placed = { unit, depth: around.length, sign, joins: false, confidence };
  return { placed, open: [...around, frame] };
}

/** A heading ends the lists before it, and the headings that are not further out. */
function closeForHeading(open: readonly Frame[], unit: Unit, sign: HeadingSign): readonly Frame[] {
  if (sign === 'format') {
    const level = unit.block.level ?? 1;
    return closeWhile(open, (frame) => frame.level === undefined || frame.level >= level);
  }
  const sibling = open.findLastIndex(({ sort, shape }) => sort === 'heading' && shape === sign);
  if (sibling !== -1) return open.slice(0, sibling);
  const rank = rankOfSign(sign);
  return closeWhile(open, (frame) =>
    frame.sort === 'heading'
      ? rankOfSign(frame.shape) > rank
      : isItem(frame) && !isOpenTitle(frame),
  );
}

/** A numbered title under which headings may stand: not an item of a list of short items. */
const isOpenTitle = ({ sort, isTitle, holdsWords, reading, level }: Frame): boolean =>
  level !== undefined ||
  (isTitle &&
    (sort === 'option' || (sort === 'number' && (holdsWords || (reading?.ordinal ?? 0) < 2))));

/** Words that go on in what follows: none yet, or with a bracket still open. */
const isUnfinished = (words: string): boolean =>
  words === '' || words.split('[').length > words.split(']').length;

function placeBullet({ text, unit, open }: Walk, marker: Marker): Step {
  const shape = text.slice(marker.span.from, marker.span.to);
  const near = closeDeeper(open, unit);
  const sibling = near.findLastIndex(
    (frame) =>
      frame.sort === 'bullet' &&
      frame.shape === shape &&
      Math.abs(frame.indent - unit.indent) <= indentSlack,
  );
  const around = sibling === -1 ? near : near.slice(0, sibling);
  const opensList = endsWithColon(text, unit);
  const frame = { ...plainFrame(unit), sort: 'bullet', shape, opensList } as const;
  const placed = { unit, depth: around.length, joins: false, confidence: 0.85 };
  return { placed, open: [...around, frame] };
}

function placeWords({ text, unit, index, open, lists, hasItems }: Walk): Step {
  const isHeld = (frame: Frame): boolean =>
    unit.indent > frame.indent + indentSlack ||
    isOpenTitle(frame) ||
    ((frame.sort === 'number' || frame.sort === 'option') &&
      frame.reading !== undefined &&
      frame.place !== 'inline' &&
      (frame.holdsWords || lists.goesOnBeforeHeading(frame.reading, index)));
  const near = closeWhile(open, ({ sort }) => sort === 'intro');
  const around = closeWhile(
    closeDeeper(near, unit),
    (frame) => (isItem(frame) || frame.sort === 'option') && !isHeld(frame),
  ).map((frame) =>
    frame.sort === 'number' || frame.sort === 'option' ? { ...frame, holdsWords: true } : frame,
  );
  const isIntro = hasItems || endsWithColon(text, unit);
  const placed = { unit, depth: around.length, joins: false, confidence: 0.8 };
  const intro = { ...plainFrame(unit), sort: 'intro', shape: 'intro', opensList: true } as const;
  return { placed, open: isIntro ? [...around, intro] : around };
}

const plainFrame = ({ indent, place }: Unit): Omit<Frame, 'sort' | 'shape'> => ({
  indent,
  place,
  isTitle: false,
  isCounted: false,
  holdsWords: false,
  opensList: false,
});

/** Whether words announce what follows, other than the formula before the terms of a whole paper. */
function endsWithColon(text: string, { span }: Unit): boolean {
  const words = text.slice(Math.max(span.from, span.to - 60), span.to);
  return /[:–—]["”»*_]{0,3}$/u.test(words) && !agreedWords.test(words);
}

function warnOf(
  text: string,
  { marker, span }: Unit,
  choice: ListChoice,
): SegmentWarning | undefined {
  if (choice.oddity === undefined || marker === undefined) return undefined;
  const printed = text.slice(marker.span.from, marker.span.to);
  const at = span.from;
  if (choice.oddity === 'doubled') {
    const message = `the number ${printed} stands again where its list goes on; the text is kept as it is`;
    return { code: 'number-doubled', message, at };
  }
  const message = `the numbers jump to ${printed}; something may be missing before it`;
  return { code: 'numbering-jumps', message, at };
}
