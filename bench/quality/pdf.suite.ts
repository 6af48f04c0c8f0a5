// How well PDFs are read: words kept, blocks and their order, tables of amendments, refusals.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { diffArrays } from 'diff';
import { getDocumentProxy } from 'unpdf';
import type { ReadDocument } from '../../src/lib/intake/document.ts';
import { checkReading } from '../../src/lib/intake/read/check-reading.ts';
import { readPdf } from '../../src/lib/intake/read/read-pdf.ts';
import type { QualityRow, QualitySuite } from './suite.ts';

const folders = ['documents/pdf/sources', 'lobbyplag', 'paris'];

/** Files that hold nothing to be read, and why. */
const unreadable: Readonly<Record<string, string>> = {
  'empty.pdf': 'empty',
  // Opens, and holds a picture of a page with a date stamped on it.
  'malformed-from-issue-932.pdf': 'image_only',
  'password-example.pdf': 'encrypted',
  'Amendments DP Regulation Bits of Freedom.pdf': 'garbled',
};

const suite: QualitySuite = {
  name: 'pdf',
  needs: ['documents/pdf', 'lobbyplag', 'paris'],
  run: async ({ corpus, smoke }) => {
    const files = folders.flatMap((folder) =>
      readdirSync(join(corpus, folder))
        .filter((name) => name.endsWith('.pdf'))
        .map((name) => ({ name, path: join(corpus, folder, name) })),
    );
    const read = new Map<string, ReadDocument>();
    let kept = 0;
    let readable = 0;
    let refused = 0;
    for (const { name, path } of smoke ? files.slice(0, 6) : files) {
      const bytes = new Uint8Array(readFileSync(path));
      const result = await readPdf({ name, bytes });
      const expected = unreadable[name];
      if (!result.ok) {
        if (result.problems[0]?.code === expected) refused += 1;
        else console.error(`${name}: refused as ${result.problems[0]?.code ?? ''}`);
        continue;
      }
      if (expected !== undefined) console.error(`${name}: not refused`);
      read.set(name, result.value);
      readable += 1;
      const faults = checkReading(result.value);
      if (faults.length > 0) console.error(`${name}: ${faults.slice(0, 5).join('; ')}`);
      else if (await isConserved(bytes, result.value)) kept += 1;
      else console.error(`${name}: words lost or made up`);
    }
    return [
      ...(await measureSpeed(join(corpus, 'paris'))),
      { name: 'conservation', on: `${readable} files`, value: kept / readable, floor: 1 },
      {
        name: 'unreadable files refused',
        on: `${Object.keys(unreadable).length} files`,
        value: refused / Object.keys(unreadable).length,
        floor: 1,
      },
      ...measureBlocks(join(corpus, 'documents/pdf/groundtruth'), read),
      ...measureEdits(join(corpus, 'lobbyplag/proposals.json'), read),
    ];
  },
};

export default suite;

/** Seconds of work (not of waiting) for as many signs as a long paper has, the second time it is read. */
async function measureSpeed(folder: string): Promise<readonly QualityRow[]> {
  const name = readdirSync(folder).find((file) => file.endsWith('.pdf'));
  if (name === undefined) return [];
  const bytes = new Uint8Array(readFileSync(join(folder, name)));
  await readPdf({ name, bytes });
  const before = process.cpuUsage();
  const result = await readPdf({ name, bytes });
  const { user, system } = process.cpuUsage(before);
  if (!result.ok) return [];
  const { length } = result.value.text;
  const value = ((user + system) / 1e6) * (150_000 / length);
  return [{ name: 'seconds for 150,000 signs', on: `${length} signs`, value, ceiling: 2 }];
}

/** Whether each sign that pdf.js finds is kept or listed, and none besides: read anew, signs counted. */
async function isConserved(bytes: Uint8Array, document: ReadDocument): Promise<boolean> {
  const pdf = await getDocumentProxy(bytes.slice(), { verbosity: 0 });
  let source = '';
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    for (const item of items) if ('str' in item) source += item.str;
  }
  await pdf.loadingTask.destroy();
  const ours = document.text + document.omissions.map(({ words }) => words).join('');
  return countSigns(source) === countSigns(ours);
}

/** The visible signs of a text with their numbers; bullets of symbol fonts are drawn by any sign. */
function countSigns(text: string): string {
  const counts = new Map<string, number>();
  const signs = text
    .toWellFormed()
    .replaceAll('\u00ad', '-')
    .normalize('NFKC')
    .replace(/[\s\p{Cf}\p{Cc}\p{Co}\ufffd•▪□●■❖➢→✓]/gu, '');
  for (const sign of signs) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  return JSON.stringify([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** The share of words that two texts have in common in the same order, of the longer. */
function likeness(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  return common(a, b) / Math.max(a.length, b.length);
}

function common(a: readonly string[], b: readonly string[]): number {
  const parts = diffArrays([...a], [...b]);
  return parts
    .filter((part) => !part.added && !part.removed)
    .reduce((sum, part) => sum + part.value.length, 0);
}

/** Blocks and words against the expected Markdown. */
function measureBlocks(
  folder: string,
  read: ReadonlyMap<string, ReadDocument>,
): readonly QualityRow[] {
  const files = readdirSync(folder).filter((name) => read.has(name.replace(/\.md$/, '.pdf')));
  let found = 0;
  let ours = 0;
  let theirs = 0;
  let order = 0;
  for (const file of files) {
    const document = read.get(file.replace(/\.md$/, '.pdf'));
    if (document === undefined) continue;
    const expected = blocksOfMarkdown(readFileSync(join(folder, file), 'utf8'));
    const got = document.blocks.map(({ span }) => wordsOf(document.text.slice(span.from, span.to)));
    const left = [...expected];
    let here = 0;
    for (const block of got) {
      const at = left.findIndex((other) => likeness(block, other) >= 0.9);
      if (at === -1) continue;
      left.splice(at, 1);
      here += 1;
    }
    found += here;
    ours += got.length;
    theirs += expected.length;
    const all = expected.flat();
    const inOrder = common(all, got.flat());
    order += (2 * inOrder) / (all.length + got.flat().length) / files.length;
    if (process.env['PARLEY_BENCH_DETAILS'] !== undefined)
      console.error(
        `${file}: ${here} blocks of ${got.length}, ${expected.length} expected; words in order ${inOrder} of ${all.length}, ${got.flat().length}`,
      );
  }
  const on = `${files.length} files, ${theirs} blocks`;
  const precision = found / ours;
  const recall = found / theirs;
  return [
    { name: 'blocks precision', on, value: precision },
    { name: 'blocks recall', on, value: recall },
    { name: 'blocks F1', on, value: (2 * precision * recall) / (precision + recall) },
    { name: 'words in reading order F1', on, value: order },
  ];
}

function blocksOfMarkdown(markdown: string): readonly (readonly string[])[] {
  const blocks: string[] = [];
  let open = false;
  for (const line of markdown.split('\n')) {
    const text = line.trim();
    if (text === '' || /^(?:```|<!--|\|[\s:|-]+\|$)/.test(text)) {
      open = false;
    } else if (open && !/^(?:[-*|#]|\d+\.\s)/.test(text)) {
      blocks[blocks.length - 1] = `${blocks.at(-1) ?? ''} ${text}`;
    } else {
      blocks.push(text);
      open = !/^[|#]/.test(text);
    }
  }
  return blocks.map((block) => wordsOf(block)).filter((words) => words.length > 0);
}

interface Edit {
  readonly doc: string;
  readonly text: { readonly old: string; readonly new: string };
}

/** Amendments that people took from the papers: is each side in a cell of its own, in one row? */
function measureEdits(
  path: string,
  read: ReadonlyMap<string, ReadDocument>,
): readonly QualityRow[] {
  const edits = (JSON.parse(readFileSync(path, 'utf8')) as readonly Edit[]).filter(({ doc }) =>
    read.has(doc),
  );
  const rows = new Map(
    [...read].map(([name, document]) => [name, [...rowsOf(document), ...changesOf(document)]]),
  );
  const byDoc = new Map<string, [number, number]>();
  let apart = 0;
  for (const edit of edits) {
    const isApart = (rows.get(edit.doc) ?? []).some((cells) => holdsApart(cells, edit));
    if (isApart) apart += 1;
    else if (process.env['PARLEY_BENCH_DETAILS'] !== undefined)
      console.error(`${edit.doc}: ${edit.text.old.slice(0, 90)} -> ${edit.text.new.slice(0, 90)}`);
    const [hit, all] = byDoc.get(edit.doc) ?? [0, 0];
    byDoc.set(edit.doc, [hit + (isApart ? 1 : 0), all + 1]);
  }
  return [
    {
      name: 'edits with old and new in cells apart',
      on: `${edits.length} edits`,
      value: apart / edits.length,
      floor: 0.85,
    },
    ...[...byDoc].map(([doc, [hit, all]]) => ({
      name: `edits apart: ${doc.slice(0, 20)}`,
      on: `${all} edits`,
      value: hit / all,
    })),
  ];
}

const rowsOf = ({ blocks, text }: ReadDocument): readonly (readonly (readonly string[])[])[] =>
  blocks.flatMap(({ cells }) =>
    cells === undefined ? [] : [cells.map(({ from, to }) => wordsOf(text.slice(from, to)))],
  );

/** Blocks with struck-out or new words, as an old and a new text; with the blocks around them. */
function changesOf(document: ReadDocument): readonly (readonly (readonly string[])[])[] {
  const { blocks, marks, text } = document;
  const without = (kind: 'inserted' | 'deleted', from: number, to: number): string => {
    let kept = '';
    let at = from;
    for (const { span } of marks.filter((mark) => mark.kind === kind)) {
      if (span.from < from || span.to > to) continue;
      kept += text.slice(at, span.from);
      at = span.to;
    }
    return kept + text.slice(at, to);
  };
  if (!marks.some(({ kind }) => kind === 'deleted')) return [];
  return blocks.map(({ span }, i) => {
    const to = blocks[i + 1]?.span.to ?? span.to;
    return [
      wordsOf(without('inserted', span.from, to)),
      wordsOf(without('deleted', span.from, to)),
    ];
  });
}

/** Nine of ten words of each side, in order, each in a cell of its own; one empty side may be anywhere. */
function holdsApart(cells: readonly (readonly string[])[], { text }: Edit): boolean {
  const before = wordsOf(text.old);
  const after = wordsOf(text.new);
  return cells.some((cell, i) =>
    cells.some(
      (other, j) =>
        i < j &&
        (before.length === 0 || holds(cell, before)) &&
        (after.length === 0 || holds(other, after)),
    ),
  );
}

const holds = (cell: readonly string[], words: readonly string[]): boolean => {
  const present = new Set(cell);
  const known = words.filter((word) => present.has(word)).length;
  return known >= 0.9 * words.length && common(cell, words) >= 0.9 * words.length;
};
