// A desk in words, as its page shows it.
import type { TextKind } from '#lib/model/paper.ts';
import { countOf } from '../count-of.ts';
import { omissionWords, roleWords, formatWords } from './intake-words.ts';

/** What was found on a desk; see `lookAtDesk`. */
export interface FoundFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly revisions: string;
  readonly format?: string | undefined;
  readonly hasRevisions: boolean;
  readonly reading:
    | { readonly status: 'waiting' | 'cancelled' }
    | { readonly status: 'reading'; readonly since: string }
    | { readonly status: 'read'; readonly at: string }
    | { readonly status: 'refused'; readonly code: string; readonly message: string };
  readonly isBusy: boolean;
  readonly hasEarlier: boolean;
  readonly pages: number;
  readonly leftOut: readonly FoundOmission[];
  readonly warnings: readonly { readonly message: string; readonly page?: number }[];
  readonly parts: readonly FoundPart[];
}

export interface FoundOmission {
  readonly kind: string;
  readonly words: string;
  readonly page?: number;
}

export interface FoundPart {
  readonly id: string;
  readonly role: PartRole;
  readonly textKind: TextKind;
  readonly confidence: number;
  readonly why: string;
  /** The name the program guessed where the text names no party. */
  readonly guess: string;
  readonly words: Readonly<Record<string, string>>;
  readonly opening: string;
  readonly closing: string;
  readonly signs: number;
  readonly cuts?: { readonly clauses: number; readonly edits: number; readonly warnings: number };
  readonly blocks?: readonly { readonly at: number; readonly words: string }[];
}

export type PartRole = keyof typeof roleWords;

export interface LeftOutView {
  readonly kind: string;
  /** "12 page numbers". */
  readonly label: string;
  readonly items: readonly { readonly words: string; readonly place: string }[];
  /** How many more there are than items. */
  readonly more: number;
}

export interface PartView extends Omit<FoundPart, 'cuts'> {
  /** "Paper 1", "Context", "Left out". */
  readonly title: string;
  readonly extent: string;
  /** How sure the program is, where nobody has said anything yet. */
  readonly doubt: string;
  readonly cut: string;
  readonly isFirst: boolean;
}

export interface FileView {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly status: FoundFile['reading']['status'];
  readonly statusWord: string;
  /** Why it was not read, and what to do. */
  readonly refusal: string;
  readonly isBusy: boolean;
  readonly isWhole: boolean;
  readonly hasEarlier: boolean;
  /** Whether the file has tracked changes, so that another reading gives another text. */
  readonly hasRevisions: boolean;
  readonly revisions: string;
  readonly warnings: readonly string[];
  readonly leftOut: readonly LeftOutView[];
  readonly leftOutInShort: string;
  readonly parts: readonly PartView[];
}

const statusWords: Readonly<Record<FileView['status'], string>> = {
  waiting: 'waiting to be read',
  reading: 'being read',
  read: 'read',
  refused: 'not read',
  cancelled: 'cancelled',
};

/** Below this the program asks to be checked. */
const sure = 0.75;
/** So many omissions of a kind are listed; no document was seen with as many. */
const mostItems = 1500;

/** The files of a desk with their parts, papers counted through. */
export function buildFileViews(files: readonly FoundFile[]): readonly FileView[] {
  let papers = 0;
  return files.map((file) => {
    const { reading } = file;
    const leftOut = groupOmissions(file.leftOut);
    const parts = file.parts.map((part, index): PartView => {
      if (part.role === 'paper') papers += 1;
      return viewPart(part, { number: papers, isFirst: index === 0 });
    });
    return {
      ...{ id: file.id, name: file.name, isBusy: file.isBusy, hasEarlier: file.hasEarlier },
      about: aboutFile(file),
      status: reading.status,
      statusWord: statusWords[reading.status],
      refusal: reading.status === 'refused' ? reading.message : '',
      isWhole: file.parts.length === 1,
      hasRevisions: file.hasRevisions,
      revisions: file.revisions,
      warnings: file.warnings.map(({ message, page }) => `${message}${onPage(page)}`),
      leftOut,
      leftOutInShort: leftOut.map(({ label }) => label).join(', '),
      parts,
    };
  });
}

/** What is to be done before a draft can be made of these files; empty when nothing is. */
export function lackOf(files: readonly FoundFile[]): string {
  if (files.some(({ parts }) => parts.some(({ role }) => role === 'paper'))) return '';
  if (files.length === 0) return 'There is nothing to make a draft of yet: add a file or a text.';
  if (files.every(({ reading }) => reading.status !== 'read'))
    return 'There is nothing to make a draft of: none of these files was read. Try one again, or add another file or paste its text.';
  return `There is nothing to make a draft of yet: no text here is a paper. Choose “${roleWords.paper.choice}” for one, then save.`;
}

function aboutFile({ format, bytes, pages }: FoundFile): string {
  const words = [
    format === undefined ? '' : (formatWords[format] ?? format),
    sizeOf(bytes),
    pages > 0 ? countOf(pages, 'page', 'pages') : '',
  ];
  return words.filter((word) => word !== '').join(' · ');
}

/** A size as people read it: "38 KB". */
export function sizeOf(bytes: number): string {
  if (bytes < 1000) return countOf(bytes, 'byte', 'bytes');
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000).toString()} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

const onPage = (page: number | undefined): string =>
  page === undefined ? '' : ` (page ${page.toString()})`;

function groupOmissions(omissions: readonly FoundOmission[]): readonly LeftOutView[] {
  const byKind = new Map<string, FoundOmission[]>();
  for (const omission of omissions) {
    const group = byKind.get(omission.kind);
    if (group === undefined) byKind.set(omission.kind, [omission]);
    else group.push(omission);
  }
  return [...byKind].map(([kind, group]) => {
    const [one, many] = omissionWords[kind] ?? [kind, kind];
    const items = group.slice(0, mostItems).map(({ words, page }) => ({
      words: words.trim() === '' ? '(without words)' : words,
      place: page === undefined ? '' : `p. ${page.toString()}`,
    }));
    const label = countOf(group.length, one, many);
    return { kind, label, items, more: group.length - items.length };
  });
}

function viewPart(
  { cuts, ...part }: FoundPart,
  { number, isFirst }: { readonly number: number; readonly isFirst: boolean },
): PartView {
  const isUnsure = part.confidence < sure && part.why !== '';
  return {
    ...part,
    isFirst,
    title: part.role === 'paper' ? `Paper ${number.toString()}` : roleWords[part.role].name,
    extent: countOf(part.signs, 'sign', 'signs'),
    doubt: isUnsure ? part.why : '',
    cut: cuts === undefined ? '' : cutInWords(cuts),
  };
}

function cutInWords({ clauses, edits, warnings }: NonNullable<FoundPart['cuts']>): string {
  const words = [
    countOf(clauses, 'clause', 'clauses'),
    edits > 0 ? countOf(edits, 'edit by hand', 'edits by hand') : '',
    warnings > 0 ? countOf(warnings, 'warning', 'warnings') : '',
  ];
  return words.filter((word) => word !== '').join(', ');
}
