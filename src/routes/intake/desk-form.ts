import { error } from '@sveltejs/kit';
import type { DeskQuestion } from '#lib/app/intake-desk.ts';
import { findMade } from '#lib/app/intake-made.ts';
import { site } from '#lib/app/site.ts';
import type { Viewer } from '#lib/app/viewer.ts';
import { readWord } from '../form-words.ts';

/** Whoever prepares papers; the doors have let nobody else in. */
export function viewerOf({ viewer }: App.Locals): Viewer {
  if (viewer === undefined) error(401, 'Sign in first.');
  return viewer;
}

/** Asks for a desk, now. */
export const questionOf = (locals: App.Locals, desk: string): DeskQuestion => ({
  id: desk,
  viewer: viewerOf(locals),
  at: new Date().toISOString(),
});

/** Says that a desk is not there any more, and leads to the dossier its papers are in as far as that is known. */
export async function refuseDesk(question: DeskQuestion): Promise<never> {
  const made = await findMade(await site(), question);
  if (made === undefined)
    error(
      404,
      'These papers are not being prepared here any more: their draft was made, or a week has passed. Dossiers are on the start page.',
    );
  error(404, {
    message: 'These papers are not being prepared here any more: their draft was made.',
    link: { href: `/dossiers/${made.id}/compare`, label: `Open “${made.title}”` },
  });
}

/** The words of a form by field; files are not among them. */
export function typedOf(form: FormData): ReadonlyMap<string, readonly string[]> {
  const typed = new Map<string, string[]>();
  for (const [name, value] of form.entries()) {
    if (typeof value !== 'string') continue;
    typed.set(name, [...(typed.get(name) ?? []), value]);
  }
  return typed;
}

interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The files a form brings: those that were chosen, and a text that was pasted. */
export async function filesOf(form: FormData): Promise<readonly SentFile[]> {
  const files: SentFile[] = [];
  for (const entry of form.getAll('files')) {
    // A field in which nothing was chosen sends a file without a name.
    if (!(entry instanceof File) || entry.name === '') continue;
    files.push({ name: entry.name, bytes: new Uint8Array(await entry.arrayBuffer()) });
  }
  const text = readWord(form, 'text');
  if (text.trim() === '') return files;
  const name = readWord(form, 'textName').trim() || 'Pasted text';
  return [...files, { name: nameOfText(name), bytes: new TextEncoder().encode(text) }];
}

/** Pasted text is plain unless its name says otherwise. */
const nameOfText = (name: string): string =>
  /\.(txt|md|markdown|html?|rst)$/i.test(name) ? name : `${name}.txt`;
