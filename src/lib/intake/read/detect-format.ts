import { Buffer } from 'node:buffer';
import type { DocumentFormat, RawFile } from '../document.ts';
import type { RefusalCode } from '../refusal.ts';

/** The format of a file, or why no reader can have it; a text format still has to be decoded. */
export type DetectedFormat =
  | { readonly kind: 'packed'; readonly format: 'docx' | 'pdf' }
  | { readonly kind: 'text' }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly detail?: string };

/** Each byte as the sign of its number, which decoders by the name `latin1` do not do. */
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** Begins of files nobody can mean as text, with what they are. */
const otherKinds: readonly (readonly [string, RefusalCode, string])[] = [
  ['{\\rtf', 'unknown_format', 'rich text'],
  ['\x89PNG', 'image_only', 'a picture'],
  ['\xff\xd8\xff', 'image_only', 'a picture'],
  ['GIF8', 'image_only', 'a picture'],
  ['II*\0', 'image_only', 'a picture'],
  ['MM\0*', 'image_only', 'a picture'],
  ['\x1f\x8b', 'unknown_format', 'a packed file'],
  ['7z\xbc\xaf', 'unknown_format', 'a packed file'],
  ['Rar!', 'unknown_format', 'a packed file'],
];

/** Says by the first bytes what a file is; the name decides only between kinds of zip archives. */
export function detectFormat({ name, bytes }: RawFile): DetectedFormat {
  const start = latin1(bytes.subarray(0, 1024));
  if (start.includes('%PDF-')) return { kind: 'packed', format: 'pdf' };
  // The reader of DOCX tells locked files and the Word of old from each other.
  if (start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'))
    return { kind: 'packed', format: 'docx' };
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return zipKind(name, bytes);
  const other = otherKinds.find(([begin]) => start.startsWith(begin));
  return other === undefined
    ? { kind: 'text' }
    : { kind: 'refused', code: other[1], detail: other[2] };
}

function zipKind(name: string, bytes: Uint8Array): DetectedFormat {
  const isDocx = /\.do[ct][xm]$/i.test(name) || latin1(bytes).includes('word/');
  return isDocx
    ? { kind: 'packed', format: 'docx' }
    : { kind: 'refused', code: 'unknown_format', detail: 'a packed file without a text document' };
}

type TextFormat = Extract<DocumentFormat, 'markdown' | 'text' | 'html' | 'rst'>;

const endings: Readonly<Record<string, TextFormat | RefusalCode>> = {
  md: 'markdown',
  markdown: 'markdown',
  mdown: 'markdown',
  rst: 'rst',
  rest: 'rst',
  txt: 'text',
  text: 'text',
  // What calls itself so and is plain text is not what its name says.
  pdf: 'malformed',
  docx: 'malformed',
  doc: 'malformed',
  odt: 'malformed',
  xml: 'unknown_format',
  mht: 'unknown_format',
  mhtml: 'unknown_format',
  eml: 'unknown_format',
};

const htmlEndings = new Set(['htm', 'html', 'xhtml', 'shtml']);

/** Which kind of text a decoded file is: by its first tags, then by its name, then by its signs. */
export function detectTextFormat(name: string, text: string): TextFormat | RefusalCode {
  const start = text.slice(0, 4096).trimStart().toLowerCase();
  if (
    /^(?:<\?xml[^>]{0,200}>\s{0,9})?(?:<!--[^>]{0,2000}-->\s{0,9})?<(?:!doctype html|html[\s>])/.test(
      start,
    )
  )
    return 'html';
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (htmlEndings.has(ending)) return /<[a-z!/]|&#?\w+;/i.test(text) ? 'html' : 'text';
  const known = endings[ending];
  if (known !== undefined) return known;
  if (/^<(?:p|div|h[1-6]|ul|ol|table|article|section|body)[\s>]/.test(start)) return 'html';
  // A heading, a fence or the line under the head of a table: nobody writes these by chance.
  return /^(?:#{1,6} \S|```|\|? ?:?-{3,}:? ?\|)/m.test(text) ? 'markdown' : 'text';
}
