// A file may hold one paper, or tell of several. Of a text that announces the positions of its sides
// (a heading, or a sentence such as "The union proposes:") each is a reported paper; what is told
// around them is context, and what leads elsewhere is left out. No side is guessed without words.
import type { Span } from '#lib/model/clause.ts';
import type { Block, ReadDocument } from '../document.ts';
import type { KnownName } from '../propose/proposal.ts';
import { blocksWithWords, findAnnounced, type Announced, type TextBlock } from './announcements.ts';
import { tellsOfEvents } from './cue-words.ts';
import { findLeftOut } from './left-out-blocks.ts';
import type { Part, PartRole } from './part.ts';
import { findAnnouncedParty, fullName, nameKey, type NamedParty } from './party-names.ts';

/** What is known before a document is looked at. */
export interface PartHints {
  /** The parties of the dossier, with the names they go by. */
  readonly parties: readonly KnownName[];
}

/**
 * Says which stretches of a document are a position of which party, which are told around it and which
 * belong to something else. Papers come first, by where they begin; together the parts hold all
 * visible signs once.
 */
export function assignParts(document: ReadDocument, hints: PartHints): readonly Part[] {
  const blocks = blocksWithWords(document);
  const announced = findAnnounced(blocks, hints.parties);
  const sides = new Set(announced.map(({ party }) => party.key));
  const isReport = sides.size > 1 || (sides.size === 1 && isTold(document, blocks, announced));
  const known = hints.parties.flatMap(({ names }) => names.map(nameKey));
  const left = findLeftOut(document, blocks, { isReport, keys: [...sides, ...known] });
  return isReport
    ? reportedParts(document, announced, left)
    : ownParts(document, blocks, { hints, left });
}

/** Whether somebody else tells of the one position in a text, outside it. */
function isTold(
  { meta }: ReadDocument,
  blocks: readonly TextBlock[],
  announced: readonly Announced[],
): boolean {
  const inside = new Set(announced.flatMap(({ from, to }) => blocks.slice(from, to)));
  const telling = blocks.filter(
    (block) => block.kind === 'paragraph' && !inside.has(block) && tellsOfEvents.test(block.words),
  );
  return telling.length > 1 || (telling.length > 0 && meta.publisher !== undefined);
}

function reportedParts(
  document: ReadDocument,
  announced: readonly Announced[],
  left: ReadonlySet<number>,
): readonly Part[] {
  const blocks = blocksWithWords(document);
  const owners = new Map<number, string>();
  const papers = Map.groupBy(announced, ({ party }) => party.key);
  for (const each of announced) {
    for (let at = each.from; at < each.to; at += 1) owners.set(at, each.party.key);
  }
  const parts = [...papers.values()].map((stretches) => reportedPaper(document, stretches));
  const insides = announced.flatMap(({ inside }) => (inside === undefined ? [] : [inside]));
  const isContext = (at: number): boolean => !owners.has(at) && !left.has(at);
  const context = runsOf(blocks, isContext).flatMap((run) => without(run, insides));
  if (context.length > 0) parts.push(contextPart(context));
  const isLeft = (at: number): boolean => !owners.has(at) && left.has(at);
  return [...parts, ...leftOutParts(blocks, isLeft)];
}

function reportedPaper(document: ReadDocument, stretches: readonly Announced[]): Part {
  const [first] = stretches;
  const spans = stretches.flatMap(({ from, to, inside }) => {
    if (inside !== undefined) return [inside];
    return runsOf(document.blocks.slice(from, to), () => true);
  });
  const isList = stretches.every((each) => each.isList);
  const isKnown = first?.party.isKnown === true;
  const words = first?.words.trim() ?? '';
  return {
    role: 'paper',
    spans,
    ...(first === undefined ? {} : { party: fullName(first.party, document.text) }),
    title: words.replace(/[:\s]+$/, ''),
    textKind: 'reported',
    confidence: (isList ? 0.8 : 0.55) + (isKnown ? 0.1 : 0),
    why: isList
      ? `announced by “${words}”, with the points that follow`
      : `announced by “${words}”; where it ends is guessed, because its points are not set off as a list`,
  };
}

const contextPart = (spans: readonly Span[]): Part => ({
  role: 'context',
  spans,
  textKind: 'reported',
  confidence: 0.7,
  why: 'told around the positions, and announced as nobody’s',
});

/** One paper, of whoever its title says, and what stands apart from it. */
function ownParts(
  document: ReadDocument,
  blocks: readonly TextBlock[],
  { hints, left }: { readonly hints: PartHints; readonly left: ReadonlySet<number> },
): readonly Part[] {
  const owner = findOwner(document, blocks, hints.parties);
  const spans = runsOf(blocks, (at) => !left.has(at));
  const paper: Part = {
    role: 'paper',
    spans: spans.length > 0 ? spans : runsOf(blocks, () => true),
    textKind: 'full',
    confidence: owner === undefined ? 0.6 : 0.85,
    why:
      owner === undefined
        ? 'one text; no words in it announce the position of another side, and none say whose it is'
        : `one text, and “${owner.words}” says whose it is`,
    ...(owner === undefined ? {} : { party: fullName(owner.party, document.text) }),
    ...(document.meta.title === undefined ? {} : { title: document.meta.title }),
  };
  return spans.length > 0 ? [paper, ...leftOutParts(blocks, (at) => left.has(at))] : [paper];
}

/** How many blocks at the beginning may say whose paper it is. */
const headBlocks = 4;
const longestTitle = 200;

function findOwner(
  { meta }: ReadDocument,
  blocks: readonly TextBlock[],
  known: readonly KnownName[],
): { readonly party: NamedParty; readonly words: string } | undefined {
  const heads = blocks.filter(({ apart }) => apart !== true).slice(0, headBlocks);
  for (const words of [meta.title ?? '', ...heads.map((block) => block.words.trim())]) {
    const party = words.length > longestTitle ? undefined : findAnnouncedParty(words, known);
    if (party !== undefined) return { party, words };
  }
  return undefined;
}

/** Each stretch that belongs to something else is a part of its own, so that it can be taken back. */
function leftOutParts(
  blocks: readonly TextBlock[],
  isLeft: (at: number) => boolean,
): readonly Part[] {
  return runsOf(blocks, isLeft).map((span) => {
    const first = blocks.find((block) => block.span.from === span.from);
    return {
      role: 'left-out' satisfies PartRole,
      spans: [span],
      title: shorten(first?.words ?? ''),
      textKind: 'reported',
      confidence: first?.apart === true ? 0.8 : 0.6,
      why:
        first?.apart === true
          ? 'stands outside the main text of the page'
          : 'leads elsewhere, or speaks of none of the sides',
    };
  });
}

function shorten(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length <= 80 ? line : `${line.slice(0, 79).trimEnd()}…`.toWellFormed();
}

/** The stretches of text that neighbouring blocks of a kind make. */
function runsOf(blocks: readonly Block[], isOne: (at: number) => boolean): readonly Span[] {
  const runs: Span[] = [];
  let isRunning = false;
  for (const [at, { span }] of blocks.entries()) {
    const isNext = isOne(at);
    const last = isNext && isRunning ? runs.pop() : undefined;
    if (isNext) runs.push({ from: last?.from ?? span.from, to: span.to });
    isRunning = isNext;
  }
  return runs;
}

/** A stretch without the pieces of it that are somebody's position. */
function without({ from, to }: Span, pieces: readonly Span[]): readonly Span[] {
  const rest: Span[] = [];
  let at = from;
  for (const piece of pieces) {
    if (piece.from < from || piece.to > to) continue;
    if (piece.from > at) rest.push({ from: at, to: piece.from });
    at = piece.to;
  }
  return at < to ? [...rest, { from: at, to }] : rest;
}
