import { expect, test } from 'vitest';
import { buildFileViews, lackOf, sizeOf, type FoundFile, type FoundPart } from './desk-view.ts';

const aPart = (more: Partial<FoundPart> = {}): FoundPart => ({
  ...{ id: 'p1', role: 'paper', textKind: 'full', confidence: 0.9, why: '', guess: '' },
  ...{ words: {}, opening: 'First', closing: '', signs: 1204 },
  ...more,
});

const aFile = (more: Partial<FoundFile> = {}): FoundFile => ({
  ...{ id: 'f1', name: 'a.pdf', bytes: 38_400, revisions: 'accepted', format: 'pdf', pages: 12 },
  ...{ reading: { status: 'read', at: '2031-01-01' }, isBusy: false, hasEarlier: false },
  hasRevisions: false,
  ...{ leftOut: [], warnings: [], parts: [] },
  ...more,
});

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [38_400, '38 KB'],
  [2_345_678, '2.3 MB'],
])('%d bytes are told as %s', (bytes, words) => {
  expect(sizeOf(bytes)).toBe(words);
});

test('papers are counted through all files, the rest is named by what it is', () => {
  const files = buildFileViews([
    aFile({ parts: [aPart(), aPart({ role: 'context' })] }),
    aFile({ parts: [aPart({ role: 'left-out' }), aPart()] }),
  ]);
  expect(files.flatMap(({ parts }) => parts.map(({ title }) => title))).toEqual([
    ...['Paper 1', 'Context', 'Left out', 'Paper 2'],
  ]);
});

test('what was left out is counted by kind, and each is there to be read', () => {
  const [file] = buildFileViews([
    aFile({
      leftOut: [
        { kind: 'page-number', words: '1', page: 1 },
        { kind: 'page-head', words: 'Draft', page: 2 },
        { kind: 'page-number', words: '2', page: 2 },
        { kind: 'picture', words: ' ' },
      ],
    }),
  ]);
  expect(file?.leftOutInShort).toBe('2 page numbers, 1 running head, 1 picture');
  expect(file?.leftOut.map(({ items }) => items)).toEqual([
    [
      { words: '1', place: 'p. 1' },
      { words: '2', place: 'p. 2' },
    ],
    [{ words: 'Draft', place: 'p. 2' }],
    [{ words: '(without words)', place: '' }],
  ]);
});

test('the program says why it is unsure, and says nothing after a person decided', () => {
  const doubtOf = (more: Partial<FoundPart>) =>
    buildFileViews([aFile({ parts: [aPart(more)] })])[0]?.parts[0]?.doubt;
  expect(doubtOf({ confidence: 0.5, why: 'no heading names a side' })).toBe(
    'no heading names a side',
  );
  expect(doubtOf({ confidence: 0.9, why: 'a heading' })).toBe('');
  expect(doubtOf({ confidence: 0.5, why: '' })).toBe('');
});

test('a paper tells how it is cut and what was done by hand', () => {
  const cutOf = (cuts: FoundPart['cuts']) =>
    buildFileViews([aFile({ parts: [aPart(cuts === undefined ? {} : { cuts })] })])[0]?.parts[0]
      ?.cut;
  expect(cutOf({ clauses: 58, edits: 1, warnings: 0 })).toBe('58 clauses, 1 edit by hand');
  expect(cutOf(undefined)).toBe('');
});

test('a draft is not made of nothing, and the way out is told', () => {
  const refused = aFile({ reading: { status: 'refused', code: 'malformed', message: 'broken' } });
  const context = aFile({ parts: [aPart({ role: 'context' })] });
  expect(lackOf([])).toContain('add a file');
  expect(lackOf([refused, aFile({ reading: { status: 'cancelled' } })])).toContain('Try one again');
  expect(lackOf([refused, context])).toContain('Choose “A paper of one side”');
  expect(lackOf([refused, aFile({ parts: [aPart()] })])).toBe('');
});
