// How well pages and plain formats are read: their blocks against the expected Markdown of real files
// (as `marked` takes it apart, which no reader here uses), and the structure of real papers against
// what a count of their tags and underlines says.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { lexer, type Token, type Tokens } from 'marked';
import type { Block, ReadDocument } from '#lib/intake/document.ts';
import { readDocument } from '#lib/intake/read/read-document.ts';
import type { QualityRow, QualitySuite } from './suite.ts';

type UnitKind = 'heading' | 'item' | 'cell' | 'other';

/** A block or a cell: what it is, and its letters and figures in one spelling. */
interface Unit {
  readonly kind: UnitKind;
  readonly words: string;
}

interface Tally {
  read: number;
  expected: number;
  right: number;
  /** Found with the same words, whatever it was taken for. */
  found: number;
}

const suite: QualitySuite = {
  name: 'texts',
  needs: ['documents/html', 'documents/md', 'python-governance', 'debian-gr'],
  run: async ({ corpus }) => [
    ...(await measureBlocks(join(corpus, 'documents/html'), 'html')),
    ...(await measureBlocks(join(corpus, 'documents/md'), 'Markdown')),
    ...(await measureSections(join(corpus, 'python-governance'))),
    ...(await measureLists(join(corpus, 'debian-gr'))),
    await measureSpeed(),
  ],
};
export default suite;

async function measureBlocks(folder: string, format: string): Promise<readonly QualityRow[]> {
  const names = readdirSync(join(folder, 'sources')).sort();
  const tally: Tally = { read: 0, expected: 0, right: 0, found: 0 };
  for (const name of names) {
    const document = await readFrom(join(folder, 'sources', name));
    const expected = readFileSync(join(folder, 'groundtruth', `${name}.md`), 'utf8');
    const before = { ...tally };
    compare(document === undefined ? [] : unitsRead(document), unitsExpected(expected), tally);
    if (process.env['PARLEY_BENCH_VERBOSE'] === '1') tellFile(name, before, tally);
  }
  const precision = tally.right / tally.read;
  const recall = tally.right / tally.expected;
  const on = `${names.length} files, ${tally.expected} blocks and cells`;
  return [
    { name: `${format} blocks, precision`, on, value: precision },
    { name: `${format} blocks, recall`, on, value: recall },
    {
      name: `${format} blocks, F1`,
      on,
      value: (2 * precision * recall) / (precision + recall),
      floor: 0.9,
    },
    {
      name: `${format} blocks whatever their kind, F1`,
      on,
      value: (2 * tally.found) / (tally.read + tally.expected),
    },
  ];
}

function tellFile(name: string, before: Tally, after: Tally): void {
  const right = after.right - before.right;
  console.error(
    `  ${name}: ${right} right of ${after.read - before.read} read and ${after.expected - before.expected} expected`,
  );
}

async function readFrom(path: string): Promise<ReadDocument | undefined> {
  const read = await readDocument({ name: path, bytes: new Uint8Array(readFileSync(path)) });
  return read.ok ? read.value : undefined;
}

function unitsRead({ text, blocks }: ReadDocument): readonly Unit[] {
  return blocks.flatMap((block) => {
    const spans = block.cells ?? [block.span];
    return spans.map(({ from, to }) =>
      unit(kindOf(block), withoutNumber(block, text.slice(from, to))),
    );
  });
}

const kindOf = ({ kind, cells }: Block): UnitKind => {
  if (cells !== undefined) return 'cell';
  return kind === 'heading' || kind === 'item' ? kind : 'other';
};

const withoutNumber = ({ number, cells }: Block, words: string): string =>
  number === undefined || cells !== undefined ? words : words.slice(number.length);

function unitsExpected(markdown: string): readonly Unit[] {
  const units: Unit[] = [];
  const visit = (tokens: readonly Token[]): void => {
    for (const token of tokens) {
      if (isList(token)) for (const item of token.items) visitItem(item);
      else if (isTable(token))
        for (const row of [token.header, ...token.rows])
          for (const cell of row) units.push(unit('cell', cell.text));
      else if (token.type === 'heading') units.push(unit('heading', textOf(token)));
      else if (token.type === 'blockquote') visit(token.tokens ?? []);
      else if (token.type !== 'space' && token.type !== 'html')
        units.push(unit('other', textOf(token)));
    }
  };
  const visitItem = ({ tokens }: Tokens.ListItem): void => {
    const inner = tokens.filter((token) => token.type !== 'space');
    const [first, ...rest] = inner;
    if (first !== undefined && !isList(first)) units.push(unit('item', textOf(first)));
    visit(first !== undefined && isList(first) ? inner : rest);
  };
  visit(lexer(markdown));
  return units.filter(({ words }) => words !== '');
}

const isList = (token: Token): token is Tokens.List => token.type === 'list';
const isTable = (token: Token): token is Tokens.Table => token.type === 'table';
const textOf = (token: Token): string => ('text' in token ? String(token.text) : token.raw);

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Only letters and figures count, because the signs of Markdown are the text in one and gone in the other. */
function unit(kind: UnitKind, text: string): Unit {
  const words = text
    .replace(/!?\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/<[^<>]*>/g, '')
    .replace(/^(?:```|~~~)\w*$/gm, '')
    .replace(/&(amp|lt|gt|quot);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/&#?\w+;/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return { kind, words };
}

function compare(read: readonly Unit[], expected: readonly Unit[], tally: Tally): void {
  const units = read.filter(({ words }) => words !== '');
  tally.read += units.length;
  tally.expected += expected.length;
  tally.right += shared(units, expected, ({ kind, words }) => `${kind} ${words}`);
  tally.found += shared(units, expected, ({ words }) => words);
}

/** How many units two lists have in common, each counted as often as it is in both. */
function shared(a: readonly Unit[], b: readonly Unit[], keyOf: (unit: Unit) => string): number {
  const left = new Map<string, number>();
  for (const each of b) left.set(keyOf(each), (left.get(keyOf(each)) ?? 0) + 1);
  let count = 0;
  for (const each of a) {
    const rest = left.get(keyOf(each)) ?? 0;
    if (rest === 0) continue;
    left.set(keyOf(each), rest - 1);
    count += 1;
  }
  return count;
}

/** Titles of sections with their depth, by the lines under them. */
async function measureSections(folder: string): Promise<readonly QualityRow[]> {
  let right = 0;
  let total = 0;
  let read = 0;
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.rst'))
    .sort()) {
    const source = readFileSync(join(folder, name), 'utf8');
    const order: string[] = [];
    const titles = new Map<string, number>();
    for (const [, title = '', signs = ''] of source.matchAll(/^(\S.*)\n(([=\-~^"'])\3{2,})$/gm)) {
      const [sign = ''] = signs;
      if (!order.includes(sign)) order.push(sign);
      titles.set(title.trim(), order.indexOf(sign) + 1);
    }
    const document = await readFrom(join(folder, name));
    const headings = document?.blocks.filter(({ kind }) => kind === 'heading') ?? [];
    total += titles.size;
    read += headings.length;
    right += headings.filter(({ level, span }) => {
      const [title = ''] = document?.text.slice(span.from, span.to).split('\n') ?? [];
      return titles.get(title.trim()) === level;
    }).length;
  }
  const on = `${total} titles in four proposals`;
  return [
    { name: 'sections with their depth, F1', on, value: (2 * right) / (total + read), floor: 0.98 },
  ];
}

/** Items of ordered lists with the number a browser shows, by a count of the tags. */
async function measureLists(folder: string): Promise<readonly QualityRow[]> {
  let right = 0;
  let total = 0;
  for (const file of readdirSync(folder, { recursive: true })
    .map(String)
    .filter((f) => f.endsWith('.html'))
    .sort()) {
    const expected = countItems(readFileSync(join(folder, file), 'utf8'));
    const document = await readFrom(join(folder, file));
    const numbers =
      document?.blocks.flatMap(({ number }) =>
        number === undefined || !/\d/.test(number) ? [] : [number],
      ) ?? [];
    total += expected.length;
    right += expected.filter((number, index) => numbers[index] === `${number}.`).length;
  }
  return [
    {
      name: 'items numbered as a browser shows them',
      on: `${total} items of votes in three languages`,
      value: right / total,
      floor: 0.98,
    },
  ];
}

/** The numbers of the items of all ordered lists of a page, in its order. */
function countItems(html: string): readonly number[] {
  const numbers: number[] = [];
  const open: { isOrdered: boolean; next: number }[] = [];
  for (const [tag, close, name = ''] of html.matchAll(/<(\/?)(ol|ul|li)\b[^>]*>/gi)) {
    if (/^li$/i.test(name)) {
      const list = open.at(-1);
      if (close !== '' || list?.isOrdered !== true) continue;
      numbers.push(list.next);
      list.next += 1;
    } else if (close !== '') open.pop();
    else
      open.push({
        isOrdered: /^ol$/i.test(name),
        next: Number(/start="?(\d+)/i.exec(tag)?.[1] ?? 1),
      });
  }
  return numbers;
}

/** Seconds for the slowest of four formats with 150 KB of text, the best of five times; the bound is for the whole of intake. */
async function measureSpeed(): Promise<QualityRow> {
  const sentence = 'Each side withdraws its forces within thirty days of the entry into force.';
  const sentences = Array.from(
    { length: Math.ceil(150_000 / sentence.length) },
    (_, i) => `${i + 1}. ${sentence}`,
  );
  const files = {
    'a.txt': sentences.join('\n\n'),
    'a.md': sentences.join('\n\n'),
    'a.rst': sentences.join('\n\n'),
    'a.html': `<html><body><nav>Home</nav>${sentences.map((words) => `<p>${words}</p>`).join('\n')}</body></html>`,
  };
  let slowest = 0;
  for (const [name, text] of Object.entries(files)) {
    const bytes = new TextEncoder().encode(text);
    let best = Infinity;
    for (let times = 0; times < 5; times += 1) {
      const start = performance.now();
      await readDocument({ name, bytes });
      best = Math.min(best, (performance.now() - start) / 1000);
    }
    slowest = Math.max(slowest, best);
  }
  return {
    name: 'seconds for 150 KB, slowest format',
    on: 'made papers of 2,000 clauses',
    value: slowest,
    ceiling: 0.5,
  };
}
