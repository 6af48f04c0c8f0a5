import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultsOf } from '../../../../tests/support/segmentation-laws.ts';
import { applyCutEdit, type CutEdit } from './edit-cuts.ts';
import { outlineOf, piecesOf, trimSpan, type Entry } from './outline.ts';
import { pieceKinds, type Segmentation } from './segmentation.ts';

/** A segmentation out of lines: two spaces a level, `#` a section, `~` furniture, else a clause. */
function cutLines(text: string): Segmentation {
  let from = 0;
  const entries = text.split('\n').map((line, index): Entry => {
    const own = trimSpan(text, { from, to: from + line.length });
    const sign = line.trim().charAt(0);
    from += line.length + 1;
    return {
      id: `p${index + 1}`,
      kind: sign === '#' ? 'section' : sign === '~' ? 'furniture' : 'clause',
      own,
      depth: line.search(/\S/) / 2,
      locator: String(index + 1),
      locatorInferred: true,
      cut: 'paragraph',
      confidence: 0.5,
      splits: [],
    };
  });
  return { pieces: piecesOf(entries), optionGroups: [], brackets: [], warnings: [] };
}

/** The segmentation as lines again: depth, kind, id and own words. */
const draw = (segmentation: Segmentation, text: string): string =>
  outlineOf(segmentation.pieces, text)
    .map(
      ({ id, kind, depth, own }) =>
        `${'  '.repeat(depth)}${id} ${kind}: ${text.slice(own.from, own.to).replaceAll(/\s+/g, ' ')}`,
    )
    .join('\n');

const text = ['# Trade', '  one two', '    inner', '  three', '~ 5 May', 'four five'].join('\n');

const lines = (...all: readonly string[]): string => all.join('\n');

const apply = (edit: CutEdit): string => {
  const edited = applyCutEdit(cutLines(text), text, edit);
  return edited.ok ? draw(edited.value, text) : edited.problems.map(({ code }) => code).join();
};

describe('an edit of the cuts', () => {
  const cases: readonly { readonly name: string; readonly edit: CutEdit; readonly to: string }[] = [
    {
      name: 'joins a piece to the words right before it',
      edit: { op: 'merge', piece: 'p4' },
      to: lines(
        'p1 section: # Trade',
        '  p2 clause: one two',
        '    p3 clause: inner three',
        'p5 furniture: ~ 5 May',
        'p6 clause: four five',
      ),
    },
    {
      name: 'joins a first item to the opening it stands in',
      edit: { op: 'merge', piece: 'p3' },
      to: lines(
        'p1 section: # Trade',
        '  p2 clause: one two inner',
        '  p4 clause: three',
        'p5 furniture: ~ 5 May',
        'p6 clause: four five',
      ),
    },
    {
      name: 'keeps what is inside a joined piece inside, and lets words outlive a heading',
      edit: { op: 'merge', piece: 'p2' },
      to: lines(
        'p1 clause: # Trade one two',
        '  p3 clause: inner',
        '  p4 clause: three',
        'p5 furniture: ~ 5 May',
        'p6 clause: four five',
      ),
    },
    {
      name: 'compares a clause that joins furniture',
      edit: { op: 'merge', piece: 'p6' },
      to: lines(
        'p1 section: # Trade',
        '  p2 clause: one two',
        '    p3 clause: inner',
        '  p4 clause: three',
        'p5 clause: ~ 5 May four five',
      ),
    },
    {
      name: 'cuts a piece in two, and what is inside goes with the second half',
      edit: { op: 'split', piece: 'p2', at: text.indexOf('two') },
      to: lines(
        'p1 section: # Trade',
        '  p2 clause: one',
        '  p7 clause: two',
        '    p3 clause: inner',
        '  p4 clause: three',
        'p5 furniture: ~ 5 May',
        'p6 clause: four five',
      ),
    },
    {
      name: 'cuts the text off a heading and puts it into the section',
      edit: { op: 'split', piece: 'p1', at: text.indexOf('Trade') },
      to: lines(
        'p1 section: #',
        '  p7 clause: Trade',
        '  p2 clause: one two',
        '    p3 clause: inner',
        '  p4 clause: three',
        'p5 furniture: ~ 5 May',
        'p6 clause: four five',
      ),
    },
    {
      name: 'puts a piece into the one before it',
      edit: { op: 'indent', piece: 'p4' },
      to: lines(
        'p1 section: # Trade',
        '  p2 clause: one two',
        '    p3 clause: inner',
        '    p4 clause: three',
        'p5 furniture: ~ 5 May',
        'p6 clause: four five',
      ),
    },
    {
      name: 'makes a section of furniture that comes to hold a clause',
      edit: { op: 'indent', piece: 'p6' },
      to: lines(
        'p1 section: # Trade',
        '  p2 clause: one two',
        '    p3 clause: inner',
        '  p4 clause: three',
        'p5 section: ~ 5 May',
        '  p6 clause: four five',
      ),
    },
    {
      name: 'puts a piece behind the one around it and lets it take in those that follow',
      edit: { op: 'outdent', piece: 'p2' },
      to: lines(
        'p1 section: # Trade',
        'p2 clause: one two',
        '  p3 clause: inner',
        '  p4 clause: three',
        'p5 furniture: ~ 5 May',
        'p6 clause: four five',
      ),
    },
    {
      name: 'leaves out of the comparison all that stands in furniture',
      edit: { op: 'kind', piece: 'p2', kind: 'furniture' },
      to: lines(
        'p1 section: # Trade',
        '  p2 furniture: one two',
        '    p3 furniture: inner',
        '  p4 clause: three',
        'p5 furniture: ~ 5 May',
        'p6 clause: four five',
      ),
    },
    {
      name: 'refuses to join the first piece',
      edit: { op: 'merge', piece: 'p1' },
      to: 'nothing_before',
    },
    {
      name: 'refuses a cut with no words on one side',
      edit: { op: 'split', piece: 'p4', at: text.indexOf('three') },
      to: 'no_words_on_one_side',
    },
    {
      name: 'refuses a first item to go deeper',
      edit: { op: 'indent', piece: 'p3' },
      to: 'nothing_before',
    },
    {
      name: 'refuses to move outwards for ever',
      edit: { op: 'outdent', piece: 'p6' },
      to: 'outermost',
    },
    {
      name: 'refuses a number that is taken',
      edit: { op: 'renumber', piece: 'p6', locator: '2' },
      to: 'locator_taken',
    },
    {
      name: 'refuses a number of nothing',
      edit: { op: 'renumber', piece: 'p6', locator: ' ' },
      to: 'locator_empty',
    },
    {
      name: 'knows no piece it has never seen',
      edit: { op: 'merge', piece: 'p9' },
      to: 'unknown_piece',
    },
  ];
  it.each(cases)('$name', ({ edit, to }) => {
    expect(apply(edit)).toBe(to);
  });

  it('gives a piece the number a hand typed, as printed', () => {
    const edited = applyCutEdit(cutLines(text), text, {
      op: 'renumber',
      piece: 'p6',
      locator: ' II.4 ',
    });
    const piece = edited.ok ? edited.value.pieces.find(({ id }) => id === 'p6') : undefined;
    expect(piece).toMatchObject({ locator: 'II.4', locatorInferred: false });
  });

  it('makes, names and drops options as pieces come and go', () => {
    const edits: readonly CutEdit[] = [
      { op: 'option', piece: 'p2', group: 'Wages', choice: 'A' },
      { op: 'option', piece: 'p4', group: 'Wages', choice: 'B' },
      { op: 'option', piece: 'p6', group: 'o1', choice: 'c2' },
      { op: 'option', piece: 'p2', group: null, choice: null },
    ];
    const seen: string[] = [];
    let at = cutLines(text);
    for (const edit of edits) {
      const edited = applyCutEdit(at, text, edit);
      if (edited.ok) at = edited.value;
      seen.push(
        at.optionGroups
          .map(({ id, label, choices }) => `${id} ${label}: ${choices.map((c) => c.label).join()}`)
          .join(),
      );
    }
    expect(seen).toEqual(['o1 Wages: A', 'o1 Wages: A,B', 'o1 Wages: A,B', 'o1 Wages: B']);
    expect(at.pieces.map(({ option }) => option?.choice)).toEqual([
      undefined,
      undefined,
      undefined,
      'c2',
      undefined,
      'c2',
    ]);
  });
});

describe('any sequence of edits', () => {
  const anEdit = fc.record({
    op: fc.constantFrom('merge', 'split', 'renumber', 'kind', 'indent', 'outdent', 'option'),
    piece: fc.nat(11).map((n) => `p${n + 1}`),
    at: fc.nat(80),
    locator: fc.constantFrom('1', '2', 'II', 'x'),
    kind: fc.constantFrom(...pieceKinds),
    group: fc.constantFrom('o1', 'Wages', null),
    choice: fc.constantFrom('c1', 'c2', 'Raise', null),
  });
  const someLines = fc
    .array(
      fc.tuple(fc.nat(3), fc.constantFrom('', '# ', '~ '), fc.constantFrom('a b', '😀 c', 'd')),
      {
        minLength: 1,
        maxLength: 10,
      },
    )
    .map((drawn) => {
      let depth = -1;
      return drawn
        .map(([deep, sign, words]) => {
          depth = Math.min(deep, depth + 1);
          return `${'  '.repeat(depth)}${sign}${words}`;
        })
        .join('\n');
    });

  it('loses no sign, keeps the tree whole and the locators apart', () => {
    fc.assert(
      fc.property(someLines, fc.array(anEdit, { maxLength: 25 }), (drawn, edits) => {
        fc.pre(faultsOf(cutLines(drawn), drawn).length === 0);
        let at = cutLines(drawn);
        for (const edit of edits) {
          const edited = applyCutEdit(at, drawn, edit);
          if (edited.ok) at = edited.value;
        }
        expect(faultsOf(at, drawn)).toEqual([]);
      }),
    );
  });

  it('leaves the ids and words of other pieces alone', () => {
    fc.assert(
      fc.property(someLines, anEdit, (drawn, edit) => {
        const before = cutLines(drawn);
        const edited = applyCutEdit(before, drawn, edit);
        if (!edited.ok) return;
        const words = (segmentation: Segmentation): ReadonlyMap<string, string> =>
          new Map(
            outlineOf(segmentation.pieces, drawn).map(({ id, own }) => [
              id,
              drawn.slice(own.from, own.to),
            ]),
          );
        const changed = [...words(before)].filter(
          ([id, was]) => words(edited.value).get(id) !== was,
        );
        expect(changed.length).toBeLessThanOrEqual(edit.op === 'merge' ? 2 : 1);
      }),
    );
  });
});
