// Whether reading loses a sign: over every document of the corpus, what is kept and what is listed as
// left out together are the signs of the document, found here a second time without the readers.
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { parseHTML } from 'linkedom';
import { getDocumentProxy } from 'unpdf';
import type { ReadDocument } from '#lib/intake/document.ts';
import { decodeBytes } from '#lib/intake/read/decode-bytes.ts';
import { readDocument } from '#lib/intake/read/read-document.ts';
import { signsStored } from '../../tests/support/docx-files.ts';
import type { QualityRow, QualitySuite } from './suite.ts';

/** Files that hold no document for anybody to read. */
const isData = (path: string): boolean => /\.(?:json|csv)$|README\.md$/.test(path);

interface Tally {
  files: number;
  conserved: number;
  signs: number;
}

const suite: QualitySuite = {
  name: 'conservation',
  needs: [
    'documents',
    'lobbyplag',
    'debian-gr',
    'python-governance',
    'paris',
    'oregon-cba',
    'norm-conflict',
  ],
  run: async ({ corpus }) => {
    const tallies = new Map<string, Tally>();
    const refused: string[] = [];
    for (const path of filesIn(corpus).filter((file) => !isData(file))) {
      const bytes = new Uint8Array(readFileSync(path));
      const read = await readDocument({ name: path, bytes });
      if (!read.ok) {
        refused.push(path);
        continue;
      }
      const tally = tallies.get(read.value.format) ?? { files: 0, conserved: 0, signs: 0 };
      tallies.set(read.value.format, tally);
      const stored = await signsOf(read.value, bytes);
      tally.files += 1;
      tally.signs += stored.length;
      if (stored === signsRead(read.value)) tally.conserved += 1;
      else
        console.error(
          `  a sign of ${path} is lost or added: ${firstChange(stored, signsRead(read.value))}`,
        );
    }
    return [...rowsOf(tallies), refusedRow(refused)];
  },
};
export default suite;

function* rowsOf(tallies: ReadonlyMap<string, Tally>): Generator<QualityRow> {
  const all = [...tallies.values()];
  const sum = (of: (tally: Tally) => number): number =>
    all.reduce((total, tally) => total + of(tally), 0);
  const whole = {
    files: sum((t) => t.files),
    conserved: sum((t) => t.conserved),
    signs: sum((t) => t.signs),
  };
  for (const [format, { files, conserved, signs }] of [
    ...tallies,
    ['all formats', whole] as const,
  ]) {
    const on = `${files} files, ${signs} signs`;
    yield { name: `files conserved, ${format}`, on, value: conserved / files, floor: 1 };
  }
}

const refusedRow = (refused: readonly string[]): QualityRow => ({
  name: 'files refused, which no share counts',
  on: refused.map((path) => path.split('/').at(-1)).join(', '),
  value: refused.length,
});

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => extname(path) !== '' && !path.includes('groundtruth'))
    .sort();

/** Visible signs that are kept or listed, without those the reader made. */
function signsRead({ format, text, marks, omissions }: ReadDocument): string {
  const units = text.split('');
  for (const { kind, span } of marks) if (kind === 'generated') units.fill(' ', span.from, span.to);
  return sortSigns([units.join(''), ...omissions.map(({ words }) => words)].join(' '), format);
}

/** The visible signs of the file by another way than the reader's. */
async function signsOf({ format }: ReadDocument, bytes: Uint8Array): Promise<string> {
  if (format === 'docx') return sortSigns(signsStored(bytes), format);
  if (format === 'pdf') return sortSigns(await pdfText(bytes), format);
  const source = decodeBytes(bytes)?.text ?? '';
  return sortSigns(format === 'html' ? pageText(source) : source, format);
}

function sortSigns(text: string, format: string): string {
  let signs = text.toWellFormed();
  // Bullets of symbol fonts are drawn by any sign, and hyphens at line ends are of two kinds.
  if (format === 'pdf')
    signs = signs
      .replaceAll('\u00ad', '-')
      .normalize('NFKC')
      .replace(/[\p{Co}\ufffd•▪□●■❖➢→✓]/gu, '');
  // HTML inside Markdown is read as HTML: its tags are gone, its entities are signs.
  if (format === 'markdown')
    signs = pageText(signs.replace(/<(?!\/?[a-z])/gi, '&lt;').replace(/\sstyle="/g, ''));
  return signs
    .replace(/[\s\p{Cf}\p{Cc}]/gu, '')
    .split('')
    .sort()
    .join('');
}

async function pdfText(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocumentProxy(bytes.slice(), { verbosity: 0 });
  let text = '';
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    for (const item of items) if ('str' in item) text += item.str;
  }
  await pdf.loadingTask.destroy();
  return text;
}

/** The words of a page in another library's tree, with the descriptions of its pictures. */
function pageText(source: string): string {
  const whole = /<body[\s>]/i.test(source) ? source : `<html><body>${source}</body></html>`;
  const { document } = parseHTML(whole);
  for (const silent of document.querySelectorAll('script, style, head, title')) silent.remove();
  const pictures = [...document.querySelectorAll('img')].map(
    (img) => img.getAttribute('alt') ?? '',
  );
  const buttons = [...document.querySelectorAll('input')]
    .filter((input) => /^(?:submit|button|reset)$/i.test(input.getAttribute('type') ?? ''))
    .map((input) => input.getAttribute('value') ?? '');
  return [document.documentElement.textContent, ...pictures, ...buttons].join(' ');
}

/** Which signs one of two sorted rows has more of. */
function firstChange(stored: string, read: string): string {
  const count = (signs: string): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const sign of signs) counts.set(sign, (counts.get(sign) ?? 0) + 1);
    return counts;
  };
  const [a, b] = [count(stored), count(read)];
  return [...new Set([...a.keys(), ...b.keys()])]
    .map((sign) => [sign, (b.get(sign) ?? 0) - (a.get(sign) ?? 0)] as const)
    .filter(([, by]) => by !== 0)
    .slice(0, 12)
    .map(([sign, by]) => `${sign} ${by > 0 ? '+' : ''}${by}`)
    .join(', ');
}
