import { expect, test } from 'vitest';
import { readTextFile } from './read-text-file.ts';

test('a text in UTF-8 is read, with or without a byte order mark', () => {
  const bytes = new TextEncoder().encode('Мир');
  expect(readTextFile(bytes)).toEqual({ ok: true, value: 'Мир' });
  expect(readTextFile(Uint8Array.of(0xef, 0xbb, 0xbf, ...bytes))).toEqual({
    ok: true,
    value: 'Мир',
  });
});

test('a text in windows-1251 is refused, not stored with wrong signs', () => {
  expect(readTextFile(Uint8Array.of(0xcc, 0xe8, 0xf0))).toMatchObject({
    problems: [{ code: 'not_utf8' }],
  });
});
