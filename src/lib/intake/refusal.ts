import type { Parsed, Problem } from '#lib/model/parsed.ts';

/** Why a file is not read at all; each has a sentence that names the cause and what to do. */
export const refusals = {
  empty: 'the file is empty; choose another, or paste the text',
  too_large: 'the file is larger than 32 MB; take out pictures, or paste the text',
  too_long: 'the text is longer than two million characters; import its parts one by one',
  encrypted: 'the file is locked with a password; save a copy without one and import that',
  image_only:
    'the file holds pictures of pages and no text; run text recognition over it, or paste the text',
  garbled:
    'the letters of this file cannot be told: its fonts do not say which sign is which; look for another copy, run text recognition over it, or paste the text',
  malformed: 'the file is damaged or not what its name says; open it, save it anew, and try again',
  unknown_format:
    'this kind of file is not read; save it as .docx, .pdf, .html, .md or .txt, or paste the text',
  no_text: 'no words were found in this file; choose another, or paste the text',
  took_too_long: 'reading this file took too long and was stopped; save it anew, or paste the text',
  too_much_memory:
    'reading this file took too much memory and was stopped; save it anew, or paste the text',
  cancelled: 'reading this file was stopped; choose it again to read it',
} as const;

export type RefusalCode = keyof typeof refusals;

export const isRefusalCode = (code: string): code is RefusalCode => Object.hasOwn(refusals, code);

/** The problem of a file that is not read: what, where, and what to do. */
export function refuseFile(code: RefusalCode, name: string, detail?: string): Parsed<never> {
  const message = detail === undefined ? refusals[code] : `${refusals[code]} (${detail})`;
  const problem: Problem = { code, path: name, message };
  return { ok: false, problems: [problem] };
}
