import type { Parsed } from '#lib/model/parsed.ts';
import type { Mark, RawFile, ReadDocument, ReadWarning } from '../document.ts';
import { refuseFile } from '../refusal.ts';
import { findParts } from './pdf/document-parts.ts';
import { judgeLegibility } from './pdf/garbled.ts';
import { openPdf } from './pdf/open-pdf.ts';
import type { PageContent } from './pdf/page-content.ts';
import { pdfMeta } from './pdf/pdf-meta.ts';
import { writeDocument } from './pdf/write-document.ts';

/** Longer texts are refused before their pages are laid out. */
const mostSigns = 2_000_000;

/**
 * Reads a PDF that has a text layer: columns one after the other, tables as rows with cells, what
 * pages repeat left out and listed, words broken at line ends mended. Files without words, with a
 * password, or with letters that cannot be told are refused.
 */
export async function readPdf({ name, bytes }: RawFile): Promise<Parsed<ReadDocument>> {
  if (bytes.length === 0) return refuseFile('empty', name);
  const opened = await openPdf(bytes);
  switch (opened.kind) {
    case 'encrypted':
      return refuseFile('encrypted', name);
    case 'failed':
      return refuseFile('malformed', name);
    case 'too-many-pages':
      return refuseFile('too_long', name, 'more than 2,000 pages');
    case 'read':
      break;
  }
  const { pages, info } = opened.content;
  const words = pages.map((page) => wordsOf(page));
  const all = words.join('\n');
  if (all.length > mostSigns) return refuseFile('too_long', name);
  if (judgeLegibility(all).garbled) return refuseFile('garbled', name);
  if (!/\p{L}/u.test(all)) return refuseFile(whyWordless(pages, bytes), name);
  const written = writeDocument(findParts(pages));
  const warnings = [...warnOf(pages, words), ...warnOfChanges(written.marks)];
  return { ok: true, value: { format: 'pdf', name, ...written, warnings, meta: pdfMeta(info) } };
}

const wordsOf = ({ runs, turned }: PageContent): string =>
  [...runs, ...turned].map((run) => run.text).join(' ');

/** Why a file that opens holds no words: it is damaged, holds pictures of them, or is empty. */
function whyWordless(
  pages: readonly PageContent[],
  bytes: Uint8Array,
): 'malformed' | 'image_only' | 'no_text' {
  if (pages.some(({ damaged }) => damaged)) return 'malformed';
  return hasPictures(bytes) ? 'image_only' : 'no_text';
}

/** Pictures are streams of their own, whose heads are never packed, so that the bytes show them. */
function hasPictures(bytes: Uint8Array): boolean {
  return /\/Subtype\s*\/Image\b/.test(new TextDecoder('latin1').decode(bytes));
}

function warnOf(pages: readonly PageContent[], words: readonly string[]): readonly ReadWarning[] {
  const warnings: ReadWarning[] = [];
  const empty = pages
    .filter(({ damaged }, i) => !damaged && (words[i] ?? '').trim() === '')
    .map(({ number }) => number);
  if (empty.length > 0)
    warnings.push({
      code: 'pages-without-text',
      message: `no words were found on ${listPages(empty)}; they may hold pictures of text`,
    });
  const damaged = pages.filter((page) => page.damaged).map(({ number }) => number);
  if (damaged.length > 0)
    warnings.push(suspect(damaged, (list) => `${list}: damaged, words may be missing`));
  const unclear = pages
    .filter((_, i) => {
      const legibility = judgeLegibility(words[i] ?? '');
      return legibility.garbled || legibility.suspect;
    })
    .map(({ number }) => number);
  if (unclear.length > 0)
    warnings.push(suspect(unclear, (list) => `${list}: some letters cannot be told`));
  return warnings;
}

function suspect(numbers: readonly number[], say: (pages: string) => string): ReadWarning {
  const [page, ...others] = numbers;
  const message = `${say(listPages(numbers))}; compare with the file`;
  const isSingle = page !== undefined && others.length === 0;
  return { code: 'text-suspect', message, ...(isSingle && { page }) };
}

function warnOfChanges(marks: readonly Mark[]): readonly ReadWarning[] {
  const deleted = marks.filter(({ kind }) => kind === 'deleted').length;
  if (deleted === 0) return [];
  const message = `${deleted} struck-out passages were kept and marked as deleted, words set off beside them as inserted`;
  return [{ code: 'tracked-changes', message }];
}

/** `page 3`, or `pages 3, 5–9 and 12`. */
function listPages(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last !== undefined && number === last[1] + 1) last[1] = number;
    else ranges.push([number, number]);
  }
  const names = ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  if (names.length === 1) return `${numbers.length === 1 ? 'page' : 'pages'} ${names.join('')}`;
  return `pages ${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
