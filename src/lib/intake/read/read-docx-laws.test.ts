// What holds for every DOCX: no word is lost or told twice, in no view of the changes; blocks and
// marks fit the text. Files are made at random of all that a paper may hold, and by another program.
import fc from 'fast-check';
import {
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  DeletedTextRun,
  InsertedTextRun,
} from 'docx';
import { expect, test, vi } from 'vitest';
import {
  aDocx,
  para,
  run,
  signsRead,
  signsStored,
  struckRun,
} from '../../../../tests/support/docx-files.ts';
import { revisionViews, type ReadDocument } from '../document.ts';
import { readDocx } from './read-docx.ts';
import { hasVisibleSign } from './tidy-signs.ts';

// Each law reads a hundred files and more.
vi.setConfig({ testTimeout: 60_000 });

async function expectLaws(bytes: Uint8Array): Promise<void> {
  for (const revisions of revisionViews) {
    const result = await readDocx({ name: 'a.docx', bytes }, { revisions });
    if (!result.ok) {
      expect(result.problems[0]?.code).toMatch(/^(?:no_text|image_only)$/);
      continue;
    }
    expect(signsRead(result.value)).toBe(signsStored(bytes));
    expectFit(result.value);
  }
}

function expectFit({ text, blocks, marks, omissions }: ReadDocument): void {
  let end = 0;
  for (const { span, number, cells = [] } of blocks) {
    expect(span.from).toBeGreaterThanOrEqual(end);
    expect(hasVisibleSign(text.slice(end, span.from))).toBe(false);
    const words = text.slice(span.from, span.to);
    expect(words).toBe(words.trim());
    if (number !== undefined) expect(words.startsWith(number)).toBe(true);
    let cellEnd = span.from;
    for (const cell of cells) {
      expect(cell.from).toBeGreaterThanOrEqual(cellEnd);
      expect(hasVisibleSign(text.slice(cellEnd, cell.from))).toBe(false);
      cellEnd = cell.to;
    }
    if (cells.length > 0) expect(cellEnd).toBe(span.to);
    end = span.to;
  }
  expect(hasVisibleSign(text.slice(end))).toBe(false);
  for (const { span } of marks) expect(hasVisibleSign(text.slice(span.from, span.to))).toBe(true);
  for (const { at } of omissions) expect(at).toBeLessThanOrEqual(text.length);
}

const words = fc.stringMatching(/^[a-zéж .,()0-9]{0,12}$/);
const looks = fc.constantFrom('', '<w:b/>', '<w:vanish/>', '<w:strike/><w:b/>', '<w:b w:val="0"/>');
const { piece, blocks } = fc.letrec<{ piece: string; blocks: string }>((tie) => {
  const pieces = fc.array(tie('piece'), { maxLength: 4 }).map((all) => all.join(''));
  const marks = fc.constantFrom('', 'ins', 'del', 'moveFrom', 'moveTo');
  const paragraph = fc
    .tuple(pieces, marks, fc.nat(3), fc.nat(3))
    .map(([inside, mark, list, level]) => {
      const numbered = `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
      const end = mark === '' ? '' : `<w:rPr><w:${mark} w:id="1"/></w:rPr>`;
      return `<w:p><w:pPr>${list === 0 ? '' : numbered}${end}</w:pPr>${inside}</w:p>`;
    });
  const cell = fc
    .tuple(
      tie('blocks'),
      fc.integer({ min: 1, max: 3 }),
      fc.constantFrom('', '<w:vMerge/>', '<w:cellIns w:id="1"/>'),
    )
    .map(
      ([inside, wide, more]) =>
        `<w:tc><w:tcPr><w:gridSpan w:val="${wide}"/>${more}</w:tcPr>${inside}</w:tc>`,
    );
  const row = fc
    .tuple(
      fc.array(cell, { maxLength: 3 }),
      fc.constantFrom('', '<w:del w:id="1"/>', '<w:ins w:id="1"/>'),
    )
    .map(([cells, change]) => `<w:tr><w:trPr>${change}</w:trPr>${cells.join('')}</w:tr>`);
  const table = fc.array(row, { maxLength: 3 }).map((rows) => `<w:tbl>${rows.join('')}</w:tbl>`);
  const box = tie('blocks').map(
    (inside) =>
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent>${inside}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${inside}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
  );
  const field = pieces.map(
    (inside) =>
      `<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>QUOTE</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>${inside}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
  );
  return {
    piece: fc.oneof(
      { maxDepth: 4, depthIdentifier: 'docx' },
      fc.tuple(words, looks).map(([text, look]) => run(text, look)),
      words.map(
        (text) =>
          `<w:r><w:br/>${text === '' ? '' : `<w:t>${text}</w:t>`}<w:tab/><w:noBreakHyphen/></w:r>`,
      ),
      fc.constantFrom(1, 2, 9).map((id) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`),
      fc.constantFrom(0, 1, 7).map((id) => `<w:r><w:commentReference w:id="${id}"/></w:r>`),
      pieces.map((inside) => `<w:ins w:id="1">${inside}</w:ins>`),
      words.map((text) => `<w:del w:id="1">${struckRun(text)}</w:del>`),
      pieces.map((inside) => `<w:del w:id="1">${inside}</w:del>`),
      pieces.map(
        (inside) =>
          `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`,
      ),
      field,
      box,
    ),
    blocks: fc
      .array(fc.oneof({ maxDepth: 4, depthIdentifier: 'docx' }, paragraph, paragraph, table), {
        minLength: 1,
        maxLength: 4,
      })
      .map((all) => all.join('')),
  };
});

const level = (index: number): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%${index + 1}"/></w:lvl>`;
const aside = {
  numbering: `<w:abstractNum w:abstractNumId="0">${level(0)}${level(1)}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>`,
  footnotes: `<w:footnote w:id="1">${para('note one')}</w:footnote><w:footnote w:id="2">${para('note two')}${para('goes on')}</w:footnote>`,
  comments: `<w:comment w:id="0" w:author="Me">${para('why?')}</w:comment><w:comment w:id="1">${para('so')}</w:comment>`,
  header: para('head'),
  footer: para('foot'),
};

test('every word is kept or listed exactly once, in every view of the changes', async () => {
  await fc.assert(
    fc.asyncProperty(blocks, fc.array(piece, { maxLength: 2 }), async (body, last) => {
      await expectLaws(aDocx({ body: body + para(last.join('') || run('end')), ...aside }));
    }),
    { numRuns: 60, seed: 4 },
  );
});

test('the same holds for a file another program made', async () => {
  const document = new Document({
    title: 'Two positions',
    creator: 'A. Writer',
    numbering: {
      config: [
        {
          reference: 'terms',
          levels: [
            { level: 0, format: LevelFormat.DECIMAL, text: '%1.' },
            { level: 1, format: LevelFormat.LOWER_LETTER, text: '(%2)' },
          ],
        },
      ],
    },
    footnotes: { 1: { children: [new Paragraph('As said in the letter.')] } },
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph('Draft')] }) },
        footers: { default: new Footer({ children: [new Paragraph('Confidential')] }) },
        children: [
          new Paragraph({ text: 'Terms', heading: 'Heading1' }),
          new Paragraph({ text: 'Withdrawal', numbering: { reference: 'terms', level: 0 } }),
          new Paragraph({
            numbering: { reference: 'terms', level: 1 },
            children: [
              new TextRun('within thirty days'),
              new FootnoteReferenceRun(1),
              new DeletedTextRun({ text: ' at most', id: 1, author: 'A', date: '2024-01-01' }),
              new InsertedTextRun({ text: ' at least', id: 2, author: 'A', date: '2024-01-01' }),
            ],
          }),
          new Table({
            rows: [
              ['Old text', 'New text'],
              ['may', 'shall'],
            ].map(
              (cells) =>
                new TableRow({
                  children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })),
                }),
            ),
          }),
        ],
      },
    ],
  });
  const bytes = new Uint8Array(await Packer.toBuffer(document));
  await expectLaws(bytes);
  const result = await readDocx({ name: 'a.docx', bytes });
  expect(result).toMatchObject({
    value: {
      text: 'Terms\n\n1. Withdrawal\n(a) within thirty days[1] at least\n\nOld text\tNew text\nmay\tshall\n\n[1] As said in the letter.',
      meta: { title: 'Terms', author: 'A. Writer' },
    },
  });
});

test('damaged files are read in part or refused, and never throw', async () => {
  const whole = aDocx({ body: para('Words that stand.').repeat(30), ...aside });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 }),
      fc.integer({ min: 1, max: whole.length }),
      async (flips, length) => {
        const bytes = whole.slice(0, length % 3 === 0 ? length : whole.length);
        for (const [at, value] of flips) bytes[at] = value;
        const result = await readDocx({ name: 'a.docx', bytes });
        if (result.ok) expectFit(result.value);
      },
    ),
    { numRuns: 60, seed: 4 },
  );
});

test('damaged XML inside a whole archive is read in part or refused, and never throws', async () => {
  const cut = fc.tuple(fc.nat(1000), fc.nat(1000), fc.stringMatching(/^[<>/"&;a-z]{0,6}$/));
  await fc.assert(
    fc.asyncProperty(blocks, cut, async (body, [from, length, put]) => {
      const start = from % (body.length + 1);
      const broken = body.slice(0, start) + put + body.slice(start + (length % 40));
      const bytes = aDocx({ body: broken + para('end'), ...aside });
      const result = await readDocx({ name: 'a.docx', bytes });
      if (result.ok) expectFit(result.value);
    }),
    { numRuns: 60, seed: 4 },
  );
});
