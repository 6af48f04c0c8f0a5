import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJson } from './parse-json.ts';

test('every JSON value is read as JSON.parse reads it, however it is laid out', () => {
  const layout = fc.constantFrom(undefined, 1, '\t', '\r\n ');
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), layout, (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      const result = parseJson(text);
      // Keys of the prototype are refused; everything else is equal to what JSON.parse gives.
      if (result.ok) expect(result.value).toEqual(JSON.parse(text));
      else expect(text).toMatch(/__proto__|constructor|prototype/);
    }),
    { numRuns: 500 },
  );
}, 60_000);

test('no text is taken for JSON that JSON.parse refuses', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    '"a"',
    '"',
    ':',
    ',',
    '1',
    '-',
    '.',
    'e',
    'true',
    ' ',
    '\\',
    '\n',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      if (!parseJson(text).ok) return;
      expect(() => JSON.parse(text) as unknown).not.toThrow();
    }),
    { numRuns: 2000 },
  );
}, 60_000);

test.each([
  ['{\n  "a": 1,\n}', 'line 3, column 1', 'expected a key in double quotes'],
  ['{"a" 1}', 'line 1, column 6', 'expected ":" after the key "a"'],
  ['[1 2]', 'line 1, column 4', 'expected "," or "]"'],
  ['"abc', 'line 1, column 1', 'no closing quotation mark'],
  ['"a\\x"', 'line 1, column 1', 'a backslash that begins no escape'],
  ['[01]', 'line 1, column 2', 'expected a value'],
  ['', 'line 1, column 1', 'the file ends here'],
])('%j is refused at %s', (text, path, message) => {
  const result = parseJson(text);
  expect(result).toMatchObject({ ok: false, problems: [{ code: 'json_syntax', path }] });
  expect(result.ok ? '' : result.problems[0]?.message).toContain(message);
});

test('64 levels are read, 65 are not', () => {
  const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
  expect(parseJson(nested(64)).ok).toBe(true);
  expect(parseJson(nested(66))).toMatchObject({ problems: [{ code: 'nested_too_deep' }] });
});
