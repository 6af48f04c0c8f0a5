import type { Clause, Rendering, Span } from '#lib/model/clause.ts';
import { sha256Of } from '#lib/model/digest.ts';
import type { Id } from '#lib/model/id.ts';
import { slugOf } from '#lib/model/make-id.ts';
import type { Attribution, Paper, PaperKind, TextKind } from '#lib/model/paper.ts';
import type { ReadDocument } from '../document.ts';
import type { Piece, Segmentation } from '../segment/segmentation.ts';

/** Where a paper was read, as the form of an import asks for it. */
export interface DraftSource {
  readonly publisher: string;
  readonly title: string;
  readonly url?: string;
  readonly date?: string;
  readonly read?: string;
  readonly language: string;
  readonly translator?: string;
}

/** What a person said about a paper, or what its file said and nobody changed. */
export interface DraftMeta {
  /** A party of the dossier, or the name of a new one. */
  readonly party: { readonly id: Id } | { readonly name: string };
  readonly title: string;
  readonly dated: string;
  /** Nothing tells the date; `dated` is the day of reading. */
  readonly undated?: boolean;
  readonly published?: string;
  readonly kind: PaperKind;
  readonly textKind: TextKind;
  readonly textBy?: string;
  readonly attribution: Attribution;
  readonly language: string;
  readonly sources: readonly DraftSource[];
  readonly note?: string;
}

/** A paper that is cut and described, and not yet part of a dossier. */
export interface DraftPaper {
  readonly document: ReadDocument;
  readonly segmentation: Segmentation;
  readonly meta: DraftMeta;
}

/** What a paper gets from the dossier it goes into. */
export interface PaperIds {
  readonly id: Id;
  readonly party: Id;
  readonly sources: readonly Id[];
  readonly isTaken: (clause: Id) => boolean;
}

/**
 * A draft as a paper of the model: each piece that is compared is a clause, in the same tree. Furniture
 * stays in the text alone; the old words of an amendment are a rendering of the new ones.
 */
export function paperOf({ document, segmentation, meta }: DraftPaper, ids: PaperIds): Paper {
  const { text } = document;
  const kept = keepPieces(segmentation.pieces);
  const clauseIds = nameClauses(kept, ids);
  const groups = segmentation.optionGroups.filter(({ choices }) => choices.length > 1);
  const groupIds = new Map(groups.map(({ id }) => [id, `${ids.id}-${id}`]));
  const firstInside = firstChildren(kept);
  const olds = new Map(
    segmentation.pieces.flatMap(({ revision, span }) =>
      revision?.side === 'old' ? [[revision.pair, span] as const] : [],
    ),
  );
  const clauses = kept.map((piece) =>
    clauseOf(piece, {
      text,
      language: meta.language,
      clauseIds,
      groupIds,
      old: piece.revision && olds.get(piece.revision.pair),
      inside: firstInside.get(piece.id),
    }),
  );
  const { party: _party, sources: _sources, ...described } = meta;
  return {
    undated: false,
    ...described,
    id: ids.id,
    parties: [ids.party],
    gaps: [],
    options: groups.map((group) => ({ ...group, id: groupIds.get(group.id) ?? group.id })),
    sources: ids.sources,
    text,
    sha256: sha256Of(text),
    clauses,
  };
}

/** The clauses of a draft that set no terms of their own: preambles, definitions and notes. */
export function clausesSettingNone(
  { segmentation }: DraftPaper,
  ids: Pick<PaperIds, 'id' | 'isTaken'>,
): readonly Id[] {
  const kept = keepPieces(segmentation.pieces);
  const names = nameClauses(kept, ids);
  return kept
    .filter(({ kind }) => kind !== 'clause' && kind !== 'section')
    .flatMap(({ id }) => names.get(id) ?? []);
}

/** The pieces that become clauses, with the nearest kept piece around each as its parent. */
function keepPieces(pieces: readonly Piece[]): readonly Piece[] {
  const byId = new Map(pieces.map((piece) => [piece.id, piece]));
  const isKept = ({ kind, revision }: Piece): boolean =>
    kind !== 'furniture' && revision?.side !== 'old';
  const keptParent = (piece: Piece): string | undefined => {
    let parent = piece.parent === undefined ? undefined : byId.get(piece.parent);
    while (parent !== undefined && !isKept(parent))
      parent = parent.parent === undefined ? undefined : byId.get(parent.parent);
    return parent?.id;
  };
  return pieces.filter(isKept).map((piece) => {
    const { parent: _parent, ...rest } = piece;
    const parent = keptParent(piece);
    return parent === undefined ? rest : { ...rest, parent };
  });
}

/** Where the first piece inside each piece begins. */
function firstChildren(pieces: readonly Piece[]): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  for (const { parent, span } of pieces)
    if (parent !== undefined) first.set(parent, Math.min(first.get(parent) ?? Infinity, span.from));
  return first;
}

function nameClauses(
  pieces: readonly Piece[],
  ids: Pick<PaperIds, 'id' | 'isTaken'>,
): ReadonlyMap<string, Id> {
  const given = new Set<string>();
  return new Map(
    pieces.map(({ id, locator }) => {
      const spoken = `${ids.id}.${slugOf(locator).slice(0, 40) || id}`;
      const isFree = (name: string): boolean => !given.has(name) && !ids.isTaken(name);
      const name = [spoken, `${ids.id}.${id}`].find(isFree) ?? `${ids.id}.${id}.x`;
      given.add(name);
      return [id, name] as const;
    }),
  );
}

interface ClausePlace {
  readonly text: string;
  readonly language: string;
  readonly clauseIds: ReadonlyMap<string, Id>;
  readonly groupIds: ReadonlyMap<string, Id>;
  readonly old: Span | undefined;
  /** Where the first piece inside it begins; undefined where there is none. */
  readonly inside: number | undefined;
}

function clauseOf(piece: Piece, place: ClausePlace): Clause {
  const { text, clauseIds, groupIds, old } = place;
  const group = piece.option && groupIds.get(piece.option.group);
  const parent = piece.parent === undefined ? undefined : clauseIds.get(piece.parent);
  const words = withoutMarker(piece, text);
  const own = text.slice(words.from, place.inside ?? words.to);
  const isBare = own.trim() === '';
  const heading = piece.heading?.trim();
  return {
    id: clauseIds.get(piece.id) ?? piece.id,
    locator: piece.locator,
    locatorInferred: piece.locatorInferred,
    kind: piece.kind === 'section' || (isBare && place.inside !== undefined) ? 'section' : 'clause',
    ...(heading === undefined || heading === '' ? {} : { heading }),
    span: piece.kind === 'section' || isBare ? piece.span : words,
    ...(parent === undefined ? {} : { parent }),
    ...(piece.option && group !== undefined
      ? { option: { group, choice: piece.option.choice } }
      : {}),
    availability: 'present',
    issues: [],
    beside: [],
    renderings: old === undefined ? [] : renderingsOf(text.slice(old.from, old.to), place.language),
    sources: [],
  };
}

function renderingsOf(words: string, language: string): readonly Rendering[] {
  if (words.trim() === '') return [];
  return [
    { id: 'old', language, text: words, differs: 'wording', note: 'The words it would replace.' },
  ];
}

/** The words of a piece without its own number, which the locator says. */
function withoutMarker({ span, marker }: Piece, text: string): Span {
  if (marker === undefined || marker.from < span.from || marker.to > span.to) return span;
  if (text.slice(span.from, marker.from).trim() !== '') return span;
  const rest = text.slice(marker.to, span.to);
  return { from: marker.to + (rest.length - rest.trimStart().length), to: span.to };
}
