import type { Edit } from '#lib/model/edit.ts';
import { recordKey } from '#lib/model/record.ts';
import { editDossier } from './edit-dossier.ts';
import { prepareBody } from './prepare-body.ts';
import type { Save, Saved } from './save-record.ts';
import type { Workspace } from './workspace.ts';

export interface NewPaper extends Omit<Save, 'kind' | 'id' | 'base'> {
  /** The whole text, which never changes afterwards. */
  readonly text: string;
}

const longestText = 2_000_000;

/**
 * Adds a paper with its text, a clause for each paragraph or numbered line. A newer version of a
 * text is a paper of its own, which says what it supersedes.
 */
export async function addPaper(
  workspace: Workspace,
  dossier: string,
  { draft, text: typed, note, at, who }: NewPaper,
): Promise<Saved> {
  const state = await workspace.store.load(dossier);
  if (!state.ok) return { ok: false, reason: 'refused', problems: state.problems };
  const refuse = (path: string, message: string): Saved => ({
    ok: false,
    reason: 'refused',
    problems: [{ code: 'bad_text', path, message }],
  });
  const text = typed.replaceAll('\r\n', '\n').normalize();
  if (text.trim() === '')
    return refuse('text', 'a paper needs its text: paste it or choose a file');
  if (text.length > longestText)
    return refuse('text', 'this text is longer than two million characters');
  const { dossier: current, set } = state.value;
  const desk = { dossier: current, records: set.records, author: who.viewer.name, at };
  const prepared = prepareBody({ kind: 'paper', id: undefined, draft }, desk);
  if (!prepared.ok) return { ok: false, reason: 'refused', problems: prepared.problems };
  const { id, body } = prepared.value;
  const taken = (clause: string): boolean => set.records.has(recordKey('clause', clause));
  const edits: readonly Edit[] = [
    { op: 'put', kind: 'paper', id, base: null, body: { ...body, text } },
    ...splitText(text).map(({ locator, inferred, from, to }, index): Edit => {
      const plain = `${id}-${String(index + 1)}`;
      const clause = taken(plain) ? `${plain}x` : plain;
      const fields = { id: clause, paper: id, locator, locatorInferred: inferred };
      const cut = { ...fields, span: { from, to } };
      return { op: 'put', kind: 'clause', id: clause, base: null, body: cut };
    }),
  ];
  const request = { edits, at, ...(note === undefined ? {} : { note }) };
  return { ...(await editDossier(workspace, dossier, { request, who })), id };
}

interface Piece {
  readonly locator: string;
  /** True when the number is ours. */
  readonly inferred: boolean;
  readonly from: number;
  readonly to: number;
}

/**
 * A number as texts print it at the beginning of a clause: `1.`, `2.3`, `IV.`, `(a)`, `Article 5`. White
 * space follows it; a number of several parts stands before a capital, so that "5.5 million" is none.
 */
const number =
  /^(?:(?:[Aa]rticle|ARTICLE|[Ss]ection|SECTION|[Сс]таття|[Сс]татья)\s+\d+|\d+(?:\.\d+)+(?=\s+["“«]?\p{Lu})|\(?(?:\d+(?:\.\d+)*|[IVX]{1,5}|[a-zа-яіїєґ])[.)](?=\s|$))/u;

/** Cuts a text at empty lines and before numbered lines. */
function splitText(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let start: number | undefined;
  let end = 0;
  const close = (): void => {
    if (start === undefined) return;
    const words = text.slice(start, end);
    const printed = number
      .exec(words)?.[0]
      .replace(/[.)]+$/, '')
      .replace(/^\(/, '');
    const locator = printed ?? `¶${String(pieces.length + 1)}`;
    pieces.push({ locator, inferred: printed === undefined, from: start, to: end });
    start = undefined;
  };
  let at = 0;
  for (const line of text.split('\n')) {
    const words = line.trim();
    const from = at + (line.length - line.trimStart().length);
    if (words === '' || number.test(words)) close();
    if (words !== '') {
      start ??= from;
      end = from + words.length;
    }
    at += line.length + 1;
  }
  close();
  return pieces;
}
