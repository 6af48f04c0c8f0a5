// Where a text says that the position of a side follows, and how far that position reaches.
import type { Span } from '#lib/model/clause.ts';
import type { Block, ReadDocument } from '../document.ts';
import type { KnownName } from '../propose/proposal.ts';
import { findMarker } from '../read/marker.ts';
import { tellsOfEvents } from './cue-words.ts';
import { findAnnouncedParty, type NamedParty } from './party-names.ts';

/** A stretch of a document that is the position of a party. */
export interface Announced {
  readonly party: NamedParty;
  /** The words that announce it. */
  readonly words: string;
  /** The blocks `[from, to)` that hold it; without any it stands in `inside`. */
  readonly from: number;
  readonly to: number;
  /** The part of the announcing block that is the position, where that is one sentence. */
  readonly inside?: Span;
  /** Whether its points are set off as a list, which leaves no doubt where it ends. */
  readonly isList: boolean;
}

/** Longer sentences are no announcements. */
const longestLead = 320;
/** Longer paragraphs are no points of a list that has no numbers. */
const longestPoint = 420;
/** More blocks without a number end a list. */
const longestBreak = 6;

/** Blocks with their words, which most questions are about. */
export interface TextBlock extends Block {
  readonly words: string;
}

export function blocksWithWords({ text, blocks }: ReadDocument): readonly TextBlock[] {
  return blocks.map((block) => ({ ...block, words: text.slice(block.span.from, block.span.to) }));
}

/** All positions that the text announces, in order; they do not overlap. */
export function findAnnounced(
  blocks: readonly TextBlock[],
  known: readonly KnownName[],
): readonly Announced[] {
  const found: Announced[] = [];
  for (let at = 0; at < blocks.length;) {
    const announced = announcedAt(blocks, at, known);
    if (announced !== undefined) found.push(announced);
    at = Math.max(at + 1, announced?.to ?? 0);
  }
  return found;
}

function announcedAt(
  blocks: readonly TextBlock[],
  at: number,
  known: readonly KnownName[],
): Announced | undefined {
  const block = blocks[at];
  if (block === undefined || block.apart === true || isPoint(block)) return undefined;
  if (isHeadingLike(block)) return announcedByHeading(blocks, at, known);
  const lead = lastSentence(block.words);
  if (lead.length > longestLead) return undefined;
  const party = findAnnouncedParty(lead, known);
  if (party === undefined) return undefined;
  const base = { party, words: lead, from: at + 1 };
  const listEnd = endOfList(blocks, at + 1);
  const isLead = lead.endsWith(':');
  if (listEnd > at + 1 && (isLead || listEnd > at + 2))
    return { ...base, to: listEnd, isList: true };
  if (isLead) {
    const to = endOfPoints(blocks, at + 1);
    return to > at + 2 ? { ...base, to, isList: false } : undefined;
  }
  const inside = insideSentence(block, lead);
  return inside === undefined ? undefined : { ...base, to: at + 1, inside, isList: false };
}

/** Under a heading the first list is the position; without a list, all its paragraphs are. */
function announcedByHeading(
  blocks: readonly TextBlock[],
  at: number,
  known: readonly KnownName[],
): Announced | undefined {
  const heading = blocks[at];
  if (heading === undefined || heading.words.length > longestLead) return undefined;
  const party = findAnnouncedParty(heading.words, known);
  if (party === undefined) return undefined;
  const end = endOfSection(blocks, at);
  const base = { party, words: heading.words };
  // One or two sentences may lead to the list.
  for (let first = at + 1; first < Math.min(end, at + 4); first += 1) {
    if (!isPoint(blocks[first])) continue;
    const to = Math.min(end, endOfList(blocks, first));
    return { ...base, from: first, to, isList: true };
  }
  const isTitle = at === 0 || heading.level === 1;
  const paragraphs = blocks.slice(at + 1, end);
  if (isTitle || paragraphs.length === 0 || paragraphs.some(isTelling)) return undefined;
  return { ...base, from: at + 1, to: end, isList: false };
}

/** The sentence of a block that may lead to what follows. */
function lastSentence(words: string): string {
  const line = words.trimEnd();
  const ends = [...line.slice(0, -1).matchAll(/[.!?…]["”»]?\s+(?=\p{Lu}|["“«])/gu)];
  const last = ends.at(-1);
  return last === undefined ? line : line.slice(last.index + last[0].length);
}

/** Points inside the announcing sentence itself: `proposes: one thing; another; a third`. */
function insideSentence({ span, words }: TextBlock, lead: string): Span | undefined {
  const colon = lead.indexOf(': ');
  const semicolons = lead.slice(colon).split(';').length - 1;
  if (colon === -1 || semicolons < 1) return undefined;
  const from = span.from + words.lastIndexOf(lead) + colon + 2;
  return { from, to: span.to };
}

const isHeadingLike = ({ kind, strong, words }: TextBlock): boolean =>
  kind === 'heading' || (strong === true && !words.trimEnd().endsWith('.') && words.length < 160);

/** Whether a block is a point of a list. */
export const isPoint = (block: TextBlock | undefined): boolean =>
  block !== undefined &&
  (block.kind === 'item' ||
    block.kind === 'row' ||
    (block.kind !== 'heading' && findMarker(block.words) !== undefined));

const isTelling = ({ kind, words }: TextBlock): boolean =>
  kind !== 'item' && tellsOfEvents.test(words);

/** Where the list that begins at a block ends; that block itself where it begins none. */
function endOfList(blocks: readonly TextBlock[], first: number): number {
  let end = first;
  for (let at = first; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block === undefined || block.apart === true) break;
    if (isPoint(block)) end = at + 1;
    else if (end === first || isTelling(block) || !continues(blocks, at)) break;
  }
  return end;
}

/** Whether a block between points belongs to them: after it the same list goes on. */
function continues(blocks: readonly TextBlock[], at: number): boolean {
  const block = blocks[at];
  const before = blocks.slice(Math.max(0, at - longestBreak), at).findLast(isPoint);
  const next = blocks.slice(at + 1, at + 4).find((b) => isPoint(b) || b.kind === 'heading');
  if (block === undefined || before === undefined || next === undefined || !isPoint(next))
    return false;
  // Headings between points that are numbered on are headings of the paper.
  const isNumberedOn = isNext(numberOf(before), numberOf(next));
  return block.kind === 'heading' ? isNumberedOn : isNumberedOn || block.kind === 'quote';
}

function numberOf({ number, words }: TextBlock): number | undefined {
  const digits = /\d{1,3}/.exec(number ?? findMarker(words) ?? '')?.[0];
  return digits === undefined ? undefined : Number(digits);
}

const isNext = (before: number | undefined, next: number | undefined): boolean =>
  before !== undefined && next === before + 1;

/** Where paragraphs end that may be points without numbers: where somebody tells or a heading comes. */
function endOfPoints(blocks: readonly TextBlock[], first: number): number {
  let at = first;
  for (let block = blocks[at]; block !== undefined; block = blocks[at]) {
    const isOwn = block.kind === 'paragraph' || block.kind === 'quote';
    const endsHere =
      block.apart === true || isHeadingLike(block) || isTelling(block) || block.words.endsWith(':');
    if (!isOwn || endsHere || block.words.length > longestPoint) break;
    at += 1;
  }
  return at;
}

/** Where the section of a heading ends: at the next heading that is not below it. */
function endOfSection(blocks: readonly TextBlock[], at: number): number {
  const heading = blocks[at];
  const level = heading?.kind === 'heading' ? (heading.level ?? 1) : Infinity;
  for (let next = at + 1; next < blocks.length; next += 1) {
    const block = blocks[next];
    if (block === undefined || block.apart === true) return next;
    const isHigher = block.kind === 'heading' && (block.level ?? 1) <= level;
    if (level === Infinity ? isHeadingLike(block) : isHigher) return next;
  }
  return blocks.length;
}
