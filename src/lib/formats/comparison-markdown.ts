import type { Source } from '#lib/model/source.ts';
import { sourceFacts } from './comparison-table-html.ts';
import { layOutTable, type TableCell, type TableInput, type TableRow } from './comparison-table.ts';

/**
 * Writes the comparison as Markdown: title block, one table, sources. Clause texts keep their own
 * Markdown as far as a table cell can hold it; words that are not a party's own are never quoted.
 */
export function formatComparisonMarkdown(input: TableInput): string {
  const table = layOutTable(input);
  const { circularOrders, notices } = input.comparison;
  const common = table.hasCommonText ? ['Common text'] : [];
  const names = table.columns.map(({ name, detail }) => `${name} (${detail})`);
  const head = ['No.', 'Issue', ...names, 'Assessment', ...common];
  const rows = table.groups.flatMap(({ issue, rows: own }) =>
    own.map((row) => [
      escapeCell(row.number),
      `**${escapeCell(issue)}**<br>${escapeCell(row.title)}`,
      ...row.cells.map(formatCell),
      formatAssessment(row),
      ...(table.hasCommonText ? [escapeCell(row.commonText ?? '')] : []),
    ]),
  );
  return [
    `# ${escapeLine(table.title)}`,
    table.lines.map((line) => `- ${escapeLine(line)}`).join('\n'),
    [
      formatLine(head.map(escapeCell)),
      formatLine(head.map(() => '---')),
      ...rows.map(formatLine),
    ].join('\n'),
    ...section(
      'Circular orders',
      circularOrders.map((order) => {
        const { headline, sentence } = input.speaker.circularOrder(order);
        return `${headline}: ${sentence}`;
      }),
    ),
    ...section('Notices', notices.map(input.speaker.notice)),
    ...section(
      'Sources',
      table.sources.map((source) => sourceLine(source, input)),
    ),
    `${escapeLine(table.footer)}\n`,
  ].join('\n\n');
}

const formatLine = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function section(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  return [`## ${title}`, lines.map((line) => `- ${escapeLine(line)}`).join('\n')];
}

function formatCell({ clauses, empty }: TableCell): string {
  if (clauses.length === 0) return empty === '' ? '' : `*${escapeCell(empty)}*`;
  return clauses
    .map(({ label, text }) => `**${escapeCell(label)}**: ${escapeCell(text)}`)
    .join('<br>');
}

function formatAssessment({ sign, headline, reason, notes }: TableRow): string {
  const parts = [`**${escapeCell(`${sign} ${headline}`)}**`, escapeCell(reason)];
  if (notes !== '') parts.push(`*${escapeCell(notes)}*`);
  return parts.filter((part) => part !== '').join('<br>');
}

function sourceLine(source: Source, { speaker }: TableInput): string {
  const url = source.url === undefined ? '' : `, ${source.url}`;
  return `${source.publisher}: ${source.title}${sourceFacts(source, speaker)}${url}`;
}

/** Markup of others stays text; a cell is one line. */
const escapeLine = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replace(/\s+/g, ' ').trim();

const escapeCell = (text: string): string =>
  text
    .trim()
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => escapeLine(line).replace(/[\\|]/g, '\\$&'))
    .join('<br>');
