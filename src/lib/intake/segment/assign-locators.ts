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
  const unique = shapesThatNeverRepeat(sketches);
  const siblings = new Siblings(sketches);
  const above: Located[] = [];
  let aside = 0;
  return sketches.map((sketch, index) => {
    above.length = Math.min(above.length, sketch.depth);
    const around = above.at(-1);
    const located = isAside(sketch)
      ? { locator: `·${(aside += 1)}`, locatorInferred: true }
      : locate({ text, sketch, around, counted: siblings.labelOf(index), unique });
    above.push(located);
    return located;
  });
}

/** What nobody cites: titles, signatures, notes. */
const isAside = ({ kind }: Sketch): boolean => kind === 'furniture';

interface Question {
  readonly text: string;
  readonly sketch: Sketch;
  readonly around: Located | undefined;
  readonly counted: string;
  readonly unique: ReadonlySet<string>;
}

function locate({ text, sketch, around, counted, unique }: Question): Located {
  const { reading, marker, revision } = sketch;
  if (reading === undefined || marker === undefined) {
    const words = revision === undefined ? counted : `${counted} ${revision.side}`;
    return { locator: join(around?.locator, words), locatorInferred: true };
  }
  const printed = printedLabel(text.slice(marker.span.from, marker.span.to), marker.part);
  const isWhole = unique.has(reading.shape) || reading.path.length > 1;
  if (around === undefined || isWhole) return { locator: printed, locatorInferred: false };
  const locator = join(around.locator, printed);
  return { locator, locatorInferred: around.locatorInferred };
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
  return /^\p{L}{3}/u.test(label) ? `${around} ${label}` : `${around}.${label}`;
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

/** Counts what has no number in its place among its siblings. */
class Siblings {
  private readonly labels: readonly string[];

  constructor(sketches: readonly Sketch[]) {
    const families = familiesOf(sketches);
    const labels: string[] = [];
    for (const family of families) {
      const hasNumbers = family.some((index) => sketches[index]?.reading !== undefined);
      let count = 0;
      let sections = 0;
      for (const index of family) {
        const sketch = sketches[index];
        if (sketch === undefined || sketch.reading !== undefined || isAside(sketch)) continue;
        const isSection = sketch.kind === 'section';
        if (sketch.revision?.side !== 'new' || count === 0) {
          if (isSection) sections += 1;
          else count += 1;
        }
        if (isSection)
          labels[index] = hasNumbers ? shortTitle(sketch, sections) : String(sections + count);
        else labels[index] = hasNumbers ? `¶${count}` : String(count + sections);
      }
    }
    this.labels = labels;
  }

  labelOf(index: number): string {
    return this.labels[index] ?? String(index + 1);
  }
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
