import { anchorsOf } from './anchors.ts';
import { lengthCost } from './length-cost.ts';

/** A clause of a paper, with its number as printed where it has one. */
export interface ClauseToRender {
  readonly id: string;
  readonly text: string;
  readonly locator?: string;
}

/** Clauses that stand together, `[from, to)`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Languages differ so much in length; more than that and one text lacks something. */
const leastRatio = 0.75;
const mostRatio = 1 / leastRatio;

/** Judges whether stretches of two texts translate each other. */
export class TranslationJudge {
  readonly #names: readonly string[];
  readonly #weights: Float64Array;
  readonly #first: Page;
  readonly #second: Page;
  readonly #ratio: number;
  /** In which question an anchor was last seen on either side. */
  readonly #seenFirst: Int32Array;
  readonly #seenSecond: Int32Array;
  #question = 0;

  constructor(first: readonly ClauseToRender[], second: readonly ClauseToRender[]) {
    const anchors = [first, second].map((page) => page.map(anchorsOfClause));
    const weights = rarities(anchors[0] ?? [], anchors[1] ?? []);
    this.#names = [...weights.keys()];
    this.#weights = Float64Array.from(weights.values());
    const numbers = new Map(this.#names.map((name, number) => [name, number]));
    this.#first = readPage(first, anchors[0] ?? [], numbers);
    this.#second = readPage(second, anchors[1] ?? [], numbers);
    this.#seenFirst = new Int32Array(this.#names.length);
    this.#seenSecond = new Int32Array(this.#names.length);
    const [one, two] = [this.#first.ends.at(-1) ?? 0, this.#second.ends.at(-1) ?? 0];
    this.#ratio = Math.min(mostRatio, Math.max(leastRatio, two / Math.max(1, one)));
  }

  /** What the difference of their lengths costs. */
  lengthCost(a: Stretch, b: Stretch): number {
    return lengthCost(lengthOf(this.#first, a), lengthOf(this.#second, b), this.#ratio);
  }

  /** How much of their anchors, rare ones above all, both have (Dice's coefficient). */
  agreement(a: Stretch, b: Stretch): number {
    this.#question += 1;
    let [both, shared] = [0, 0];
    for (let i = a.from; i < a.to; i++)
      for (const anchor of this.#first.anchors[i] ?? []) {
        if (this.#seenFirst[anchor] === this.#question) continue;
        this.#seenFirst[anchor] = this.#question;
        both += this.#weights[anchor] ?? 0;
      }
    for (let j = b.from; j < b.to; j++)
      for (const anchor of this.#second.anchors[j] ?? []) {
        if (this.#seenSecond[anchor] === this.#question) continue;
        this.#seenSecond[anchor] = this.#question;
        const weight = this.#weights[anchor] ?? 0;
        both += weight;
        if (this.#seenFirst[anchor] === this.#question) shared += weight;
      }
    return both === 0 ? 0 : (2 * shared) / both;
  }

  /** The anchors that both have. */
  shared(a: Stretch, b: Stretch): readonly string[] {
    const [one, two] = [anchorsIn(this.#first, a), anchorsIn(this.#second, b)];
    return [...one].filter((anchor) => two.has(anchor)).flatMap((n) => this.#names[n] ?? []);
  }

  /** How many printed numbers only one of them has; none where a side prints none. */
  strays(a: Stretch, b: Stretch): number {
    const [one, two] = [locatorsIn(this.#first, a), locatorsIn(this.#second, b)];
    if (one.length === 0 || two.length === 0) return 0;
    const lacking = (from: readonly string[], to: readonly string[]): number =>
      from.filter((own) => !to.includes(own)).length;
    return lacking(one, two) + lacking(two, one);
  }
}

interface Page {
  readonly anchors: readonly Int32Array[];
  readonly locators: readonly (string | undefined)[];
  /** The length of the text up to the end of each clause. */
  readonly ends: readonly number[];
}

function readPage(
  clauses: readonly ClauseToRender[],
  anchors: readonly ReadonlySet<string>[],
  numbers: ReadonlyMap<string, number>,
): Page {
  let end = 0;
  return {
    anchors: anchors.map((own) => Int32Array.from([...own].flatMap((a) => numbers.get(a) ?? []))),
    locators: clauses.map(({ locator }) => (locator === '' ? undefined : locator)),
    ends: clauses.map(({ text }) => (end += text.length)),
  };
}

/** A sign that no word has keeps printed numbers apart from figures of the text. */
const anchorsOfClause = ({ text, locator }: ClauseToRender): ReadonlySet<string> =>
  locator === undefined || locator === ''
    ? anchorsOf(text)
    : new Set([...anchorsOf(text), `#${locator}`]);

const lengthOf = ({ ends }: Page, { from, to }: Stretch): number =>
  (ends[to - 1] ?? 0) - (ends[from - 1] ?? 0);

const anchorsIn = ({ anchors }: Page, { from, to }: Stretch): ReadonlySet<number> =>
  new Set(anchors.slice(from, to).flatMap((own) => [...own]));

const locatorsIn = ({ locators }: Page, { from, to }: Stretch): readonly string[] =>
  locators.slice(from, to).flatMap((locator) => locator ?? []);

/** Weights of anchors: only those that stand on both sides, rare ones most. */
function rarities(
  first: readonly ReadonlySet<string>[],
  second: readonly ReadonlySet<string>[],
): ReadonlyMap<string, number> {
  const count = (page: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>();
    for (const anchors of page)
      for (const anchor of anchors) counts.set(anchor, (counts.get(anchor) ?? 0) + 1);
    return counts;
  };
  const [a, b] = [count(first), count(second)];
  const weights = new Map<string, number>();
  for (const [anchor, times] of a) {
    const others = b.get(anchor);
    if (others === undefined) continue;
    weights.set(anchor, Math.log((first.length + second.length + 2) / (times + others)));
  }
  return weights;
}
