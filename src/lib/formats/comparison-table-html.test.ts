import { describe, expect, test } from 'vitest';
import { compare } from '#lib/engine/compare.ts';
import { createSpeaker } from '#lib/wording/speaker.ts';
import { exampleIds, readExample } from '../../../tests/golden/read-dossier.ts';
import { formatTableHtml, formatTableText } from './comparison-table-html.ts';
import type { TableInput } from './comparison-table.ts';

function tableOf(id: string, rows?: ReadonlySet<string>): TableInput {
  const dossier = readExample(id);
  const comparison = compare(dossier);
  const speaker = createSpeaker(dossier, comparison);
  const madeAt = '2026-11-23T09:20:00Z';
  return { dossier, comparison, speaker, madeAt, ...(rows === undefined ? {} : { rows }) };
}

const count = (text: string, part: string): number => text.split(part).length - 1;

describe.each(exampleIds)('the table of %s', (id) => {
  const input = tableOf(id);
  const html = formatTableHtml(input);

  test('is one semantic table with a head for every column and every row', () => {
    const columns = input.comparison.columns.length;
    const common = input.comparison.rows.some(({ commonText }) => commonText !== undefined);
    expect(count(html, '<table')).toBe(1);
    expect(count(html, 'scope="col"')).toBe(columns + 2 + (common ? 1 : 0));
    expect(count(html, 'scope="row"')).toBe(input.comparison.rows.length);
  });

  test('carries the title block and needs nothing from outside', () => {
    expect(html).toContain('Not an official document.');
    expect(html).not.toMatch(/<(img|link|script|style|iframe)\b/);
    expect(html).not.toMatch(/\ssrc=/);
  });

  test('has the same rows as plain text', () => {
    const lines = formatTableText(input).split('\n');
    const cells = lines.filter((line) => line.includes('\t'));
    expect(cells).toHaveLength(input.comparison.rows.length + 1);
    const width = cells[0]?.split('\t').length;
    expect(cells.every((line) => line.split('\t').length === width)).toBe(true);
  });
});

test('sources stand below the table with publisher and link', () => {
  const html = formatTableHtml(tableOf('istanbul-2025'));
  const sources = html.slice(html.indexOf('>Sources<'));
  expect(sources).toMatch(/<li>TASS: .*<a href="https:/);
});

test('a paraphrase is named as one and stands in no quotation marks', () => {
  const html = formatTableHtml(tableOf('istanbul-2025'));
  expect(html).toContain('paraphrase by the editors');
  expect(html).not.toMatch(/“<span style="background/);
});

test('with two columns the assessment stands between them, else at their right', () => {
  const heads = (html: string): readonly string[] =>
    [...html.matchAll(/<th scope="col"[^>]*>([^<]+)/g)].map((match) => match[1] ?? '');
  expect(heads(formatTableHtml(tableOf('istanbul-2025'))).indexOf('Assessment')).toBe(2);
  expect(heads(formatTableHtml(tableOf('port-wages'))).indexOf('Assessment')).toBe(4);
});

test('prints chosen rows only, and says so', () => {
  const all = tableOf('port-wages');
  const [first] = all.comparison.rows;
  const html = formatTableHtml(tableOf('port-wages', new Set([first?.id ?? ''])));
  expect(count(html, 'scope="row"')).toBe(1);
  expect(html).toContain(`1 of ${String(all.comparison.rows.length)} rows`);
});
