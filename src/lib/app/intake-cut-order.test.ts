import { expect, test } from 'vitest';
import { readCutOrder, type CutOrder } from './intake-cut-order.ts';
import type { CutRow } from './intake-rows.ts';

const row: CutRow = {
  ...{ id: 'p2', depth: 0, kind: 'clause', locator: '1', locatorInferred: false, cut: 'number' },
  ...{ confidence: 1, text: 'Open the port, and pay. Open it.', from: 100, splits: [] },
};

const order = (more: Partial<CutOrder>): CutOrder => ({
  ...{ piece: 'p2', what: '', locator: '', at: '', words: '', group: '', choice: '' },
  ...more,
});

test.each<[string, Partial<CutOrder>, unknown]>([
  ['merge', { what: 'merge' }, { op: 'merge', piece: 'p2' }],
  ['indent', { what: 'indent' }, { op: 'indent', piece: 'p2' }],
  ['kind', { what: 'kind:note' }, { op: 'kind', piece: 'p2', kind: 'note' }],
  [
    'number',
    { what: 'renumber', locator: ' 2.b ' },
    { op: 'renumber', piece: 'p2', locator: '2.b' },
  ],
  ['split at', { what: 'split', at: '114' }, { op: 'split', piece: 'p2', at: 114 }],
  ['proposal', { what: 'split:124', words: 'x' }, { op: 'split', piece: 'p2', at: 124 }],
  ['words', { what: 'split', words: ' and pay' }, { op: 'split', piece: 'p2', at: 115 }],
  ['later words', { what: 'split', words: 'Open' }, { op: 'split', piece: 'p2', at: 124 }],
  [
    'option',
    { what: 'option', group: 'A', choice: '1' },
    { op: 'option', piece: 'p2', group: 'A', choice: '1' },
  ],
  ['none', { what: 'no-option' }, { op: 'option', piece: 'p2', group: null, choice: null }],
])('a form asks for an edit: %s', (_, more, edit) => {
  expect(readCutOrder(order(more), [row])).toEqual({ ok: true, value: edit });
});

test.each<[string, Partial<CutOrder>, RegExp]>([
  ['words that stand nowhere', { what: 'split', words: 'close' }, /“close” does not stand/],
  ['no words at all', { what: 'split' }, /write the words/],
  ['a place that is none', { what: 'split', at: 'here' }, /./],
  ['a kind nobody knows', { what: 'kind:poem' }, /./],
  ['an edit nobody knows', { what: 'burn' }, /./],
])('an order that makes no sense is told: %s', (_, more, message) => {
  const read = readCutOrder(order(more), [row]);
  expect(read.ok).toBe(false);
  if (!read.ok) expect(read.problems[0]?.message).toMatch(message);
});
