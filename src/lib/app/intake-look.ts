// What there is to see of a desk: its files with what was left out, its parts, where they may go.
import { setImmediate } from 'node:timers/promises';
import type { Omission, ReadDocument } from '#lib/intake/document.ts';
import { starterPacks } from '#lib/intake/packs/starter-packs.ts';
import { suggestPack } from '#lib/intake/packs/suggest-packs.ts';
import type { Span } from '#lib/model/clause.ts';
import type { Parsed } from '#lib/model/parsed.ts';
import { hasRole } from '#lib/model/role.ts';
import { cutPart } from './intake-cuts.ts';
import type { DeskFile, DeskPart, DeskState } from './intake-desk-parse.ts';
import { findDesk, type DeskQuestion } from './intake-desk.ts';
import { findDocument } from './intake-documents.ts';
import { isDrafting } from './intake-drafting.ts';
import { isBusy, tendDesk } from './intake-reading.ts';
import { listDossiers } from './list-dossiers.ts';
import { listPacks, type PackOffer } from './starter-packs.ts';
import type { Viewer } from './viewer.ts';
import type { Workspace } from './workspace.ts';

/** A part with what shows which words it is. */
export interface PartLook extends Omit<DeskPart, 'edits' | 'undone'> {
  readonly opening: string;
  readonly closing: string;
  readonly signs: number;
  /** How a paper is cut; undefined for what is no paper. */
  readonly cuts?: { readonly clauses: number; readonly edits: number; readonly warnings: number };
  /** Where a new part may begin, when it was asked for. */
  readonly blocks?: readonly { readonly at: number; readonly words: string }[];
}

export interface FileLook extends Omit<DeskFile, 'parts' | 'earlier'> {
  readonly format: ReadDocument['format'] | undefined;
  /** Whether another reading of its tracked changes would give another text. */
  readonly hasRevisions: boolean;
  readonly isBusy: boolean;
  readonly hasEarlier: boolean;
  readonly pages: number;
  readonly leftOut: readonly Omission[];
  readonly warnings: ReadDocument['warnings'];
  readonly parts: readonly PartLook[];
}

/** A desk as a page shows it. */
export interface DeskLook {
  readonly state: Pick<DeskState, 'dossier' | 'title' | 'packs'>;
  /** Whether something is still being read. */
  readonly isBusy: boolean;
  /** Whether a draft of it is being made. */
  readonly isDrafting: boolean;
  readonly files: readonly FileLook[];
  /** The starter pack whose words stand in the papers; undefined where none fits. */
  readonly suggestedPack: string | undefined;
}

/** Looks at a desk and has read what waits on it; `open` is the part whose blocks are listed. */
export async function lookAtDesk(
  workspace: Workspace,
  question: DeskQuestion,
  open: string,
): Promise<Parsed<DeskLook>> {
  const desk = await findDesk(workspace, question);
  if (!desk.ok) return desk;
  const state = desk.value;
  tendDesk(workspace, question, state);
  const files: FileLook[] = [];
  const documents: ReadDocument[] = [];
  const isWaiting = isBusy(state);
  for (const file of state.files) {
    // What is told of a document is told when all are read; until then looking costs nothing.
    const document = isWaiting ? undefined : await findDocument(workspace, question.id, file);
    if (document !== undefined) documents.push(document);
    // Cutting long papers takes moments each, in which others would not be answered.
    await setImmediate();
    files.push(lookAtFile(file, document, { desk: question.id, open }));
  }
  const { dossier, title, packs } = state;
  const look = {
    ...{ state: { dossier, title, packs }, isBusy: isWaiting, files },
    isDrafting: isDrafting(state, question.at),
  };
  const suggestedPack = look.isBusy ? undefined : fittingPack(documents);
  return { ok: true, value: { ...look, suggestedPack } };
}

/** So many blocks of a document tell what it is about. */
const mostTelling = 300;

function fittingPack(documents: readonly ReadDocument[]): string | undefined {
  const texts = documents.flatMap(({ blocks, text }) =>
    blocks.slice(0, mostTelling).map(({ span }) => text.slice(span.from, span.to)),
  );
  const language = documents[0]?.meta.language ?? 'en';
  return suggestPack(texts, { packs: starterPacks, language })?.id;
}

interface Place {
  readonly desk: string;
  readonly open: string;
}

function lookAtFile(file: DeskFile, document: ReadDocument | undefined, place: Place): FileLook {
  const { parts, earlier, ...rest } = file;
  return {
    ...rest,
    format: document?.format,
    hasRevisions: document?.warnings.some(({ code }) => code === 'tracked-changes') ?? false,
    isBusy: file.reading.status === 'waiting' || file.reading.status === 'reading',
    hasEarlier: earlier.length > 0,
    pages: document?.blocks.reduce((most, { page = 0 }) => Math.max(most, page), 0) ?? 0,
    leftOut: document?.omissions ?? [],
    warnings: document?.warnings ?? [],
    parts:
      document === undefined
        ? []
        : parts.map((part) => lookAtPart(part, { file, document, ...place })),
  };
}

/** So many signs show how a part begins and ends. */
const shownSigns = 220;
/** So many beginnings of blocks are offered; further ones after a first division. */
const mostBlocks = 600;

function lookAtPart(
  part: DeskPart,
  {
    file,
    document,
    desk,
    open,
  }: Place & { readonly file: DeskFile; readonly document: ReadDocument },
): PartLook {
  const { edits, undone: _undone, ...rest } = part;
  const words = part.spans.map(({ from, to }) => document.text.slice(from, to).trim()).join('\n');
  const isShort = words.length <= 2 * shownSigns;
  const { segmentation } =
    part.role === 'paper' ? cutPart(document, { desk, file, part }) : { segmentation: undefined };
  return {
    ...rest,
    opening: isShort ? words : `${words.slice(0, shownSigns).replace(/\S*$/, '').trimEnd()} …`,
    closing: isShort ? '' : `… ${words.slice(-shownSigns).replace(/^\S*/, '').trimStart()}`,
    signs: words.length,
    ...(segmentation === undefined
      ? {}
      : {
          cuts: {
            clauses: segmentation.pieces.filter(isClause).length,
            edits: edits.length,
            warnings: segmentation.warnings.length,
          },
        }),
    ...(part.id === open ? { blocks: beginnings(part.spans, document) } : {}),
  };
}

const isClause = ({ kind }: { readonly kind: string }): boolean =>
  kind !== 'furniture' && kind !== 'section';

/** The blocks that begin inside some stretches, but for the first. */
const beginnings = (spans: readonly Span[], { blocks, text }: ReadDocument) =>
  blocks
    .filter(({ span }) => spans.some(({ from, to }) => span.from >= from && span.from < to))
    .slice(1, mostBlocks)
    .map(({ span }) => ({ at: span.from, words: text.slice(span.from, span.to).slice(0, 160) }));

/** Where papers may go: the dossiers somebody may edit with their parties, and what new ones may begin with. */
export interface TargetOffer {
  readonly dossiers: readonly {
    readonly id: string;
    readonly title: string;
  }[];
  readonly packs: readonly PackOffer[];
}

/** What somebody may choose from. */
export async function offerTargets(workspace: Workspace, viewer: Viewer): Promise<TargetOffer> {
  const listed = await listDossiers(workspace, viewer);
  const dossiers = listed.filter(({ role }) => hasRole(role, 'editor'));
  return { dossiers: dossiers.map(({ id, title }) => ({ id, title })), packs: listPacks() };
}

/** The names of the parties of a dossier, for those who may edit it. */
export async function offerParties(
  { store }: Workspace,
  dossier: string,
  { dossiers }: TargetOffer,
): Promise<readonly string[]> {
  if (!dossiers.some(({ id }) => id === dossier)) return [];
  const state = await store.load(dossier);
  if (!state.ok) return [];
  return state.value.dossier.actors.filter(({ party }) => party).map(({ name }) => name);
}
