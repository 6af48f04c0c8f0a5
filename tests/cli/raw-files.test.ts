import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { comparisonSchema } from '#lib/formats/comparison-schema.ts';
import { readExample } from '../golden/read-dossier.ts';
import { makeDocx, makeHtml } from '../support/raw-files.ts';
import { runParley } from './run-parley.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-raw-'));
const docx = join(folder, 'ukraine-memorandum.docx');
const html = join(folder, 'russia-memorandum.html');

beforeAll(async () => {
  const { papers } = readExample('istanbul-2025');
  for (const paper of papers) {
    if (paper.id === 'ukraine-memorandum') writeFileSync(docx, await makeDocx(paper));
    if (paper.id === 'russia-memorandum') writeFileSync(html, makeHtml(paper));
  }
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('two raw files', () => {
  test('become a draft comparison that says what is uncoded and left out, and sets no alarm by itself', async () => {
    const { status, stdout, stderr } = await runParley(['compare', docx, html]);
    expect(stdout).toContain('≠ Incompatible as written: Be neutral');
    expect(stdout).toContain('suggested, not reviewed');
    expect(stdout).toContain('NEUTRALITY AND ALLIANCES');
    expect(stdout).toMatch(/Not yet coded/);
    expect(stderr).toContain('russia-memorandum.html: left out: ');
    expect(status).toBe(0);
  });

  test('keep their numbers: automatic ones of Word, and those a browser counts', async () => {
    const { stdout } = await runParley(['compare', docx, html, '--json']);
    const { columns, rows } = comparisonSchema.parse(JSON.parse(stdout));
    expect(columns.map(({ id }) => id)).toEqual(['russia', 'ukraine']);
    const cited = (column: string): readonly string[] => [
      ...new Set(rows.flatMap(({ cells }) => cells[column]?.clauses.map((c) => c.locator) ?? [])),
    ];
    expect(cited('ukraine')).toEqual(expect.arrayContaining(['I.1', 'I.5(a)', 'I.7(b)']));
    expect(cited('russia')).toEqual(expect.arrayContaining(['I.2', 'I.10', 'III.5']));
  });

  test('put the same matter of both sides into one row', async () => {
    const { stdout } = await runParley(['compare', docx, html, '--json']);
    const { rows } = comparisonSchema.parse(JSON.parse(stdout));
    const both = rows.filter(({ cells }) =>
      ['ukraine', 'russia'].every((column) => (cells[column]?.clauses.length ?? 0) > 0),
    );
    const told = both.map(({ cells }) =>
      ['ukraine', 'russia']
        .map((c) => cells[c]?.clauses.map(({ locator }) => locator).join('+'))
        .join(' | '),
    );
    expect(told.some((row) => /I\.5\(a\).* \| .*I\.2/.test(row))).toBe(true);
    expect(both.every(({ basis }) => basis !== 'verdict')).toBe(true);
  });

  test('give the same draft twice, to the byte', async () => {
    const run = async () => (await runParley(['compare', docx, html, '--json'])).stdout;
    expect(await run()).toBe(await run());
  });
});

interface ReadPaper {
  readonly text: string;
  readonly clauses: readonly {
    readonly locator: string;
    readonly from: number;
    readonly to: number;
    readonly text: string;
    readonly provisions: readonly object[];
  }[];
}

describe('one raw file', () => {
  test('is read with the offsets of its clauses, which give back their text', async () => {
    const { status, stdout } = await runParley(['read', html, '--json']);
    const { papers } = JSON.parse(stdout) as { papers: readonly ReadPaper[] };
    expect(papers).toHaveLength(1);
    for (const { text, clauses } of papers)
      for (const clause of clauses) expect(text.slice(clause.from, clause.to)).toBe(clause.text);
    const tenth = papers[0]?.clauses.find(({ locator }) => locator === 'I.10');
    expect(tenth?.provisions[0]).toMatchObject({
      act: 'waive-claims',
      review: { state: 'suggested' },
    });
    expect(status).toBe(0);
  });

  test('that cannot be read is refused with its name, the cause and the advice', async () => {
    const empty = join(folder, 'empty.pdf');
    writeFileSync(empty, '');
    const { status, stderr } = await runParley(['read', empty]);
    expect(stderr).toContain('error: empty.pdf: the file is empty; choose another');
    expect(status).toBe(2);
  });
});

test('near copies that nobody coded are related by their words, with a mark that nobody reviewed it', async () => {
  const drafts = ['North', 'South'].map((party, index) => {
    const file = join(folder, `${party}.md`);
    const last = index === 0 ? '' : ', nor any right at law';
    writeFileSync(
      file,
      `# Draft of ${party}, 3 May 2027\n\n` +
        '1. The eastern bridge was closed during the winter and is repaired with funds of the donors.\n' +
        `2. This text has been prepared in good faith and prejudges no claim of either side${last}.\n`,
    );
    return file;
  });
  const { stdout, status } = await runParley(['compare', ...drafts, '--json']);
  const { rows } = comparisonSchema.parse(JSON.parse(stdout));
  const told = rows.map(({ relation, basis, reason }) => ({ relation, basis, reason }));
  expect(told).toEqual([
    {
      ...{ relation: 'same-terms', basis: 'suggested' },
      reason: 'The two texts have the same words; suggested by their words alone.',
    },
    {
      ...{ relation: 'not-yet-coded', basis: 'computed' },
      reason:
        'The two texts share 85 of 100 words but one denies what the other says: ' +
        '“nor any right at law”; suggested by their words alone. ' +
        'Nobody has yet recorded what this clause lays down.',
    },
  ]);
  expect(status).toBe(0);
});

test('names of parties beyond the files are refused', async () => {
  const { status, stderr } = await runParley(['compare', docx, html, '--party', 'A', 'B', 'C']);
  expect(stderr).toContain('[too_many_parties]');
  expect(status).toBe(2);
});
