// How well papers are cut: clause boundaries against people's, amendments of two-column tables with
// old and new text apart, brackets and printed numbers of long drafts.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadDocument } from '#lib/intake/document.ts';
import { readDocument } from '#lib/intake/read/read-document.ts';
import { readText } from '#lib/intake/read/read-text.ts';
import { countWords, shareOf, wordsOf } from '#lib/intake/segment/pair-revisions.ts';
import { outlineOf } from '#lib/intake/segment/outline.ts';
import { segmentDocument } from '#lib/intake/segment/segment-document.ts';
import type { QualityRow, QualitySuite } from './suite.ts';

const suite: QualitySuite = {
  name: 'segment',
  needs: ['contract-nli', 'lobbyplag', 'paris', 'oregon-cba', 'python-governance', 'debian-gr'],
  run: async ({ corpus, smoke }) => [
    ...measureBoundaries(join(corpus, 'contract-nli', 'dev.json'), smoke),
    ...(await measureAmendments(join(corpus, 'lobbyplag'), smoke)),
    ...(await measureDrafts(corpus, smoke)),
  ],
};

export default suite;

// --- clause boundaries ---------------------------------------------------------------------------

interface Agreement {
  readonly text: string;
  readonly spans: readonly (readonly [from: number, to: number])[];
}

/** Splits at least as sure as this count as boundaries; chosen on the first half of the documents. */
const surenessOfSplits = 0.62;

interface Counts {
  found: number;
  gold: number;
  right: number;
}

function measureBoundaries(path: string, smoke: boolean): readonly QualityRow[] {
  const { documents } = JSON.parse(readFileSync(path, 'utf8')) as {
    readonly documents: readonly Agreement[];
  };
  const half = Math.ceil(documents.length / 2);
  const kept = documents.slice(half, smoke ? half + 3 : undefined);
  const counts: Counts = { found: 0, gold: 0, right: 0 };
  for (const agreement of kept) countBoundaries(agreement, counts);
  const precision = counts.right / counts.found;
  const recall = counts.right / counts.gold;
  const f1 = (2 * precision * recall) / (precision + recall);
  const on = `ContractNLI, ${kept.length} documents kept out of tuning, ${counts.gold} boundaries, splits from ${surenessOfSplits}`;
  return [
    { name: 'clause boundaries, precision', on, value: precision },
    { name: 'clause boundaries, recall', on, value: recall },
    { name: 'clause boundaries, F1', on, value: f1, floor: 0.9 },
  ];
}

/** Where the spans of people and our pieces begin, apart from the beginning of the text. */
function countBoundaries({ text, spans }: Agreement, counts: Counts): void {
  const starts = (froms: Iterable<number>): ReadonlySet<number> => {
    const visible = [...froms].map((from) => firstVisible(text, from));
    return new Set(visible.filter((from) => from > firstVisible(text, 0) && from < text.length));
  };
  const gold = starts(spans.map(([from]) => from));
  const document = readText({ name: 'agreement.txt', text });
  const pieces = segmentDocument(document).pieces;
  const found = starts(
    pieces.flatMap(({ span, splits }) => [
      span.from,
      ...splits
        .filter((split) => split.confidence >= surenessOfSplits && split.reason !== 'coordination')
        .map(({ at }) => at),
    ]),
  );
  counts.gold += gold.size;
  counts.found += found.size;
  counts.right += [...found].filter((at) => gold.has(at)).length;
}

function firstVisible(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charAt(at).trim() === '') at += 1;
  return at;
}

// --- amendments ----------------------------------------------------------------------------------

interface Edit {
  readonly doc: string;
  readonly text: { readonly old?: string; readonly new?: string };
}

/** Old and new text are found when they say nearly the same as a side of our pairs. */
const nearlySame = 0.9;
/** People took some cells whole that we pair by paragraphs: so many pairs in a row may make an edit. */
const longestRun = 12;

interface Sides {
  readonly old: string;
  readonly new: string;
}

async function measureAmendments(folder: string, smoke: boolean): Promise<readonly QualityRow[]> {
  const edits = JSON.parse(readFileSync(join(folder, 'proposals.json'), 'utf8')) as readonly Edit[];
  const byFile = Map.groupBy(edits, ({ doc }) => doc);
  const rows: QualityRow[] = [];
  const total = { readable: 0, apart: 0, single: 0 };
  for (const [name, own] of [...byFile].slice(0, smoke ? 1 : undefined)) {
    const bytes = new Uint8Array(readFileSync(join(folder, name)));
    const read = await readDocument({ name, bytes });
    if (!read.ok) continue;
    const sides = sidesOf(read.value);
    const apart = countApart(sides, own, longestRun);
    total.readable += own.length;
    total.apart += apart;
    total.single += countApart(sides, own, 1);
    const on = `${name.slice(0, 40)}, ${own.length} edits`;
    rows.push({ name: 'amendments apart', on, value: apart / own.length });
  }
  const on = `lobbyplag, the ${total.readable} of ${edits.length} edits in readable files`;
  const [apart, single] = [total.apart / total.readable, total.single / total.readable];
  return [
    ...rows,
    { name: 'amendments apart, each in one pair', on, value: single },
    { name: 'amendments apart', on, value: apart, floor: 0.85 },
  ];
}

/**
 * Old and new words of a document in its order: the sides of its pairs, and the two states of pieces
 * with words marked as struck out or put in.
 */
function sidesOf(document: ReadDocument): readonly Sides[] {
  const { text, marks } = document;
  const isChange = new Map<number, 'old' | 'new'>();
  for (const { kind, span } of marks) {
    const side =
      kind === 'inserted' ? 'new' : kind === 'deleted' || kind === 'struck' ? 'old' : null;
    for (let at = span.from; side !== null && at < span.to; at += 1) isChange.set(at, side);
  }
  const stateOf = (
    span: { readonly from: number; readonly to: number },
    side: 'old' | 'new',
  ): string => {
    const signs = Array.from({ length: span.to - span.from }, (_, at) =>
      (isChange.get(span.from + at) ?? side) === side ? text.charAt(span.from + at) : ' ',
    );
    return signs.join('');
  };
  const sides = new Map<string, { old: string; new: string }>();
  for (const { id, revision, own } of outlineOf(segmentDocument(document).pieces, text)) {
    const [old, next] = [stateOf(own, 'old'), stateOf(own, 'new')];
    const pair = sides.get(revision?.pair ?? id) ?? { old: '', new: '' };
    if (revision?.side !== 'new' && (revision !== undefined || old !== next)) pair.old += ` ${old}`;
    if (revision?.side !== 'old' && (revision !== undefined || old !== next))
      pair.new += ` ${next}`;
    if (pair.old !== '' || pair.new !== '') sides.set(revision?.pair ?? id, pair);
  }
  return [...sides.values()].map(({ old, new: next }) => ({
    old,
    new: isDeletion(next) ? '' : next,
  }));
}

/** Papers write into the new cell that the old words are to go. */
const isDeletion = (words: string): boolean =>
  /^\W*(?:deleted?|deletion|entfällt|streichen|supprimé)\W*$/iu.test(words);

/** How many edits have old and new words nearly the same as those of some pairs in a row. */
function countApart(sides: readonly Sides[], edits: readonly Edit[], most: number): number {
  const runs = sides.flatMap((_, from) => {
    let [old, next] = ['', ''];
    return sides.slice(from, from + most).map((pair) => {
      [old, next] = [`${old} ${pair.old}`, `${next} ${pair.new}`];
      return { old: bagOf(old), new: bagOf(next) };
    });
  });
  return edits.filter((edit) => {
    const old = bagOf(edit.text.old ?? '');
    const next = bagOf(edit.text.new ?? '');
    return runs.some(
      (run) => similarity(run.old, old) >= nearlySame && similarity(run.new, next) >= nearlySame,
    );
  }).length;
}

interface Bag {
  readonly counts: ReadonlyMap<string, number>;
  readonly size: number;
}

function bagOf(text: string): Bag {
  const words = wordsOf(text);
  return { counts: countWords(words), size: words.length };
}

/** The share of words in common, from 0 to 1; 1 for two empty texts. */
function similarity(a: Bag, b: Bag): number {
  const total = a.size + b.size;
  if (total === 0) return 1;
  // Texts of very different length cannot be nearly the same.
  if ((2 * Math.min(a.size, b.size)) / total < nearlySame) return 0;
  return shareOf(a.counts, b.counts, total);
}

// --- drafts --------------------------------------------------------------------------------------

async function measureDrafts(corpus: string, smoke: boolean): Promise<readonly QualityRow[]> {
  const rows: QualityRow[] = [];
  const brackets = { kept: 0, all: 0 };
  for (const folder of ['paris', 'oregon-cba', 'python-governance', 'debian-gr/english']) {
    const numbers = { located: 0, printed: 0 };
    const files = readdirSync(join(corpus, folder)).filter((name) =>
      /\.(?:md|rst|html)$/.test(name),
    );
    for (const name of smoke ? files.slice(0, 1) : files) {
      const bytes = new Uint8Array(readFileSync(join(corpus, folder, name)));
      const read = await readDocument({ name, bytes });
      if (!read.ok) continue;
      countBrackets(read.value, brackets);
      countNumbers(read.value, numbers);
    }
    if (numbers.printed === 0) continue;
    const on = `${folder}, ${numbers.printed} numbers at the start of a line`;
    rows.push({
      name: 'printed numbers in locators',
      on,
      value: numbers.located / numbers.printed,
    });
  }
  const on = `square brackets of all drafts, ${brackets.all}`;
  return [...rows, { name: 'brackets kept', on, value: brackets.kept / brackets.all, floor: 1 }];
}

/** Brackets that are the end of a bracket span and lie in exactly one piece's own words. */
function countBrackets(document: ReadDocument, counts: { kept: number; all: number }): void {
  const { text } = document;
  const { brackets, pieces } = segmentDocument(document);
  const ends = new Set<number>();
  for (const { span, closedBy } of brackets) {
    if (closedBy !== 'missing-opening') ends.add(span.from);
    if (closedBy !== 'end-of-block') ends.add(span.to - 1);
  }
  const owners = new Uint16Array(text.length);
  for (const { own } of outlineOf(pieces, text)) {
    for (let at = own.from; at < own.to; at += 1) owners[at] = (owners[at] ?? 0) + 1;
  }
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] !== '[' && text[at] !== ']') continue;
    counts.all += 1;
    if (ends.has(at) && owners[at] === 1) counts.kept += 1;
  }
}

const printedNumber =
  /^[\s#>*_[]{0,12}((?:article|section|option|annex|part)\s+[\dA-Zivx]+(?:bis|ter)?|\d{1,2}(?:\.\d{1,2})*(?:bis|ter)?[.)]|\([a-z]{1,3}\)|[a-z]\.)(?=\s)/gim;

/** Numbers at the start of a line, apart from tables of contents, and those that are in a locator. */
function countNumbers(document: ReadDocument, counts: { located: number; printed: number }): void {
  const { text } = document;
  const pieces = outlineOf(segmentDocument(document).pieces, text);
  const ends = new Map(
    pieces
      .filter(({ marker }) => marker !== undefined)
      .map(({ marker, locator }) => [marker?.from ?? 0, locator]),
  );
  for (const match of text.matchAll(printedNumber)) {
    const [whole, printed = ''] = match;
    const line = text.slice(match.index, text.indexOf('\n', match.index + whole.length));
    if (/\.{5}/.test(line)) continue;
    const bare = (printed.split(/\s/).at(-1) ?? '').replace(/[.)]$/, '').replace(/^\(/, '');
    const at = match.index + whole.length - printed.length;
    counts.printed += 1;
    if (ends.get(at)?.includes(bare) === true) counts.located += 1;
  }
}
