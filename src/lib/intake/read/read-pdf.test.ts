import { degrees } from '@cantoo/pdf-lib';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { aPdf, aRawPdf, drawLines, type FileSketch } from '../../../../tests/support/pdf-files.ts';
import { prose, setText } from '../../../../tests/support/pdf-pages.ts';
import type { ReadDocument } from '../document.ts';
import { readPdf } from './read-pdf.ts';

async function read(sketch: FileSketch): Promise<ReadDocument> {
  const result = await readPdf({ name: 'a.pdf', bytes: await aPdf(sketch) });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

const refusal = async (bytes: Uint8Array): Promise<string> => {
  const result = await readPdf({ name: 'a.pdf', bytes });
  return result.ok ? 'read' : (result.problems[0]?.code ?? 'none');
};

/** Lines of some sentences as wide as a column. */
const lines = (seed: number, width = 420): readonly string[] =>
  setText(prose(80, seed), { width }).map(({ text }) => text);

describe('a PDF', () => {
  test('is read with its paragraphs, headings and what it says about itself', async () => {
    const document = await read({
      pages: [
        ({ page, font, bold }) => {
          drawLines({ page }, ['Ships and boats'], { font: bold, size: 18, top: 80 });
          drawLines({ page }, lines(3), { font, top: 110 });
        },
      ],
      title: 'Ships and boats',
      author: 'Harbour office',
      language: 'en-GB',
      created: new Date(Date.UTC(2020, 4, 17, 12)),
    });
    expect(document.text).toBe(`Ships and boats\n\n${prose(80, 3)}`);
    expect(document.blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph']);
    expect(document.meta).toEqual({
      title: 'Ships and boats',
      author: 'Harbour office',
      language: 'en-GB',
      published: '2020-05-17',
    });
    expect(document.warnings).toEqual([]);
  });

  test('does not take the name of a file for a title', async () => {
    const pages: FileSketch['pages'] = [
      ({ page, font }) => drawLines({ page }, lines(3), { font }),
    ];
    const document = await read({ pages, title: 'Microsoft Word - paper-v3.doc' });
    expect(document.meta.title).toBeUndefined();
  });

  test('whose page is turned is read like one that is not', async () => {
    const upright = await read({
      pages: [({ page, font }) => drawLines({ page }, lines(4), { font })],
    });
    const turned = await read({
      pages: [
        ({ page, font }) => {
          // Drawn up the page, and shown turned a quarter.
          for (const [i, line] of lines(4).entries())
            page.drawText(line, { x: 100 + i * 12, y: 72, size: 10, font, rotate: degrees(90) });
          page.setRotation(degrees(90));
        },
      ],
    });
    const unturned = await read({
      pages: [
        ({ page, font }) => {
          for (const [i, line] of lines(4).entries())
            page.drawText(line, { x: 100 + i * 12, y: 72, size: 10, font, rotate: degrees(90) });
        },
      ],
    });
    expect(turned.text).toBe(upright.text);
    expect(unturned.text).toBe(upright.text);
  });

  test('tells which pages have no words', async () => {
    const page: FileSketch['pages'][number] = ({ page, font }) =>
      drawLines({ page }, lines(5), { font });
    const blank = (): void => undefined;
    const document = await read({ pages: [page, blank, page, blank, blank] });
    expect(document.warnings).toEqual([
      {
        code: 'pages-without-text',
        message: 'no words were found on pages 2 and 4–5; they may hold pictures of text',
      },
    ]);
  });

  test('keeps or lists all that its library finds on it, in that order where columns are one', async () => {
    const bytes = await aPdf({
      pages: [1, 2, 3].map((n) => ({ page, font }) => {
        drawLines({ page }, ['On the coast'], { font, top: 40 });
        drawLines({ page }, lines(n + 5), { font, top: 90 });
        drawLines({ page }, ['The office keeps the har-', `bour in year ${n}.`], {
          font,
          top: 400,
        });
        drawLines({ page }, [`Page ${n}`], { font, top: 800 });
      }),
    });
    const result = await readPdf({ name: 'a.pdf', bytes });
    if (!result.ok) throw new Error('refused');
    const { text, omissions } = result.value;
    let ours = '';
    let from = 0;
    for (const { at, words } of omissions) {
      ours += text.slice(from, at) + words;
      from = at;
    }
    ours += text.slice(from);
    expect(ours.replace(/\s/g, '')).toBe(await allSigns(bytes));
    expect(omissions).toHaveLength(9);
  });
});

async function allSigns(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocumentProxy(bytes.slice(), { verbosity: 0 });
  let signs = '';
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    for (const item of items) if ('str' in item) signs += item.str;
  }
  await pdf.loadingTask.destroy();
  return signs.replace(/\s/g, '');
}

describe('what cannot be read is refused by its cause', () => {
  test('an empty file', async () => {
    expect(await refusal(new Uint8Array())).toBe('empty');
  });

  test('a file with a password', async () => {
    const bytes = await aPdf({
      pages: [({ page, font }) => drawLines({ page }, lines(3), { font })],
      password: 'harbour',
    });
    expect(await refusal(bytes)).toBe('encrypted');
  });

  test('a file that is no PDF, or only its beginning', async () => {
    expect(await refusal(new TextEncoder().encode('%PDF-1.7\nnothing else'))).toBe('malformed');
  });

  test('pages that hold a picture and no words, or a picture and a stamped number', async () => {
    const picture = '/XObject << /P 5 0 R >>';
    expect(await refusal(aRawPdf('q 595 0 0 842 0 0 cm /P Do Q', picture))).toBe('image_only');
    const font = '/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>';
    const stamped = 'q 595 0 0 842 0 0 cm /P Do Q BT /F 12 Tf 300 40 Td (2020 17) Tj ET';
    expect(await refusal(aRawPdf(stamped, `${picture} ${font}`))).toBe('image_only');
  });

  test('letters whose fonts do not say which they are', async () => {
    const glyphs = String.raw`\001\002\003\004\005 \006\007\010\016\017\020 `.repeat(40);
    const content = `BT /F 10 Tf 50 700 Td (${glyphs}) Tj ET`;
    expect(await refusal(aRawPdf(content, '/Font << /F 6 0 R >>'))).toBe('garbled');
  });

  test('but not for one damaged page, which is told', async () => {
    const bytes = await aPdf({
      pages: [1, 2].map(
        (n) =>
          ({ page, font }) =>
            drawLines({ page }, lines(n), { font }),
      ),
    });
    const at = Buffer.from(bytes).indexOf('stream\n', Buffer.from(bytes).indexOf('endstream') + 9);
    bytes.fill(0x55, at + 60, at + 140);
    const result = await readPdf({ name: 'a.pdf', bytes });
    expect(result.ok && result.value.blocks.map(({ page }) => page)).toContain(1);
    expect(result.ok && result.value.warnings).toContainEqual({
      code: 'text-suspect',
      message: 'page 2: damaged, words may be missing; compare with the file',
      page: 2,
    });
  });
});

describe('a file of which bytes were changed or lost', () => {
  test('is read or refused, but never breaks the reader', async () => {
    const whole = await aPdf({
      pages: [1, 2].map(
        (n) =>
          ({ page, font }) =>
            drawLines({ page }, lines(n), { font }),
      ),
    });
    let state = 7;
    const random = (below: number): number => {
      state = (state * 48271) % 2147483647;
      return state % below;
    };
    const codes = new Set<string>();
    for (let round = 0; round < 25; round += 1) {
      const bytes = whole.slice(0, round % 3 === 0 ? random(whole.length) : whole.length);
      for (let i = 0; i < round * 4 && bytes.length > 0; i += 1)
        bytes[random(bytes.length)] = random(256);
      codes.add(await refusal(bytes));
    }
    const known = ['read', 'empty', 'malformed', 'encrypted', 'garbled', 'image_only', 'no_text'];
    expect([...codes].filter((code) => !known.includes(code))).toEqual([]);
    expect(codes.has('read')).toBe(true);
    expect(codes.has('malformed')).toBe(true);
  });
});
