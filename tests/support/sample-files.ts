import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { talksPage, tradeReport } from './news-pages.ts';

const markdown = `---
title: Terms of the ferry talks
---
# Terms

Each side **signs** within [thirty days](#term).<!-- to be checked -->

1. Crews
   - work 35 hours;
   - rest 11 hours.
2. Pay rises by 3 per cent.

| Issue | Union | Company |
|---|---|---|
| Hours | 35 | 38 |

> As agreed before.

<div><p>Signed &amp; sealed</p></div>
`;

const rst = `Paper: 7
Title: A council

Scope
=====

The council has *five* seats:

* two of the crews;
* three of the owners.

.. note::

   Seats are not paid.

=====  =====
Side   Seats
=====  =====
Crews  2
=====  =====
`;

async function makeDocx(): Promise<Uint8Array> {
  const row = (...words: readonly string[]): TableRow =>
    new TableRow({
      children: words.map((word) => new TableCell({ children: [new Paragraph(word)] })),
    });
  const numbering = {
    config: [
      { reference: 'points', levels: [{ level: 0, format: 'decimal' as const, text: '%1.' }] },
    ],
  };
  const point = (text: string): Paragraph =>
    new Paragraph({ text, numbering: { reference: 'points', level: 0 } });
  const children = [
    new Paragraph({ text: 'Terms', heading: HeadingLevel.HEADING_1 }),
    point('Each side withdraws its forces.'),
    point('Each side releases all prisoners.'),
    new Table({ rows: [row('Hours', '35'), row('Pay', '3 per cent')] }),
  ];
  return new Uint8Array(
    await Packer.toBuffer(new Document({ numbering, sections: [{ children }] })),
  );
}

async function makePdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const side of ['union', 'company']) {
    const page = pdf.addPage([420, 600]);
    page.drawText(`What the ${side} wants`, { x: 40, y: 540, size: 18, font });
    for (const [i, line] of [
      '1. A working week of 36 hours.',
      '2. Pay rises by 3 per cent.',
    ].entries()) {
      page.drawText(line, { x: 40, y: 500 - i * 16, size: 11, font });
    }
  }
  return pdf.save({ useObjectStreams: false });
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A good file of each format that is read, made on the spot. */
export async function makeSampleFiles(): Promise<
  readonly { readonly name: string; readonly bytes: Uint8Array }[]
> {
  return [
    { name: 'terms.md', bytes: bytesOf(markdown) },
    { name: 'report.txt', bytes: bytesOf(tradeReport) },
    { name: 'talks.html', bytes: bytesOf(talksPage) },
    { name: 'council.rst', bytes: bytesOf(rst) },
    { name: 'terms.docx', bytes: await makeDocx() },
    { name: 'terms.pdf', bytes: await makePdf() },
  ];
}
