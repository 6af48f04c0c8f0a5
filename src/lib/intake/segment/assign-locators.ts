/**
 * Locators as printed. What says too little alone stands behind the locator around it (`II.B.9`,
 * `Article 5(2)(a)`); what has no number is counted in its place, and marked as inferred.
 */
import type { Sketch } from './sketch.ts';

export interface Located {
  readonly locator: string;
  readonly locatorInferred: boolean;
}

/** The locators of sketches, in their order; they may still meet, which `tellLocatorsApart` mends. */
export function assignLocators(text: string, sketches: readonly Sketch[]): readonly Located[] {
  const families = familiesOf(sketches);
  const walk = {
    text,
    sketches,
    counted: countUnnumbered(sketches, families),
    unique: shapesThatNeverRepeat(sketches),
  };
  const short = locateAll(walk, new Set());
  // Where short locators meet, those of the whole list say what stands around them.
  const counts = new Map<string, number>();
  for (const { locator } of short) counts.set(locator, (counts.get(locator) ?? 0) + 1);
  const long = families.filter((family) =>
    family.some(
      (index) => isNumbered(sketches[index]) && (counts.get(short[index]?.locator ?? '') ?? 0) > 1,
    ),
  );
  return locateAll(walk, new Set(long.flat()));
}

interface Walk {
  readonly text: string;
  readonly sketches: readonly Sketch[];
  /** What unnumbered pieces go by in their place. */
  readonly counted: readonly (string | undefined)[];
  readonly unique: ReadonlySet<string>;
}

interface Around extends Located {
  /** The nearest locator around that is printed. */
  readonly printed: string | undefined;
}

/** Locators from the outermost in; numbers of `long` say all around them, others what is printed. */
function locateAll(walk: Walk, long: ReadonlySet<number>): readonly Located[] {
  const above: Around[] = [];
  let aside = 0;
  return walk.sketches.map((sketch, index) => {
    above.length = Math.min(above.length, sketch.depth);
    const around = above.at(-1);
    if (isAside(sketch)) aside += 1;
    const located = isAside(sketch)
      ? { locator: `·${aside}`, locatorInferred: true }
      : locate(walk, { index, around, isLong: long.has(index) });
    const printed = located.locatorInferred ? around?.printed : located.locator;
    above.push({ ...located, printed });
    return located;
  });
}

/** What nobody cites: titles, dates, signatures. */
const isAside = ({ kind }: Sketch): boolean => kind === 'furniture';

const isNumbered = (sketch: Sketch | undefined): boolean => sketch?.reading !== undefined;

function locate(
  { text, sketches, counted, unique }: Walk,
  place: { readonly index: number; readonly around: Around | undefined; readonly isLong: boolean },
): Located {
  const { index, around, isLong } = place;
  const { reading, marker, revision } = sketches[index] ?? {};
  if (reading === undefined || marker === undefined) {
    const label = counted[index] ?? String(index + 1);
    const words = revision === undefined ? label : `${label} ${revision.side}`;
    return { locator: join(around?.locator, words), locatorInferred: true };
  }
  const printed = printedLabel(text.slice(marker.span.from, marker.span.to), marker.part);
  const isWhole = unique.has(reading.shape) || reading.path.length > 1;
  if (isLong && around !== undefined) {
    return { locator: join(around.locator, printed), locatorInferred: around.locatorInferred };
  }
  const locator = isWhole ? printed : join(around?.printed, printed);
  return { locator, locatorInferred: false };
}

/** A number as it is cited: `Article 5`, `II` of `Section II.`, `(a)`, `3` of `3.`. */
function printedLabel(printed: string, part: string | undefined): string {
  const words = printed.replace(/\s+/g, ' ').replace(/^[*_\s[]+/, '');
  const inBrackets = /^\([^)]{1,12}\)/.exec(words)?.[0];
  if (inBrackets !== undefined) return inBrackets;
  const bare = words.replace(/[\s.:)\]–—-]+$/, '');
  const isPlain = part === 'section' || part === 'part' || part === 'chapter' || part === 'title';
  return isPlain ? bare.replace(/^\S+\s+/, '') : bare;
}

/** `(a)` follows its number without a stop, words behind a space, figures behind a full stop. */
function join(around: string | undefined, label: string): string {
  if (around === undefined) return label;
  if (label.startsWith('(')) return `${around}${label}`;
  const endsInWord = /\p{L}{3}$/u.test(around) && !/(?:^|[^\p{L}])[IVXLCDM]+$/u.test(around);
  const isApart = /^(?:\p{L}{3}|¶|§)/u.test(label) || endsInWord;
  return isApart ? `${around} ${label}` : `${around}.${label}`;
}

/**
 * The lists whose numbers say enough alone: numbered by figures or by the name of a part, and no
 * number comes twice in the paper. Letters and small roman numerals never do.
 */
function shapesThatNeverRepeat(sketches: readonly Sketch[]): ReadonlySet<string> {
  const seen = new Map<string, Set<string>>();
  const repeated = new Set<string>();
  for (const { reading, marker, depth } of sketches) {
    if (reading === undefined) continue;
    const { shape } = reading;
    const isFigure = /1|[AI]$|[AI][.)]$/.test(shape) && !shape.startsWith('(');
    const isOption = marker?.sort === 'option';
    if (!isFigure || isOption) repeated.add(shape);
    const values = seen.get(shape) ?? new Set();
    const value = reading.path.join('.');
    if (values.has(value) || (depth > 0 && /^[AI]/.test(shape))) repeated.add(shape);
    values.add(value);
    seen.set(shape, values);
  }
  return new Set([...seen.keys()].filter((shape) => !repeated.has(shape)));
}

/** What has no number is counted among its siblings; revisions count once for old and new. */
function countUnnumbered(
  sketches: readonly Sketch[],
  families: readonly (readonly number[])[],
): readonly (string | undefined)[] {
  const labels: string[] = [];
  // A heading counted by us is not taken for a number that is printed.
  const isPrinted = sketches.some(isNumbered);
  const takesSign = ({ kind }: Sketch): boolean => kind === 'section' && isPrinted;
  for (const family of families) {
    const hasNumbers = family.some((index) => isNumbered(sketches[index]));
    let count = 0;
    for (const index of family) {
      const sketch = sketches[index];
      if (sketch === undefined || isNumbered(sketch) || isAside(sketch)) continue;
      if (sketch.revision?.side !== 'new' || count === 0) count += 1;
      if (!hasNumbers) labels[index] = takesSign(sketch) ? `§${count}` : String(count);
      else labels[index] = sketch.kind === 'section' ? shortTitle(sketch, count) : `¶${count}`;
    }
  }
  return labels;
}

/** A title among numbers goes by its first words. */
function shortTitle({ heading }: Sketch, nth: number): string {
  const words = (heading ?? '').replace(/[^\p{L}\p{N} '’-]+/gu, '').trim();
  const short = words.length <= 24 ? words : words.slice(0, 24).replace(/\s+\S*$/, '');
  return short === '' ? `§${nth}` : short;
}

/** The places of pieces that share a parent, family by family. */
function familiesOf(sketches: readonly Sketch[]): readonly (readonly number[])[] {
  const families: number[][] = [];
  const open: number[][] = [];
  sketches.forEach(({ depth }, index) => {
    open.length = Math.min(open.length, depth + 1);
    let family = open[depth];
    if (family === undefined) {
      family = [];
      open[depth] = family;
      families.push(family);
    }
    family.push(index);
  });
  return families;
}
