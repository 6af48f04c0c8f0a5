import type { SparseRows } from '../../src/lib/engine/align/sparse.ts';
import { f1, figuresOf, findPairs, mean, pairParties } from './measure-pairs.ts';
import {
  allPairs,
  drawPairs,
  leaveOut,
  readElection,
  type Pair,
  type Party,
} from './party-reasons.ts';
import type { QualityRow, QualitySuite } from './suite.ts';

// All constants of the engine were tuned on 2017; the figures are of 2021. `leastChance` is that of
// the engine (`match-sides.ts`), also tuned on 2017.
const year = 2021;
const leastChance = 0.3;
const seed = 2021;

const chancesOfPair = ([a, b]: Pair): SparseRows => {
  const [pair] = pairParties([a, b], []).pairs;
  if (pair === undefined) throw new Error('two parties are a pair');
  return pair.pairs;
};

/** Two figures of how well all clauses find their partner. */
function rowsFor(
  name: string,
  { on, floors }: { readonly on: string; readonly floors?: readonly [number, number] },
  list: readonly (readonly [SparseRows, Pair])[],
): readonly QualityRow[] {
  const figures = list.map(([chances, pair]) => figuresOf(chances, pair));
  const row = (what: string, value: number, floor?: number): QualityRow => ({
    ...{ name: `${name}, ${what}`, on, value },
    ...(floor === undefined ? {} : { floor }),
  });
  return [
    row('accuracy@1', mean(figures.map(({ accuracy }) => accuracy)), floors?.[0]),
    row('assignment', mean(figures.map(({ assigned }) => assigned)), floors?.[1]),
  ];
}

const suite: QualitySuite = {
  name: 'align',
  needs: ['qual-o-mat'],
  run: ({ corpus, smoke }) => {
    const { parties } = readElection(corpus, year);
    const some = drawPairs(parties, smoke ? 1 : 8, seed);
    const all = smoke ? some : allPairs(parties);
    const clauses = some.flat().reduce((sum, { reasons }) => sum + reasons.length, 0);
    const onSome = `qual-o-mat ${year}, ${some.length} pairs, ${clauses} clauses`;
    const onAll = `qual-o-mat ${year}, all ${all.length} pairs of ${parties.length} parties`;
    const together = pairParties(parties, []).pairs;
    const joint = allPairs(parties).map((pair, at): readonly [SparseRows, Pair] => [
      together[at]?.pairs ?? chancesOfPair(pair),
      pair,
    ]);
    const open = some.map(([a, b], at): Pair => [leaveOut(a, at * 2 + 1), leaveOut(b, at * 2 + 2)]);
    const less: readonly Party[] = parties.map((party, at) => leaveOut(party, at + 1));
    const lessTogether = pairParties(less, []).pairs;
    const missing = 'of these with 30 of 100 clauses left out on each side';
    return Promise.resolve([
      ...rowsFor(
        'two documents',
        { on: onSome, floors: [0.68, 0.691] },
        some.map((pair) => [chancesOfPair(pair), pair]),
      ),
      ...rowsFor(
        'two documents',
        { on: onAll },
        all.map((pair) => [chancesOfPair(pair), pair]),
      ),
      ...rowsFor('many sides', { on: onAll, floors: [0.753, 0.792] }, joint),
      {
        name: 'open set, two documents, F1',
        on: `${onSome}, ${missing}`,
        value: f1(open.map((pair) => findPairs(chancesOfPair(pair), pair, leastChance))),
        floor: 0.66,
      },
      {
        name: 'open set, many sides, F1',
        on: `${onAll}, ${missing}`,
        value: f1(
          allPairs(less).map((pair, at) =>
            findPairs(lessTogether[at]?.pairs ?? chancesOfPair(pair), pair, leastChance),
          ),
        ),
        floor: 0.73,
      },
    ]);
  },
};

export default suite;
