import { expect, test } from 'vitest';
import { readReturnPath, readTheme } from './theme.ts';

test.each([
  ['dark', 'dark'],
  ['light', 'light'],
  ['system', 'system'],
  ['purple', 'system'],
  [undefined, 'system'],
])('the stored value %s means %s', (value, theme) => {
  expect(readTheme(value)).toBe(theme);
});

test.each([
  ['/dossiers/a/compare?q=x', '/dossiers/a/compare?q=x'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/a\\b', '/'],
  ['https://evil.example', '/'],
  ['/a\nb', '/'],
  [null, '/'],
])('going back to %s leads to %s', (value, path) => {
  expect(readReturnPath(value)).toBe(path);
});
