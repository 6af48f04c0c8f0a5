import { describe, expect, test } from 'vitest';
import { clauseText } from '#lib/model/paper.ts';
import type { ReadDocument } from '../document.ts';
import type { Piece, Segmentation } from '../segment/segmentation.ts';
import { paperOf, type DraftPaper } from './draft-paper.ts';

type Sketch = Partial<Piece> & Pick<Piece, 'id' | 'locator'> & { readonly words: string };

/** A draft of pieces given by the words they span in the text. */
function draftOf(
  text: string,
  sketches: readonly Sketch[],
  rest: Partial<Segmentation> = {},
): DraftPaper {
  const pieces = sketches.map(({ words, ...piece }): Piece => {
    const from = text.indexOf(words);
    return {
      kind: 'clause',
      locatorInferred: false,
      cut: 'number',
      confidence: 1,
      splits: [],
      span: { from, to: from + words.length },
      ...piece,
    };
  });
  const document: ReadDocument = {
    ...{ format: 'text', name: 'x.txt', text, blocks: [], marks: [] },
    ...{ omissions: [], warnings: [], meta: {} },
  };
  const segmentation = { pieces, optionGroups: [], brackets: [], warnings: [], ...rest };
  const meta: DraftPaper['meta'] = {
    ...{ party: { name: 'A' }, title: 'Paper', dated: '2025', kind: 'memorandum' },
    ...{ textKind: 'full', attribution: 'own', language: 'en', sources: [] },
  };
  return { document, segmentation, meta };
}

const ids = { id: 'paper', party: 'a', sources: [], isTaken: () => false };

const told = (draft: DraftPaper): string[] => {
  const paper = paperOf(draft, ids);
  return paper.clauses.map(
    (clause) =>
      `${clause.id} ${clause.kind} in ${clause.parent ?? '-'}: ${clauseText(paper, clause)}`,
  );
};

const marker = (text: string, words: string) => {
  const from = text.indexOf(words);
  return { from, to: from + words.length };
};

describe('a draft as a paper', () => {
  test('keeps the words of a clause without its number, and a section with its heading', () => {
    const text = 'I. Peace\n1. Cease fire.';
    const draft = draftOf(text, [
      { id: 'p1', locator: 'I', kind: 'section', words: text, heading: 'Peace' },
      {
        id: 'p2',
        locator: 'I.1',
        words: '1. Cease fire.',
        parent: 'p1',
        marker: marker(text, '1.'),
      },
    ]);
    expect(told(draft)).toEqual([
      `paper.i section in -: ${text}`,
      'paper.i.1 clause in paper.i: Cease fire.',
    ]);
  });

  test('leaves furniture in the text alone, and hangs what is inside it one higher', () => {
    const text = 'Annex, for reading. 1. Cease fire.';
    const draft = draftOf(text, [
      { id: 'p1', locator: 'x', kind: 'furniture', words: text },
      { id: 'p2', locator: '1', words: '1. Cease fire.', parent: 'p1', marker: marker(text, '1.') },
    ]);
    expect(told(draft)).toEqual(['paper.1 clause in -: Cease fire.']);
    expect(paperOf(draft, ids).text).toBe(text);
  });

  test('takes a number without words of its own for a section when it holds others', () => {
    const text = '2.\n(a) Release children.';
    const draft = draftOf(text, [
      { id: 'p1', locator: '2', words: text, marker: marker(text, '2.') },
      {
        id: 'p2',
        locator: '2(a)',
        words: '(a) Release children.',
        parent: 'p1',
        marker: marker(text, '(a)'),
      },
    ]);
    expect(told(draft)).toEqual([
      'paper.2 section in -: 2.\n(a) Release children.',
      'paper.2-a clause in paper.2: Release children.',
    ]);
  });

  test('keeps the old words of an amendment as a rendering of the new ones', () => {
    const text = 'at most 5 years | at most 3 years';
    const draft = draftOf(text, [
      {
        id: 'p1',
        locator: '5 old',
        words: 'at most 5 years',
        revision: { side: 'old', pair: 'r' },
      },
      { id: 'p2', locator: '5', words: 'at most 3 years', revision: { side: 'new', pair: 'r' } },
    ]);
    const [clause, ...others] = paperOf(draft, ids).clauses;
    expect(others).toEqual([]);
    expect(clause?.renderings.map((rendering) => rendering.text)).toEqual(['at most 5 years']);
  });

  test('names its option groups after itself, and leaves out one that gives no choice', () => {
    const choices = [
      { id: '1', label: 'Option 1' },
      { id: '2', label: 'Option 2' },
    ];
    const text = 'one two three';
    const draft = draftOf(
      text,
      [
        { id: 'p1', locator: 'A', words: 'one', option: { group: 'g', choice: '1' } },
        { id: 'p2', locator: 'B', words: 'two', option: { group: 'g', choice: '2' } },
        { id: 'p3', locator: 'C', words: 'three', option: { group: 'h', choice: '1' } },
      ],
      {
        optionGroups: [
          { id: 'g', label: 'Options', choices },
          { id: 'h', label: 'Alone', choices: choices.slice(0, 1) },
        ],
      },
    );
    const paper = paperOf(draft, ids);
    expect(paper.options.map(({ id }) => id)).toEqual(['paper-g']);
    expect(paper.clauses.map(({ option }) => option?.group)).toEqual([
      'paper-g',
      'paper-g',
      undefined,
    ]);
  });

  test('counts on where an id is taken', () => {
    const draft = draftOf('one two', [
      { id: 'p1', locator: '1', words: 'one' },
      { id: 'p2', locator: '1', words: 'two' },
    ]);
    const named = paperOf(draft, { ...ids, isTaken: (id) => id === 'paper.1' }).clauses;
    expect(named.map(({ id }) => id)).toEqual(['paper.p1', 'paper.p2']);
  });
});
