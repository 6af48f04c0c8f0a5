import { expect, test } from 'vitest';
import { modalities } from '#lib/model/provision.ts';
import { modalityKeys, takeQuickKey, type QuickStage } from './quick-keys.ts';

const counts = { issues: 3, bearers: 2 };

/** What a row of keys presses, and whether it ends with a provision to store. */
function play(keys: string) {
  let stage: QuickStage = 'idle';
  const pressed: string[] = [];
  let done = false;
  for (const key of keys.split(' ')) {
    const step = takeQuickKey(stage, key, counts);
    if (step === undefined) {
      pressed.push(`(${key})`);
      continue;
    }
    stage = step.stage;
    done = step.done ?? false;
    if (step.press !== undefined) pressed.push(step.press);
  }
  return { pressed: pressed.join(' '), stage, done };
}

test.each([
  ['three keys make a provision', '1 2 m', 'issue-1 bearer-2 modality-m', true],
  ['0 keeps what is there', '0 0 f', 'modality-f', true],
  ['a modality may come at once behind the issue', '3 n', 'issue-3 modality-n', true],
  ['letters before a digit are commands', 'n', '(n)', false],
  ['a digit without a choice does nothing', '4', '(4)', false],
  ['nor does one behind the last actor', '1 3 a', 'issue-1 (3) modality-a', true],
  ['Escape leaves it', '1 Escape m', 'issue-1 (m)', false],
])('%s', (_, keys, pressed, done) => {
  expect(play(keys)).toEqual({ pressed, stage: 'idle', done });
});

test('every modality has one letter of its own', () => {
  expect(modalityKeys.map(([, modality]) => modality)).toEqual([...modalities]);
  expect(new Set(modalityKeys.map(([key]) => key)).size).toBe(modalities.length);
});
