/**
 * The same paper in two languages: a dynamic programme over both sequences of clauses (Gale and
 * Church 1993), in which clauses are kept, left out, split or joined, and the order stays. Besides
 * lengths it counts what a translation keeps (`anchors.ts`) and printed locators.
 */
import { anchorsOf } from './anchors.ts';
import { lengthCost } from './length-cost.ts';

/** A clause of a paper, with its number as printed where it has one. */
export interface ClauseToRender {
  readonly id: string;
  readonly text: string;
  readonly locator?: string;
}

/**
 * Clauses that render each other; one side is empty for clauses that the other text does not have.
 * `confidence` runs from 0 to 1; `anchors` are the figures, names and word beginnings of both.
 */
export interface Rendered {
  readonly first: readonly string[];
  readonly second: readonly string[];
  readonly confidence: number;
  readonly anchors: readonly string[];
}

/**
 * How many clauses of each side make one step, and what it costs (negative logarithms of shares in
 * the style of Gale and Church; clauses are cut more alike than their sentences).
 */
const steps: readonly { readonly take: readonly [number, number]; readonly cost: number }[] = [
  { take: [1, 1], cost: 0.1 },
  { take: [2, 1], cost: 4 },
  { take: [1, 2], cost: 4 },
  { take: [1, 0], cost: 4.5 },
  { take: [0, 1], cost: 4.5 },
  { take: [2, 2], cost: 6 },
  { take: [3, 1], cost: 6 },
  { take: [1, 3], cost: 6 },
];
/** What full agreement of the anchors takes off the cost of a step. */
const anchorGain = 8;
/** What each printed number costs that only one side of a step has, where both print numbers. */
const strayLocator = 2;
/** Languages differ so much in length; more than that and one text lacks something. */
const leastRatio = 0.75;
const mostRatio = 1 / leastRatio;
/** A difference of lengths speaks no louder than this; texts of law are padded now and then. */
const mostLengthCost = 6;
/** Clauses are compared no farther than this from where their share of the text lets expect them. */
const band = (clauses: number): number => Math.max(40, Math.ceil(clauses / 8));

/** Which clauses of two renderings of one paper stand for each other, in the order of the text. */
export function alignTranslations(
  first: readonly ClauseToRender[],
  second: readonly ClauseToRender[],
): readonly Rendered[] {
  const pages = [first.map(prepare), second.map(prepare)] as const;
  const judge = judgeOf(pages[0], pages[1]);
  const trace = findPath(pages[0], pages[1], judge);
  return trace.map(({ at: [i, j], take: [m, n] }) => {
    const [from, to] = [pages[0].slice(i, i + m), pages[1].slice(j, j + n)];
    const { agreement, shared } = judge.anchors(from, to);
    return {
      first: from.map(({ id }) => id),
      second: to.map(({ id }) => id),
      confidence: m === 0 || n === 0 ? 0 : confidenceOf(agreement, judge.length(from, to)),
      anchors: shared,
    };
  });
}

interface Prepared {
  readonly id: string;
  readonly length: number;
  readonly anchors: ReadonlySet<string>;
  readonly locator?: string;
}

const prepare = ({ id, text, locator }: ClauseToRender): Prepared => {
  const common = { id, length: text.length };
  if (locator === undefined || locator === '') return { ...common, anchors: anchorsOf(text) };
  // A sign that no word has keeps printed numbers apart from figures of the text.
  return { ...common, locator, anchors: new Set([...anchorsOf(text), `#${locator}`]) };
};

interface Judge {
  readonly length: (from: readonly Prepared[], to: readonly Prepared[]) => number;
  readonly anchors: (
    from: readonly Prepared[],
    to: readonly Prepared[],
  ) => { readonly agreement: number; readonly shared: readonly string[] };
}

function judgeOf(first: readonly Prepared[], second: readonly Prepared[]): Judge {
  const total = (page: readonly Prepared[]): number =>
    page.reduce((sum, { length }) => sum + length, 0);
  const ratio = Math.min(
    mostRatio,
    Math.max(leastRatio, total(second) / Math.max(1, total(first))),
  );
  const rarity = rarities(first, second);
  const weigh = (anchors: Iterable<string>): number =>
    [...anchors].reduce((sum, anchor) => sum + (rarity.get(anchor) ?? 0), 0);
  return {
    length: (from, to) => Math.min(mostLengthCost, lengthCost(total(from), total(to), ratio)),
    anchors: (from, to) => {
      const [a, b] = [union(from), union(to)];
      const shared = [...a].filter((anchor) => b.has(anchor));
      const both = weigh(a) + weigh(b);
      return { agreement: both === 0 ? 0 : (2 * weigh(shared)) / both, shared };
    },
  };
}

const union = (clauses: readonly Prepared[]): ReadonlySet<string> =>
  clauses.length === 1
    ? (clauses[0]?.anchors ?? new Set())
    : new Set(clauses.flatMap(({ anchors }) => [...anchors]));

/** Weights of anchors: only those that stand on both sides, rare ones most. */
function rarities(
  first: readonly Prepared[],
  second: readonly Prepared[],
): ReadonlyMap<string, number> {
  const count = (page: readonly Prepared[]): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>();
    for (const { anchors } of page)
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

interface Step {
  readonly at: readonly [number, number];
  readonly take: readonly [number, number];
}

function findPath(
  first: readonly Prepared[],
  second: readonly Prepared[],
  judge: Judge,
): readonly Step[] {
  const width = second.length + 1;
  const costs = new Float64Array((first.length + 1) * width).fill(Infinity);
  const choices = new Uint8Array(costs.length);
  costs[0] = 0;
  const reach = band(Math.max(first.length, second.length));
  for (let i = 0; i <= first.length; i++) {
    const middle = Math.round((i * second.length) / Math.max(1, first.length));
    const last = Math.min(second.length, middle + reach);
    for (let j = Math.max(0, middle - reach); j <= last; j++)
      steps.forEach(({ take: [m, n], cost }, choice) => {
        const before = costs[(i - m) * width + j - n] ?? Infinity;
        if (i < m || j < n || before === Infinity) return;
        const step = stepCost(first.slice(i - m, i), second.slice(j - n, j), judge);
        const at = i * width + j;
        if (before + cost + step >= (costs[at] ?? Infinity)) return;
        costs[at] = before + cost + step;
        choices[at] = choice;
      });
  }
  return readBack(first.length, second.length, choices);
}

function stepCost(from: readonly Prepared[], to: readonly Prepared[], judge: Judge): number {
  if (from.length === 0 || to.length === 0) return 0;
  const gain = anchorGain * judge.anchors(from, to).agreement;
  return judge.length(from, to) + strayLocator * strayLocators(from, to) - gain;
}

/** How many printed numbers only one side has; none where a side prints none. */
function strayLocators(from: readonly Prepared[], to: readonly Prepared[]): number {
  const [a, b] = [from, to].map((side) => side.flatMap(({ locator }) => locator ?? []));
  if (a === undefined || b === undefined || a.length === 0 || b.length === 0) return 0;
  return a.filter((own) => !b.includes(own)).length + b.filter((own) => !a.includes(own)).length;
}

function readBack(rows: number, columns: number, choices: Uint8Array): readonly Step[] {
  const path: Step[] = [];
  for (let [i, j] = [rows, columns]; i > 0 || j > 0;) {
    const take = steps[choices[i * (columns + 1) + j] ?? 0]?.take ?? [1, 1];
    i -= take[0];
    j -= take[1];
    path.push({ at: [i, j], take });
  }
  return path.reverse();
}

/** Half from anchors, half from lengths: either alone can be chance. */
const confidenceOf = (agreement: number, length: number): number =>
  Math.min(1, agreement * 1.5) / 2 + (1 - length / mostLengthCost) / 2;
