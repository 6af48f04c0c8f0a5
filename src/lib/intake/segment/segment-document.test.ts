import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultsOf } from '../../../../tests/support/segmentation-laws.ts';
import type { Block, ReadDocument } from '../document.ts';
import { applyCutEdit } from './edit-cuts.ts';
import { outlineOf } from './outline.ts';
import { segmentDocument } from './segment-document.ts';
import { pieceKinds } from './segmentation.ts';

/** A document as plain text gives it: a paragraph for each stretch between empty lines. */
function documentOf(text: string): ReadDocument {
  const blocks: Block[] = [];
  for (const match of text.matchAll(/\S[^\n]*(?:\n[^\n]*\S[^\n]*)*/g)) {
    const span = { from: match.index, to: match.index + match[0].length };
    blocks.push({ kind: 'paragraph', span });
  }
  return {
    format: 'text',
    name: 'paper.txt',
    text,
    blocks,
    marks: [],
    omissions: [],
    warnings: [],
    meta: {},
  };
}

/** The cuts of a text, a line for each piece: depth, kind if it is no clause, locator, first words. */
function draw(text: string): readonly string[] {
  const segmentation = segmentDocument(documentOf(text));
  return outlineOf(segmentation.pieces, text).map((entry) => {
    const words = text.slice(entry.own.from, entry.own.to).replace(/\s+/g, ' ').slice(0, 24).trim();
    const kind = entry.kind === 'clause' ? '' : `${entry.kind} `;
    const locator = entry.locatorInferred ? `[${entry.locator}]` : entry.locator;
    return `${'  '.repeat(entry.depth)}${kind}${locator}: ${words}`;
  });
}

describe('a memorandum', () => {
  it('is cut by sections, numbers, letters, options and bullets, with locators as printed', () => {
    const text = `Section I. Main parameters

1. Neutrality of Sudland.
2. Withdrawal of troops:
(a) from the coast; and
(b) from the islands.

Section II. Conditions for a ceasefire

Option 1: Full withdrawal.

Option 2: Package:
1. No redeployment.
2. End of mobilisation:
   - of reserves
   - of volunteers

Signed: ______`;
    expect(draw(text)).toEqual([
      'section I: Section I. Main paramete',
      '  I.1: 1. Neutrality of Sudland',
      '  I.2: 2. Withdrawal of troops:',
      '    I.2(a): (a) from the coast; and',
      '    I.2(b): (b) from the islands.',
      'section II: Section II. Conditions f',
      '  II Option 1: Option 1: Full withdrawa',
      '  section II Option 2: Option 2: Package:',
      '    II Option 2.1: 1. No redeployment.',
      '    II Option 2.2: 2. End of mobilisation:',
      '      [II Option 2.2.1]: - of reserves',
      '      [II Option 2.2.2]: - of volunteers',
      'furniture [·1]: Signed: ______',
    ]);
  });
});

describe('numbers', () => {
  it('are read as the lists around them bear out', () => {
    const letters = ['g', 'h', 'i', 'j'].map((letter) => `(${letter}) a right`).join('\n\n');
    expect(draw(`1. Rights:\n\n(f) a right\n\n${letters}`).at(-2)).toBe('  1(i): (i) a right');
    expect(draw('1. Rights:\n\n(h) x\n\n(i) y\n\n(ii) z')).toEqual([
      '1: 1. Rights:',
      '  1(h): (h) x',
      '    1(h)(i): (i) y',
      '    1(h)(ii): (ii) z',
    ]);
  });

  it('of several figures stand in the number they begin with', () => {
    expect(
      draw('1. Pay\n\n1.1 Basic pay rises.\n\n1.1.1 By 8 %.\n\n1.2 Night pay.\n\n2. Time'),
    ).toEqual([
      'section 1: 1. Pay',
      '  1.1: 1.1 Basic pay rises.',
      '    1.1.1: 1.1.1 By 8 %.',
      '  1.2: 1.2 Night pay.',
      '2: 2. Time',
    ]);
  });

  it('stand behind those around them where they come again', () => {
    expect(draw('I. Demands\n\n1. Land\n\n2. Sea\n\nII. Offers\n\n1. Air\n\n2. Trade')).toEqual([
      'section I: I. Demands',
      '  I.1: 1. Land',
      '  I.2: 2. Sea',
      'section II: II. Offers',
      '  II.1: 1. Air',
      '  II.2: 2. Trade',
    ]);
  });

  it('say enough alone where they run through the paper', () => {
    const text =
      'Chapter I\n\nArticle 1. Land\n\nIt stays.\n\nChapter II\n\nArticle 2. Sea\n\n(1) It opens.\n\n(2) It is free:\n\n(a) by day;\n\n(b) by night.';
    expect(draw(text)).toEqual([
      'section I: Chapter I',
      '  Article 1: Article 1. Land It stays',
      'section II: Chapter II',
      '  section Article 2: Article 2. Sea',
      '    Article 2(1): (1) It opens.',
      '    Article 2(2): (2) It is free:',
      '      Article 2(2)(a): (a) by day;',
      '      Article 2(2)(b): (b) by night.',
    ]);
  });

  it('in brackets of two lists on one line are two items', () => {
    expect(draw('1. Pay:\n\n(a) by day; (i) in full, (ii) on time; (b) by night.')).toEqual([
      '1: 1. Pay:',
      '  1(a): (a) by day;',
      '    1(a)(i): (i) in full,',
      '    1(a)(ii): (ii) on time;',
      '  1(b): (b) by night.',
    ]);
  });

  it('inside a line are items only where they make a list', () => {
    expect(draw('The sides shall (a) withdraw, and (b) disarm.')).toHaveLength(3);
    expect(draw('See paragraphs (a) and (b) within thirty (30) days.')).toHaveLength(1);
    expect(draw('It applies to article 5 (1) and (2).')).toHaveLength(1);
  });

  it('that start a wrapped line are figures', () => {
    const text = `The force counts no more than\n250. It is stationed outside the towns and leaves within\n30 days of the signing.`;
    expect(draw(text)).toHaveLength(1);
  });

  it('of the same list that jump or come twice are warned of, and kept', () => {
    const warned = (text: string): readonly string[] =>
      segmentDocument(documentOf(text)).warnings.map(({ code }) => code);
    expect(warned('1. Land\n\n2. Sea\n\n5. Air')).toEqual(['numbering-jumps']);
    expect(warned('1. Land\n\n2. Sea\n\n2. Air')).toEqual(['number-doubled']);
    expect(warned('1. Land\n\n1 bis. Sea\n\n2. Air')).toEqual([]);
    expect(draw('1. Land\n\n2. Sea\n\n2. Air')).toEqual([
      '1: 1. Land',
      '2: 2. Sea',
      '[2#2]: 2. Air',
    ]);
  });
});

describe('words without a number', () => {
  it('belong to the item whose list goes on after them, and to none where it ends', () => {
    const text =
      '1. The sides exchange prisoners.\n\nThe exchange takes ten days.\n\n2. The sides open the crossings.\n\nThis paper is open to talks.';
    expect(draw(text)).toEqual([
      '1: 1. The sides exchange pr',
      '  [1.1]: The exchange takes ten d',
      '2: 2. The sides open the cr',
      '  [2.1]: This paper is open to ta',
    ]);
    expect(
      draw('1. The sides exchange all.\n\n2. The sides open up.\n\nThis paper is open.').at(-1),
    ).toBe('[¶1]: This paper is open.');
  });

  it('are a title, a date, a preamble, a definition or a signature by what they say', () => {
    const text = `MEMORANDUM

2 June 2025

Whereas both sides want peace,

I. Terms

1. “Force” means any armed unit.

2. The force leaves.

II. Dates

3. It leaves in May.

Signed: ________`;
    expect(draw(text)).toEqual([
      'furniture [·1]: MEMORANDUM',
      'furniture [·2]: 2 June 2025',
      'preamble [¶1]: Whereas both sides want',
      'section I: I. Terms',
      '  definition 1: 1. “Force” means any arm',
      '  2: 2. The force leaves.',
      'section II: II. Dates',
      '  3: 3. It leaves in May.',
      'furniture [·3]: Signed: ________',
    ]);
  });

  it('on each page of a text are its running heads', () => {
    const pages = [1, 2, 3, 4, 5].map(
      (page) =>
        `Draft agreement of the port      ${page} of 5\nThe ${'great '.repeat(page)}crane is kept in order by day.`,
    );
    const drawn = draw(pages.join('\n\n'));
    expect(drawn.filter((line) => line.startsWith('furniture'))).toHaveLength(5);
  });

  it('of a table of contents are no sections', () => {
    const text =
      'Article 1 – Pay ............ 1\nArticle 2 – Time ............ 2\n\nArticle 1 – Pay\n\nPay rises.\n\nArticle 2 – Time\n\nTime falls.';
    expect(draw(text).slice(-2)).toEqual([
      'Article 1: Article 1 – Pay Pay rise',
      'Article 2: Article 2 – Time Time fa',
    ]);
  });
});

describe('options', () => {
  const groupsOf = (text: string): readonly string[] =>
    segmentDocument(documentOf(text)).optionGroups.map(
      ({ label, choices }) => `${label} = ${choices.map((choice) => choice.label).join(' | ')}`,
    );

  it('side by side are the choices of a group', () => {
    expect(
      groupsOf('II. Ceasefire\n\nOption 1: Withdrawal.\n\nOption 2: Package:\n\n1. Land\n\n2. Sea'),
    ).toEqual(['Ceasefire = Option 1: Withdrawal | Option 2: Package']);
    expect(
      groupsOf('1. Припинення вогню\n\nВаріант 1. Одразу.\n\nВаріант 2. За місяць.'),
    ).toHaveLength(1);
  });

  it('inside a line are choices too', () => {
    const text = 'The sides meet [Option 1: in Norland] [Option 2: in Sudland].';
    expect(draw(text)).toEqual([
      '[1]: The sides meet',
      '  Option 1: [Option 1: in Norland]',
      '  Option 2: [Option 2: in Sudland].',
    ]);
    expect(groupsOf(text)).toHaveLength(1);
  });

  it('of one kind alone leave no choice', () => {
    expect(groupsOf('Option 1: Withdrawal.\n\nThe end.')).toEqual([]);
  });

  it('of different groups do not mix', () => {
    const text =
      '1. Land\n\nOption 1: Now.\n\nOption 2: Later.\n\n2. Sea\n\nOption 1: Never.\n\nOption 2: Soon.';
    expect(groupsOf(text)).toEqual([
      'Land = Option 1: Now | Option 2: Later',
      'Sea = Option 1: Never | Option 2: Soon',
    ]);
  });
});

describe('a table', () => {
  /** A document of one table, its cells by `|`, its rows by lines. */
  function tableOf(text: string): ReadDocument {
    let from = 0;
    const blocks = text.split('\n').map((line): Block => {
      let at = from;
      const cells = line.split('|').map((cell) => {
        const span = { from: at, to: at + cell.length };
        at += cell.length + 1;
        return span;
      });
      const span = { from, to: from + line.length };
      from += line.length + 1;
      return { kind: 'row', span, cells, table: 1 };
    });
    return { ...documentOf(text), blocks };
  }

  const pieces = (text: string): readonly string[] => {
    const document = tableOf(text);
    const segmentation = segmentDocument(document);
    expect(faultsOf(segmentation, text)).toEqual([]);
    const bare = segmentation.pieces.filter(({ span }) => text.slice(span.from, span.to) !== '|');
    return bare.map(
      ({ kind, revision, span }) =>
        `${revision === undefined ? kind : `${revision.side} ${revision.pair}`}: ${text.slice(span.from, span.to)}`,
    );
  };

  it.each([
    'Text proposed by the Commission|Amendment',
    'Original|Proposed',
    'Current text|Amendment',
    'Présent texte|Amendement',
    'Чинна редакція|Пропонована редакція',
    'Geltende Fassung|Änderung',
  ])('of old and new text is told by its heads: %s', (heads) => {
    expect(pieces(`${heads}\nThe fee is ten crowns.|Deleted\n|A new fee.`).slice(2)).toEqual([
      'old r1: The fee is ten crowns.',
      'new r1: Deleted',
      'new r2: A new fee.',
    ]);
  });

  it('of old and new text is told by near-equal columns', () => {
    const text =
      'The fee is ten crowns a year.|The fee is nine crowns a year.\nThe office keeps the public register.|The office keeps the whole public register.';
    expect(pieces(text).map((line) => line.slice(0, 6))).toEqual([
      'old r1',
      'new r1',
      'old r2',
      'new r2',
    ]);
  });

  it('with more columns keeps labels as sections and reasons apart', () => {
    const text =
      'Article|Original|Proposed|Justification\nArticle 2|Ten crowns.|Nine crowns.|Ten is too much.';
    expect(pieces(text).slice(4)).toEqual([
      'section: Article 2|Ten crowns.|Nine crowns.|Ten is too much.',
      'old r1: Ten crowns.',
      'new r1: Nine crowns.',
      'furniture: Ten is too much.',
    ]);
  });

  it('of anything else is a clause a row', () => {
    expect(pieces('Wages|8 %\nNight shifts|30 %')).toEqual([
      'clause: Wages|8 %',
      'clause: Night shifts|30 %',
    ]);
  });
});

describe('a reference', () => {
  const dangling = (text: string): readonly number[] =>
    segmentDocument(documentOf(text))
      .warnings.filter(({ code }) => code === 'dangling-reference')
      .map(({ at }) => at);
  const paper = '1. Land\n\n2. Sea\n\n3. Air, as set out in ';

  it('to a number the paper does not have is told', () => {
    expect(dangling(`${paper}point 12.`)).toEqual([paper.length]);
    expect(dangling(`${paper}пункті 9.`)).toEqual([paper.length]);
  });

  it('to a number it has, or to another text, is not', () => {
    expect(dangling(`${paper}point 2.`)).toEqual([]);
    expect(dangling(`${paper}paragraph 12 of the Charter.`)).toEqual([]);
    expect(dangling(`${paper}article 12.`)).toEqual([]);
  });
});

describe('any text', () => {
  const starts = [
    '',
    '# ',
    '1. ',
    '2. ',
    '7. ',
    '1.1 ',
    '2.1.3. ',
    '(a) ',
    '(b) ',
    '(i) ',
    'i) ',
    'I. ',
    'A. ',
    'а) ',
    'б) ',
    '§ 5 ',
    '- ',
    '→ ',
    'Article 1 – ',
    'Article 2\n',
    'Section II. ',
    'Стаття 3. ',
    'Раздел I. ',
    'Option 1: ',
    'Option 2. ',
    'Варіант 1. ',
    '[Option 1: ',
    'Whereas ',
    '“Term” means ',
    '**Bold** ',
    'Annex A\n',
    '[[',
    '12 bis. ',
    '[^1]: ',
  ];
  const words = [
    'the sides withdraw',
    'TERRITORY',
    'a ceasefire; and (a) no strikes, (b) no flights.',
    'see point 12',
    'up to [X] days]',
    '😀 smile.',
    'The first. The second; the third:',
    'Done at X, 2 May 2025',
    '',
  ];
  const aLine = fc
    .tuple(
      fc.nat(4),
      fc.constantFrom(...starts),
      fc.constantFrom(...words),
      fc.constantFrom('\n', '\n\n'),
    )
    .map(([indent, start, rest, end]) => `${'  '.repeat(indent)}${start}${rest}${end}`);
  const aText = fc.array(aLine, { maxLength: 25 }).map((lines) => lines.join(''));

  it('is cut without loss into a tree the model accepts', () => {
    fc.assert(
      fc.property(aText, (text) => {
        expect(faultsOf(segmentDocument(documentOf(text)), text)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('stays whole under any edits by hand', () => {
    const anEdit = fc.record({
      op: fc.constantFrom('merge', 'split', 'kind', 'indent', 'outdent', 'renumber'),
      piece: fc.nat(20).map((n) => `p${n + 1}`),
      at: fc.nat(300),
      kind: fc.constantFrom(...pieceKinds),
      locator: fc.constantFrom('1', 'II', 'I.2'),
    });
    fc.assert(
      fc.property(aText, fc.array(anEdit, { maxLength: 12 }), (text, edits) => {
        let segmentation = segmentDocument(documentOf(text));
        for (const edit of edits) {
          const edited = applyCutEdit(segmentation, text, edit);
          if (edited.ok) segmentation = edited.value;
        }
        expect(faultsOf(segmentation, text)).toEqual([]);
      }),
    );
  });

  it('of long runs of one sign is cut, and soon', () => {
    for (const signs of ['[', '1. ', '(a) ', 'Option 1:\n\n', 'A\n\n', ';', '. ', ' ']) {
      const text = signs.repeat(5_000);
      expect(segmentDocument(documentOf(text)).pieces.length).toBeGreaterThanOrEqual(
        text.trim() === '' ? 0 : 1,
      );
    }
  }, 60_000);

  it('is cut without loss where no block says anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (drawn) => {
        const text = drawn.replaceAll('\u0000', '').toWellFormed();
        const document = { ...documentOf(text), blocks: [] };
        expect(faultsOf(segmentDocument(document), text)).toEqual([]);
      }),
    );
  });
});
