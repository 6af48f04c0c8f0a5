import { expect, test } from 'vitest';
import { takeComboKey } from './combo-keys.ts';

const open = { open: true, active: -1, length: 3 };

test.each([
  ['an arrow opens the closed list', 'ArrowDown', { ...open, open: false }, { do: 'open' }],
  ['Enter in the field alone sends the form', 'Enter', open, undefined],
  ['Enter takes the option walked to', 'Enter', { ...open, active: 1 }, { do: 'choose' }],
  ['Escape closes the list', 'Escape', open, { do: 'close' }],
  ['Escape without a list is left to others', 'Escape', { ...open, open: false }, undefined],
  ['letters are typed', 'a', open, undefined],
] as const)('%s', (_, key, state, step) => {
  expect(takeComboKey(key, state)).toEqual(step);
});

test.each(['ArrowDown', 'ArrowUp'])('%s walks round through every option and the field', (key) => {
  const seen: number[] = [];
  let active = -1;
  for (let i = 0; i < 4; i += 1) {
    const step = takeComboKey(key, { ...open, active });
    if (step?.do !== 'move') throw new Error(key);
    active = step.active;
    seen.push(active);
  }
  expect(seen.toSorted((a, b) => a - b)).toEqual([-1, 0, 1, 2]);
  expect(active).toBe(-1);
});
