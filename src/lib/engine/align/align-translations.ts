/**
 * The same paper in two languages: a dynamic programme over both sequences of clauses (Gale and
 * Church 1993), in which clauses are kept, left out, split or joined, and the order stays. Besides
 * lengths it counts what a translation keeps (`anchors.ts`) and printed locators.
 */
import { TranslationJudge, type ClauseToRender, type Stretch } from './translation-judge.ts';

export type { ClauseToRender };

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
/** A difference of lengths speaks no louder than this; texts of law are padded now and then. */
const mostLengthCost = 6;
/** Clauses are compared no farther than this from where their share of the text lets expect them. */
const band = (clauses: number): number => Math.max(40, Math.ceil(clauses / 8));

/** Which clauses of two renderings of one paper stand for each other, in the order of the text. */
export function alignTranslations(
  first: readonly ClauseToRender[],
  second: readonly ClauseToRender[],
): readonly Rendered[] {
  const judge = new TranslationJudge(first, second);
  return findPath([first.length, second.length], judge).map(({ first: a, second: b }) => {
    const isPair = a.from < a.to && b.from < b.to;
    return {
      first: first.slice(a.from, a.to).map(({ id }) => id),
      second: second.slice(b.from, b.to).map(({ id }) => id),
      confidence: isPair ? confidenceOf(judge.agreement(a, b), judge.lengthCost(a, b)) : 0,
      anchors: isPair ? judge.shared(a, b) : [],
    };
  });
}

/** A step of the path: which clauses of either side it takes, `[from, to)`. */
interface Step {
  readonly first: Stretch;
  readonly second: Stretch;
}

function findPath(
  [rows, columns]: readonly [number, number],
  judge: TranslationJudge,
): readonly Step[] {
  const width = columns + 1;
  const costs = new Float64Array((rows + 1) * width).fill(Infinity);
  const choices = new Uint8Array(costs.length);
  costs[0] = 0;
  const reach = band(Math.max(rows, columns));
  for (let i = 0; i <= rows; i++) {
    const middle = Math.round((i * columns) / Math.max(1, rows));
    const last = Math.min(columns, middle + reach);
    for (let j = Math.max(0, middle - reach); j <= last; j++) {
      const at = i * width + j;
      for (const [choice, { take, cost }] of steps.entries()) {
        const [m, n] = take;
        const before = i < m || j < n ? Infinity : (costs[at - m * width - n] ?? Infinity);
        const best = costs[at] ?? Infinity;
        // Anchors take off so much at most.
        if (before + cost - anchorGain >= best || before === Infinity) continue;
        const reached =
          before + cost + stepCost({ from: i - m, to: i }, { from: j - n, to: j }, judge);
        if (reached >= best) continue;
        costs[at] = reached;
        choices[at] = choice;
      }
    }
  }
  return readBack([rows, columns], choices);
}

function stepCost(a: Stretch, b: Stretch, judge: TranslationJudge): number {
  if (a.from === a.to || b.from === b.to) return 0;
  const gain = anchorGain * judge.agreement(a, b);
  return (
    Math.min(mostLengthCost, judge.lengthCost(a, b)) + strayLocator * judge.strays(a, b) - gain
  );
}

function readBack(
  [rows, columns]: readonly [number, number],
  choices: Uint8Array,
): readonly Step[] {
  const path: Step[] = [];
  for (let [i, j] = [rows, columns]; i > 0 || j > 0;) {
    const [m, n] = steps[choices[i * (columns + 1) + j] ?? 0]?.take ?? [1, 1];
    path.push({ first: { from: i - m, to: i }, second: { from: j - n, to: j } });
    i -= m;
    j -= n;
  }
  return path.reverse();
}

/** Half from anchors, half from lengths: either alone can be chance. */
const confidenceOf = (agreement: number, length: number): number =>
  Math.min(1, agreement * 1.5) / 2 + (1 - Math.min(1, length / mostLengthCost)) / 2;
