// The division of a file into parts by hand, and what the program fills in before anybody types. Pure:
// each function gives the next state of the file.
import { guessParty } from '#lib/intake/draft/guess-party.ts';
import type { ReadDocument } from '#lib/intake/document.ts';
import type { Part } from '#lib/intake/parts/part.ts';
import { nameAmong } from '#lib/intake/parts/same-party.ts';
import type { Span } from '#lib/model/clause.ts';
import type { DeskFile, DeskPart, DeskState, PaperWords } from './intake-desk-parse.ts';
import { findPrintedDate } from './printed-date.ts';

/** So many divisions of a file can be taken back. */
const mostEarlier = 20;

/** What is known about a file when its parts are laid out. */
export interface LayingOut {
  readonly document: ReadDocument;
  /** The day on which the file is imported, `YYYY-MM-DD`. */
  readonly today: string;
  readonly name: () => string;
  /** The parties there are: of the dossier, and those of the papers that lie on the desk. */
  readonly parties: readonly { readonly names: readonly string[] }[];
}

/** The parts of a file that was just read, each with the form of a paper filled in from the file. */
export function layOutParts(
  parts: readonly Part[],
  { document, today, name, parties }: LayingOut,
): readonly DeskPart[] {
  const there = [...parties];
  return parts.toSorted(byPlace).map((part) => {
    const { role, spans, textKind, confidence, why } = part;
    const filled = prefill(document, today);
    const words = spans.map(({ from, to }) => document.text.slice(from, to)).join('\n');
    const dated = findPrintedDate(words) ?? filled.dated;
    const title = part.title ?? filled.title;
    const { party, guess } = suggestParty(part, { title, name: document.name, there });
    if (party !== '') there.push({ names: [party] });
    const told = textKind === 'reported' ? reported : {};
    return {
      ...{ id: name(), role, spans, textKind, confidence, why, guess, edits: [], undone: [] },
      words: { ...filled, ...told, party, title, dated, textKind },
    };
  });
}

interface PartSurroundings {
  readonly title: string;
  /** The name of the file. */
  readonly name: string;
  readonly there: LayingOut['parties'];
}

/** Whose paper a part may be, and the same once more as far as the text itself does not say so. */
function suggestParty(
  { role, party: told }: Part,
  { title, name, there }: PartSurroundings,
): { readonly party: string; readonly guess: string } {
  if (role !== 'paper') return { party: told ?? '', guess: '' };
  const own = told ?? guessParty({ title, fileName: titleOfName(name) });
  const party = nameAmong(own, there);
  return { party, guess: party === told ? '' : party };
}

/** What others tell of a paper is not its own words. */
const reported = { attribution: 'reported', kind: 'statement' };

/** The name of a file as a title: without folder and ending. */
export const titleOfName = (name: string): string =>
  name.replace(/^.*[/\\]/, '').replace(/\.[A-Za-z0-9]{1,8}$/, '') || name;

function prefill({ meta, name, format }: ReadDocument, today: string): PaperWords {
  const title = meta.title ?? titleOfName(name);
  // Word processors and printers date the file, not the text.
  const dated = format === 'docx' || format === 'pdf' ? '' : (meta.dated ?? '');
  return {
    ...{ party: '', title, dated, kind: 'memorandum', textKind: 'full' },
    ...{ textBy: meta.author ?? '', attribution: 'own', language: meta.language ?? '' },
    ...{ publisher: meta.publisher ?? '', sourceTitle: title, url: meta.url ?? '' },
    ...{ sourceDate: meta.published ?? '', read: today },
  };
}

/** A division of a file by hand. */
export type Division =
  | { readonly op: 'split'; readonly part: string; readonly at: number }
  | { readonly op: 'join'; readonly part: string }
  | { readonly op: 'whole' | 'undo'; readonly file: string };

/** The desk after a division; the desk itself when there is nothing of the kind to do. */
export function divide(state: DeskState, division: Division): DeskState {
  const name = `p${String(state.named + 1)}`;
  const isMeant = ({ id, parts }: DeskFile): boolean =>
    'file' in division ? id === division.file : parts.some((part) => part.id === division.part);
  const file = state.files.find(isMeant);
  const next = file && divideFile(file, division, name);
  if (next === undefined) return state;
  const files = state.files.map((one) => (one === file ? next : one));
  return { ...state, files, named: state.named + 1 };
}

function divideFile(file: DeskFile, division: Division, name: string): Divided {
  switch (division.op) {
    case 'split':
      return splitPart(file, { ...division, name });
    case 'join':
      return joinPart(file, division.part);
    case 'whole':
      return joinAll(file);
    case 'undo':
      return undoDivision(file);
  }
}

/** A change of the division; undefined when there is nothing of the kind to do. */
export type Divided = DeskFile | undefined;

/** Begins a new part inside a part, at an offset of the text. */
export function splitPart(
  file: DeskFile,
  { part: id, at, name }: { readonly part: string; readonly at: number; readonly name: string },
): Divided {
  return redivide(file, (parts) => {
    const index = parts.findIndex((part) => part.id === id);
    const part = parts[index];
    if (part === undefined) return undefined;
    const before = clip(part.spans, { from: 0, to: at });
    const after = clip(part.spans, { from: at, to: Infinity });
    if (before.length === 0 || after.length === 0) return undefined;
    const first = { ...asDivided(part), spans: before };
    const second = { ...asDivided(part), id: name, spans: after };
    const words = { ...part.words, party: '' };
    return parts.toSpliced(index, 1, first, { ...second, words, guess: '' });
  });
}

/** Joins a part to the one before it, which it then belongs to. */
export function joinPart(file: DeskFile, id: string): Divided {
  return redivide(file, (parts) => {
    const index = parts.findIndex((part) => part.id === id);
    const part = parts[index];
    const before = parts[index - 1];
    if (part === undefined || before === undefined) return undefined;
    const spans = joinSpans([...before.spans, ...part.spans]);
    return parts.toSpliced(index - 1, 2, { ...asDivided(before), spans });
  });
}

/** Takes the whole file as one paper, described as its first paper was. */
export function joinAll(file: DeskFile): Divided {
  return redivide(file, (parts) => {
    const first = parts.find(({ role }) => role === 'paper') ?? parts[0];
    if (first === undefined || (parts.length === 1 && first.role === 'paper')) return undefined;
    const spans = joinSpans(parts.flatMap((part) => part.spans));
    return [{ ...asDivided(first), role: 'paper', spans }];
  });
}

/** Takes the last division back, with what had been typed and cut before it. */
export function undoDivision(file: DeskFile): Divided {
  const [parts, ...earlier] = file.earlier;
  return parts && { ...file, parts, earlier };
}

/** A part with other words in it: edits of its cuts belong to the text it had. */
const asDivided = (part: DeskPart): DeskPart => ({
  ...part,
  ...{ why: '', confidence: 1, edits: [], undone: [] },
});

function redivide(
  file: DeskFile,
  divide: (parts: readonly DeskPart[]) => readonly DeskPart[] | undefined,
): Divided {
  const parts = divide(file.parts);
  if (parts === undefined) return undefined;
  const earlier = [file.parts, ...file.earlier].slice(0, mostEarlier);
  return { ...file, parts: parts.toSorted(byPlace), earlier };
}

const byPlace = (a: Pick<Part, 'spans'>, b: Pick<Part, 'spans'>): number =>
  (a.spans[0]?.from ?? 0) - (b.spans[0]?.from ?? 0);

const clip = (spans: readonly Span[], { from, to }: Span): readonly Span[] =>
  spans
    .map((span) => ({ from: Math.max(span.from, from), to: Math.min(span.to, to) }))
    .filter((span) => span.from < span.to);

/** Spans in order, those that meet as one. */
function joinSpans(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && span.from <= last.to)
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else joined.push(span);
  }
  return joined;
}
