// How well DOCX files are read: blocks, their order and their numbers against the expected Markdown
// of real files, and whether any word is lost.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Block, ReadDocument } from '#lib/intake/document.ts';
import { revisionViews } from '#lib/intake/document.ts';
import { longestRise } from '#lib/model/longest-rise.ts';
import { readDocx } from '#lib/intake/read/read-docx.ts';
import { aDocx, para, run, signsRead, signsStored } from '../../tests/support/docx-files.ts';
import type { QualityRow, QualitySuite } from './suite.ts';

/** A block or a cell: its words in one spelling, and the number before it without its full stops. */
interface Unit {
  readonly words: string;
  readonly number: string | undefined;
}

interface Tally {
  right: number;
  read: number;
  expected: number;
  inOrder: number;
  numbered: number;
  numberedRight: number;
}

const suite: QualitySuite = {
  name: 'docx',
  needs: ['documents/docx', 'lobbyplag'],
  run: async ({ corpus }) => {
    const folder = join(corpus, 'documents/docx');
    const names = docxIn(join(folder, 'sources'));
    const tally: Tally = {
      right: 0,
      read: 0,
      expected: 0,
      inOrder: 0,
      numbered: 0,
      numberedRight: 0,
    };
    for (const name of names) {
      const document = await readFrom(join(folder, 'sources', name));
      const expected = readFileSync(join(folder, 'groundtruth', `${name}.md`), 'utf8');
      compare(document === undefined ? [] : unitsOf(document), unitsExpected(expected), tally);
    }
    const precision = tally.right / tally.read;
    const recall = tally.right / tally.expected;
    const on = `${names.length} files with expected Markdown, ${tally.expected} blocks and cells`;
    const all = [
      ...names.map((name) => join(folder, 'sources', name)),
      ...docxIn(join(corpus, 'lobbyplag')).map((name) => join(corpus, 'lobbyplag', name)),
    ];
    return [
      { name: 'blocks, precision', on, value: precision },
      { name: 'blocks, recall', on, value: recall },
      { name: 'blocks, F1', on, value: (2 * precision * recall) / (precision + recall) },
      { name: 'blocks in order, of those found', on, value: tally.inOrder / tally.right },
      {
        name: 'numbers as displayed, of numbered items found',
        on: `${tally.numbered} items`,
        value: tally.numberedRight / tally.numbered,
      },
      await conservation(all),
      await speed(),
    ];
  },
};
export default suite;

const docxIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.docx'))
    .sort();

async function readFrom(path: string): Promise<ReadDocument | undefined> {
  const result = await readDocx({ name: path, bytes: new Uint8Array(readFileSync(path)) });
  return result.ok ? result.value : undefined;
}

/** The share of files whose words are all kept or listed once, in each view of tracked changes. */
async function conservation(paths: readonly string[]): Promise<QualityRow> {
  let kept = 0;
  for (const path of paths) {
    const bytes = new Uint8Array(readFileSync(path));
    const stored = signsStored(bytes);
    let isKept = true;
    for (const revisions of revisionViews) {
      const result = await readDocx({ name: path, bytes }, { revisions });
      isKept &&= result.ok && signsRead(result.value) === stored;
    }
    if (isKept) kept += 1;
  }
  const on = `${paths.length} files, three views of tracked changes each`;
  return { name: 'files that lose no word', on, value: kept / paths.length, floor: 1 };
}

/** Seconds for a paper of 150 KB; the bound covers reading, cutting and proposing together. */
async function speed(): Promise<QualityRow> {
  const sentence =
    'The parties shall withdraw their forces within thirty days of the entry into force.';
  // Word processors cut sentences into runs by language, revision and proofing.
  const runs = sentence.split(/(?<= )/).map((word) => run(word, '<w:lang w:val="en-GB"/>'));
  const bytes = aDocx(para(runs.join('')).repeat(Math.ceil(150_000 / sentence.length)));
  await readDocx({ name: 'warm.docx', bytes });
  const start = performance.now();
  await readDocx({ name: 'timed.docx', bytes });
  const value = (performance.now() - start) / 1000;
  return {
    name: 'seconds for 150 KB of text',
    on: 'a made paper of 1,800 paragraphs, a run for each word',
    value,
    ceiling: 2,
  };
}

function compare(read: readonly Unit[], expected: readonly Unit[], tally: Tally): void {
  tally.read += read.length;
  tally.expected += expected.length;
  const places = new Map<string, number[]>();
  for (const [index, { words }] of read.entries())
    places.set(words, [...(places.get(words) ?? []), index]);
  const found: number[] = [];
  for (const { words, number } of expected) {
    const index = places.get(words)?.shift();
    if (index === undefined) continue;
    found.push(index);
    if (number === undefined) continue;
    tally.numbered += 1;
    if (read[index]?.number === number) tally.numberedRight += 1;
  }
  tally.right += found.length;
  tally.inOrder += longestRise(found).size;
}

const unitsOf = (document: ReadDocument): readonly Unit[] =>
  document.blocks.flatMap((block) => unitsOfBlock(document.text, block));

function unitsOfBlock(text: string, { span, number = '', cells }: Block): readonly Unit[] {
  if (cells === undefined) return unit(text.slice(span.from + number.length, span.to), number);
  return cells.flatMap(({ from, to }) => unit(text.slice(from, to), ''));
}

function unit(raw: string, number: string): readonly Unit[] {
  const words = raw.replace(/[☒☑]/g, '[x]').replace(/☐/g, '[ ]').replace(/\s+/g, '');
  const figures = /\d+(?:\.\d+)*/.exec(number)?.[0];
  return words === '' ? [] : [{ words, number: figures }];
}

/** The blocks and cells of Markdown as the expected files write it: one line each, or a row of a table. */
function unitsExpected(markdown: string): readonly Unit[] {
  const units: Unit[] = [];
  let rowBefore: readonly string[] = [];
  for (const line of markdown.split(/(?<! {2})\n/)) {
    const plain = line.replace(/<!--.*?-->/g, '').trim();
    if (/^\|[ |-]*\|$/.test(plain) && plain.includes('-')) continue;
    if (!plain.startsWith('|')) {
      rowBefore = [];
      units.push(...unitOfLine(plain));
      continue;
    }
    const cells = plain.slice(1, -1).split(' | ').map(withoutMarkup);
    // A merged cell is written again in each place it covers.
    for (const [index, cell] of cells.entries())
      if (cell !== cells[index - 1] && cell !== rowBefore[index]) units.push(...unit(cell, ''));
    rowBefore = cells;
  }
  return units;
}

function unitOfLine(line: string): readonly Unit[] {
  const plain = line.replace(/^#+ /, '');
  const parts = /^(?:- )?((?:\d+\.)+)? ?(?:- (?=\[))?(.*)$/s.exec(plain.replace(/^- /, ''));
  return unit(withoutMarkup(parts?.[2] ?? ''), parts?.[1] ?? '');
}

const withoutMarkup = (text: string): string =>
  text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*+|\\(?=[_*#])/g, '')
    .trim();
