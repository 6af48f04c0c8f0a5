import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { compare } from '#lib/engine/compare.ts';
import { createSpeaker } from '#lib/wording/speaker.ts';
import { aDossier, aNorm } from '../../../tests/support/builders.ts';
import { formatComparisonCsv } from './comparison-csv.ts';
import { formatComparisonMarkdown } from './comparison-markdown.ts';
import { formatComparisonText } from './comparison-text.ts';

/** Two texts that clash, their words replaced by whatever a case wants to smuggle in. */
function inputWith(title: string) {
  const dossier = aDossier({
    says: [aNorm('a', 'must'), aNorm('b', 'must-not', { review: { state: 'suggested' } })],
    fields: { title, issues: [{ id: 'topic', label: `=${title}` }] },
  });
  const comparison = compare(dossier);
  const speaker = createSpeaker(dossier, comparison);
  return { dossier, comparison, speaker, madeAt: '2026-01-02T03:04:05Z' };
}

test('CSV begins with a byte order mark and keeps formulas from running', () => {
  const csv = formatComparisonCsv(inputWith('cmd()\nsecond line'));
  expect(csv.startsWith('\ufeffNo.,Issue,Subject,')).toBe(true);
  const { data } = Papa.parse<string[]>(csv.slice(1).trim());
  expect(data[1]?.[1]).toBe("'=cmd()\nsecond line");
  expect(new Set(data.map((row) => row.length)).size).toBe(1);
});

test('CSV marks what nobody has reviewed', () => {
  const { data } = Papa.parse<Record<string, string>>(
    formatComparisonCsv(inputWith('T')).slice(1).trim(),
    { header: true },
  );
  expect(data[0]).toMatchObject({ Review: 'not reviewed', Relation: 'incompatible as written' });
});

test('Markdown keeps one line a row and lets no markup of the texts through', () => {
  const input = inputWith('a | b\n<img src=x>');
  const lines = formatComparisonMarkdown(input).split('\n');
  const rows = lines.filter((line) => line.startsWith('|'));
  expect(rows).toHaveLength(input.comparison.rows.length + 2);
  const bars = rows.map((row) => row.replaceAll('\\|', '').split('|').length);
  expect(new Set(bars).size).toBe(1);
  expect(lines.join('\n')).not.toContain('<img');
});

test('Markdown has title block, assessment, review mark and footer', () => {
  const markdown = formatComparisonMarkdown(inputWith('Title'));
  expect(markdown).toMatch(/^# Title\n/);
  expect(markdown).toContain('Not an official document.');
  expect(markdown).toContain('≠ Incompatible as written');
  expect(markdown).toContain('not reviewed');
  expect(markdown).toContain('2 January 2026');
});

test.each([40, 80])('the terminal text fits %i characters', (width) => {
  const text = formatComparisonText(inputWith('Word '.repeat(40)), { width, styled: false });
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(width);
});

test('no text steers the terminal, and nothing is styled unless asked for', () => {
  const input = inputWith('red \u001b[31m and \u202e turned');
  const plain = formatComparisonText(input, { width: 80, styled: false });
  const controls = Array.from(plain).filter((c) => /[\p{Cc}\u202e]/u.test(c) && c !== '\n');
  expect(controls).toEqual([]);
  expect(formatComparisonText(input, { width: 80, styled: true })).toContain('\u001b[1m');
});
