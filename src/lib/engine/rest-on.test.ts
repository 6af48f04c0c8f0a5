import { expect, test } from 'vitest';
import { randomFrom } from '../../../tests/support/arbitrary-dossier.ts';
import { smallestHittingSets } from './rest-on.ts';

const cases: readonly [cores: string[][], sets: string[][]][] = [
  [[], [[]]],
  [[['a', 'b']], [['a'], ['b']]],
  [
    [
      ['a', 'b'],
      ['b', 'c'],
    ],
    [['b']],
  ],
  [
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
    [
      ['a', 'c'],
      ['a', 'd'],
      ['b', 'c'],
      ['b', 'd'],
    ],
  ],
  [[['a'], ['a', 'b']], [['a']]],
  [[['a'], []], []],
];

test.each(cases)('smallest sets that meet %j', (cores, sets) => {
  expect(smallestHittingSets(cores).sets).toEqual(sets);
});

test('every set listed meets every core, and no smaller set does', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const random = randomFrom(seed);
    const letter = () => 'abcdefg'.charAt(Math.floor(random() * 7));
    const cores = Array.from({ length: 5 }, () => [letter(), letter()]);
    const { sets } = smallestHittingSets(cores);
    const meets = (set: readonly string[]) =>
      cores.every((core) => core.some((id) => set.includes(id)));
    expect(sets.every(meets)).toBe(true);
    const size = sets[0]?.length ?? 0;
    const smaller = Array.from({ length: 128 }, (_, bits) =>
      ['a', 'b', 'c', 'd', 'e', 'f', 'g'].filter((_, index) => (bits >> index) & 1),
    ).filter((set) => set.length < size);
    expect(smaller.some(meets)).toBe(false);
  }
});
