import { expect, test } from 'vitest';
import { keysInTurn } from './keys-in-turn.ts';

/** A page on which `j` and `c` keep it busy until it is told that they are done. */
function aPage() {
  const taken: string[] = [];
  const left: string[] = [];
  let isBusy = false;
  const turns = keysInTurn({
    isBusy: () => isBusy,
    take: async ({ key, order }) => {
      taken.push(order);
      isBusy = key === 'j' || key === 'c';
      await Promise.resolve();
    },
    onleft: (keys) => left.push(...keys),
  });
  const add = (keys: string): void => {
    for (const key of keys.split(' ')) turns.add({ key, order: key === 'Enter' ? 'c' : key });
  };
  const done = (): Promise<void> => {
    isBusy = false;
    return turns.catchUp();
  };
  return { turns, taken, left, add, done };
}

test('keys are taken in their order until one of them leads on', async () => {
  const { taken, add, done } = aPage();
  add('1 j 2 3');
  await done();
  expect(taken).toEqual(['1', 'j']);
  await done();
  expect(taken).toEqual(['1', 'j', '2', '3']);
});

test('a key that comes while others are taken waits behind them', async () => {
  const { turns, taken, add, done } = aPage();
  add('1 2');
  const catchingUp = done();
  expect(turns.hasToWait()).toBe(true);
  add('3');
  await Promise.all([catchingUp, turns.catchUp()]);
  expect(taken).toEqual(['1', '2', '3']);
  expect(turns.hasToWait()).toBe(false);
});

test('keys left out are told as they were pressed, and never taken', async () => {
  const { turns, taken, left, add, done } = aPage();
  add('x Enter');
  turns.forget();
  await done();
  expect(left).toEqual(['x', 'Enter']);
  expect(taken).toEqual([]);
});

test('where none waits, none is told as left out', () => {
  const { turns, left } = aPage();
  turns.forget();
  expect(left).toEqual([]);
});
