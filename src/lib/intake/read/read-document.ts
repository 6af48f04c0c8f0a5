// The one door to all readers: what a file is, which reader has it, what it may cost, and what
// language it is in. Readers are loaded when they are needed, because some bring large libraries.
import type { Parsed } from '#lib/model/parsed.ts';
import type { RawFile, ReadDocument, ReadOptions, ReadWarning } from '../document.ts';
import { isRefusalCode, refuseFile } from '../refusal.ts';
import { decodeBytes } from './decode-bytes.ts';
import { declaredCharset } from './declared-charset.ts';
import { detectFormat, detectTextFormat } from './detect-format.ts';
import type { DecodedFile } from './read-text.ts';
import { hasVisibleSign } from './tidy-signs.ts';

/** Larger files are refused unread. */
export const mostBytes = 32 * 1024 * 1024;
/** Longer texts are refused: nobody compares them clause by clause, and no page would show them. */
export const mostSigns = 2_000_000;

/**
 * Reads a file of any known format: the kept text with its structure, what was left out, and what the
 * file says about itself. A file that cannot be read is refused with one of the refusal codes; this
 * guards neither time nor memory (`readGuarded` does).
 */
export async function readDocument(
  file: RawFile,
  options: ReadOptions = {},
): Promise<Parsed<ReadDocument>> {
  if (file.bytes.length === 0) return refuseFile('empty', file.name);
  if (file.bytes.length > mostBytes) return refuseFile('too_large', file.name);
  const detected = detectFormat(file);
  if (detected.kind === 'refused') return refuseFile(detected.code, file.name, detected.detail);
  const read =
    detected.kind === 'text'
      ? await readTextual(file, options)
      : await readPacked(file, { ...options, format: detected.format });
  if (!read.ok) return read;
  const { text } = read.value;
  if (text.length > mostSigns) return refuseFile('too_long', file.name);
  if (!hasVisibleSign(text)) return refuseFile('no_text', file.name);
  return { ok: true, value: await withLanguage(read.value) };
}

async function readPacked(
  file: RawFile,
  { format, ...options }: ReadOptions & { readonly format: 'docx' | 'pdf' },
): Promise<Parsed<ReadDocument>> {
  if (format === 'pdf') {
    const { readPdf } = await import('./read-pdf.ts');
    return readPdf(file);
  }
  const { readDocx } = await import('./read-docx.ts');
  return readDocx(file, options);
}

async function readTextual(
  { name, bytes }: RawFile,
  options: ReadOptions,
): Promise<Parsed<ReadDocument>> {
  const decoded = decodeBytes(bytes, declaredCharset(bytes));
  if (decoded === undefined) return refuseFile('unknown_format', name);
  const format = detectTextFormat(name, decoded.text);
  if (isRefusalCode(format)) return refuseFile(format, name);
  // A page may be mostly markup; of the other formats all signs are text.
  if (format !== 'html' && decoded.text.length > mostSigns) return refuseFile('too_long', name);
  const document = await readDecoded(format, { name, text: decoded.text }, options);
  const warnings = decoded.guessed ? [encodingGuessed(decoded.encoding)] : [];
  return { ok: true, value: { ...document, warnings: [...warnings, ...document.warnings] } };
}

async function readDecoded(
  format: 'markdown' | 'text' | 'html' | 'rst',
  file: DecodedFile,
  options: ReadOptions,
): Promise<ReadDocument> {
  switch (format) {
    case 'markdown':
      return (await import('./read-markdown.ts')).readMarkdown(file);
    case 'html':
      return (await import('./read-html.ts')).readHtml(file, options);
    case 'rst':
      return (await import('./read-rst.ts')).readRst(file);
    case 'text':
      return (await import('./read-text.ts')).readText(file);
  }
}

const encodingGuessed = (encoding: string): ReadWarning => ({
  code: 'encoding-guessed',
  message: `the file does not say how its letters are stored; they were read as ${encoding}`,
});

async function withLanguage(document: ReadDocument): Promise<ReadDocument> {
  const { chooseLanguage } = await import('./recognise-language.ts');
  const language = chooseLanguage(document.meta.language, document.text);
  const { language: _declared, ...meta } = document.meta;
  return { ...document, meta: language === undefined ? meta : { ...meta, language } };
}
