// How the papers on a desk are cut: as the program cuts them, and then edit by edit as a person did.
// What is kept are the edits; each can be taken back.
import type { ReadDocument } from '#lib/intake/document.ts';
import { sliceDocument } from '#lib/intake/parts/slice-document.ts';
import { applyCutEdit, type CutEdit } from '#lib/intake/segment/edit-cuts.ts';
import { segmentDocument } from '#lib/intake/segment/segment-document.ts';
import type { Segmentation } from '#lib/intake/segment/segmentation.ts';
import type { Parsed } from '#lib/model/parsed.ts';
import { readCutOrder, type CutOrder } from './intake-cut-order.ts';
import type { DeskFile, DeskPart, DeskState } from './intake-desk-parse.ts';
import { changeDesk, findDesk, withFile, type DeskQuestion } from './intake-desk.ts';
import { findDocument } from './intake-documents.ts';
import { rowsOf } from './intake-rows.ts';
import { rememberRecent } from './recent.ts';
import type { Workspace } from './workspace.ts';

/** A paper of a desk as it is cut now. */
export interface CutPaper {
  readonly state: DeskState;
  readonly file: DeskFile;
  readonly part: DeskPart;
  readonly document: ReadDocument;
  readonly segmentation: Segmentation;
}

const slices = rememberRecent<ReadDocument>(4_000_000, ({ text }) => text.length + 1000);
const segmentations = rememberRecent<Segmentation>(80_000, ({ pieces }) => pieces.length + 10);

/** A paper of a desk with its cuts. */
export async function findCuts(
  workspace: Workspace,
  question: Pick<DeskQuestion, 'id' | 'viewer'>,
  id: string,
): Promise<Parsed<CutPaper>> {
  const desk = await findDesk(workspace, question);
  if (!desk.ok) return desk;
  const place = findPart(desk.value, id);
  const whole = place && (await findDocument(workspace, question.id, place.file));
  if (place === undefined || whole === undefined) return unknownPaper;
  const cut = cutPart(whole, { ...place, desk: question.id });
  return { ok: true, value: { state: desk.value, ...place, ...cut } };
}

const unknownPaper: Parsed<never> = {
  ok: false,
  problems: [
    { code: 'unknown_paper', path: 'paper', message: 'this text is not on the desk any more' },
  ],
};

/** A part by its name, with its file. */
export function findPart(
  state: DeskState,
  id: string,
): { readonly file: DeskFile; readonly part: DeskPart } | undefined {
  for (const file of state.files) {
    const part = file.parts.find((one) => one.id === id);
    if (part !== undefined) return { file, part };
  }
  return undefined;
}

interface CutPlace {
  readonly desk: string;
  readonly file: DeskFile;
  readonly part: DeskPart;
}

/** The text of a part and how it is cut, with all edits made to it. */
export function cutPart(
  whole: ReadDocument,
  { desk, file, part }: CutPlace,
): Pick<CutPaper, 'document' | 'segmentation'> {
  const { reading } = file;
  const stamp = reading.status === 'read' ? reading.at : '';
  const key = JSON.stringify([desk, file.id, stamp, part.spans]);
  const document = slices.find(key) ?? slices.keep(key, sliceDocument(whole, part.spans));
  return { document, segmentation: cutAfter(document, key, part.edits) };
}

/** The cuts after some edits; those before the last edit are usually known. */
function cutAfter(document: ReadDocument, key: string, edits: readonly CutEdit[]): Segmentation {
  const keyAfter = (count: number): string => `${key}${JSON.stringify(edits.slice(0, count))}`;
  let count = edits.length;
  let cut = segmentations.find(keyAfter(count));
  if (cut !== undefined) return cut;
  if (count > 0) cut = segmentations.find(keyAfter((count -= 1)));
  if (cut === undefined) {
    count = 0;
    cut = segmentDocument(document);
  }
  for (const edit of edits.slice(count)) {
    const next = applyCutEdit(cut, document.text, edit);
    // An edit that made sense when it was made may not after a newer version cuts otherwise.
    if (next.ok) cut = next.value;
  }
  return segmentations.keep(keyAfter(edits.length), cut);
}

/** Makes an edit and tells which piece it left at that place. */
export async function editCuts(
  workspace: Workspace,
  question: DeskQuestion,
  { paper, order }: { readonly paper: string; readonly order: CutOrder },
): Promise<Parsed<string | undefined>> {
  const found = await findCuts(workspace, question, paper);
  if (!found.ok) return found;
  const { document, segmentation, file, part } = found.value;
  const read = readCutOrder(order, rowsOf(segmentation, document.text));
  if (!read.ok) return read;
  const edit = read.value;
  const next = applyCutEdit(segmentation, document.text, edit);
  if (!next.ok) return next;
  return changeDesk<string>(workspace, question, (state) => {
    const now = findPart(state, paper)?.part;
    if (now === undefined) return unknownPaper;
    // Somebody edited elsewhere meanwhile: this edit was meant for other cuts.
    if (JSON.stringify(now.edits) !== JSON.stringify(part.edits)) return changedElsewhere;
    const edits = [...now.edits, edit];
    const value = withPart(state, file.id, { ...now, edits, undone: [] });
    return { ok: true, value, answer: pieceAfter(segmentation, next.value, edit) };
  });
}

const changedElsewhere: Parsed<never> = {
  ok: false,
  problems: [
    {
      code: 'cuts_changed',
      path: 'piece',
      message: 'the cuts were changed in another window; look at them, and do it once more',
    },
  ],
};

/** Takes the last edit back, or makes the last one taken back again. */
export async function stepCuts(
  workspace: Workspace,
  question: DeskQuestion,
  { paper, step }: { readonly paper: string; readonly step: 'undo' | 'redo' },
): Promise<Parsed<string | undefined>> {
  return changeDesk<string>(workspace, question, (state) => {
    const place = findPart(state, paper);
    if (place === undefined) return unknownPaper;
    const { part, file } = place;
    const edit = step === 'undo' ? part.edits.at(-1) : part.undone.at(0);
    if (edit === undefined) return { ok: true, value: state };
    const next =
      step === 'undo'
        ? { edits: part.edits.slice(0, -1), undone: [edit, ...part.undone] }
        : { edits: [...part.edits, edit], undone: part.undone.slice(1) };
    const value = withPart(state, file.id, { ...part, ...next });
    return { ok: true, value, answer: edit.piece };
  });
}

const withPart = (state: DeskState, file: string, part: DeskPart): DeskState =>
  withFile(state, file, (one) => ({
    ...one,
    parts: one.parts.map((other) => (other.id === part.id ? part : other)),
  }));

/** The piece a person goes on with after an edit. */
function pieceAfter(before: Segmentation, after: Segmentation, edit: CutEdit): string {
  const index = before.pieces.findIndex(({ id }) => id === edit.piece);
  if (edit.op === 'merge') return before.pieces[Math.max(0, index - 1)]?.id ?? edit.piece;
  if (edit.op !== 'split') return edit.piece;
  return after.pieces.find(({ span }) => span.from >= edit.at)?.id ?? edit.piece;
}
