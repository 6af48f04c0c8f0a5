import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultsOf } from '../../../../tests/support/segmentation-laws.ts';
import type { Block, ReadDocument } from '../document.ts';
import { outlineOf } from './outline.ts';
import { segmentDocument } from './segment-document.ts';

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
