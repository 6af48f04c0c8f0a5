import { expect, test } from 'vitest';
import { findStep } from './code-undo.ts';

/** A log told as `number` or `number<undoes`, oldest first; who undid whom follows from it. */
function aLog(story: string) {
  const entries = story.split(' ').map((word) => {
    const [number = 0, undoes = null] = word.split('<').map(Number);
    return { number, undoes };
  });
  return entries
    .map((entry) => ({
      ...entry,
      undoneBy: entries.find(({ undoes }) => undoes === entry.number)?.number ?? null,
    }))
    .toReversed();
}

test.each([
  ['the last act is taken back first', '1 2 3', 3, undefined],
  ['then the one before it', '1 2 3 4<3', 2, 4],
  ['what was taken back last is brought back first', '1 2 3<2 4<1', undefined, 4],
  ['then what was taken back before', '1 2 3<2 4<1 5<4', 5, 3],
  ['what was brought back can be taken back again', '1 2<1 3<2', 3, undefined],
  ['and brought back again', '1 2<1 3<2 4<3', undefined, 4],
  ['a new act ends what could be brought back', '1 2 3<2 4', 4, undefined],
])('%s', (_, story, undo, redo) => {
  expect(findStep(aLog(story), 'undo')?.number).toBe(undo);
  expect(findStep(aLog(story), 'redo')?.number).toBe(redo);
});
