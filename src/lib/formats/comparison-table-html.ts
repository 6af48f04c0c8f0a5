/**
 * The comparison table as one self-contained HTML page and as plain text, for the clipboard and for
 * download. Word processors read little CSS, so that borders and tints stand on the cells themselves;
 * a row nobody reviewed says so in words, since hatching would be lost.
 */
import type { Source } from '#lib/model/source.ts';
import type { Speaker } from '#lib/wording/speaker.ts';
import {
  layOutTable,
  type ComparisonTable,
  type TableCell,
  type TableInput,
  type TableRow,
} from './comparison-table.ts';
import { escapeHtml } from './escape-html.ts';
import { renderMarkdown } from './markdown-html.ts';

const cellStyle = 'border:1px solid #8a8577;padding:4pt 6pt;vertical-align:top;text-align:left';
const headStyle = `${cellStyle};background:#f0ede5`;

const td = (content: string, style = cellStyle): string => `<td style="${style}">${content}</td>`;

/** Word processors do not know `<mark>`; a tinted span they do. */
const tintMarks = (html: string): string =>
  html.replaceAll('<mark>', '<span style="background:#e6e1d6">').replaceAll('</mark>', '</span>');

/** With two columns the assessment stands between them, else right of all of them. */
const assessmentPlace = (columns: number): number => (columns === 2 ? 1 : columns);

/** Writes the table as an HTML page that needs nothing from outside. */
export function formatTableHtml(input: TableInput): string {
  const table = layOutTable(input);
  const { language } = input.dossier;
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head><meta charset="utf-8"><title>${escapeHtml(table.title)}</title></head>
<body style="font-family:sans-serif;font-size:10pt">
<h1 style="font-size:16pt">${escapeHtml(table.title)}</h1>
${table.lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('\n')}
<table style="border-collapse:collapse;width:100%" border="1">
${formatHead(table)}
<tbody>
${table.groups.map((group) => formatGroup(table, group)).join('\n')}
</tbody>
</table>
<h2 style="font-size:12pt">Sources</h2>
<ol>
${table.sources.map((source) => `<li>${formatSource(source, input.speaker)}</li>`).join('\n')}
</ol>
<p>${escapeHtml(table.footer)}</p>
</body>
</html>
`;
}

function formatHead(table: ComparisonTable): string {
  const th = (name: string, detail = ''): string =>
    `<th scope="col" style="${headStyle}">${escapeHtml(name)}${detail === '' ? '' : `<br><small style="font-weight:normal">${escapeHtml(detail)}</small>`}</th>`;
  const columns = table.columns.map(({ name, detail }) => th(name, detail));
  columns.splice(assessmentPlace(columns.length), 0, th('Assessment'));
  const common = table.hasCommonText ? [th('Common text')] : [];
  return `<thead><tr>${[th('No.'), ...columns, ...common].join('')}</tr></thead>`;
}

function formatGroup(table: ComparisonTable, group: ComparisonTable['groups'][number]): string {
  const width = table.columns.length + 2 + (table.hasCommonText ? 1 : 0);
  const head = `<tr><th scope="rowgroup" colspan="${width}" style="${headStyle}">${escapeHtml(group.issue)}</th></tr>`;
  return [head, ...group.rows.map((row) => formatRow(table, row))].join('\n');
}

function formatRow(table: ComparisonTable, row: TableRow): string {
  const cells = row.cells.map((cell) => td(formatCell(cell)));
  cells.splice(assessmentPlace(cells.length), 0, td(formatAssessment(row)));
  const common = table.hasCommonText
    ? [td(row.commonText === undefined ? '' : renderMarkdown(row.commonText))]
    : [];
  const number = `<th scope="row" style="${cellStyle}">${escapeHtml(row.number)}<br><small style="font-weight:normal">${escapeHtml(row.title)}</small></th>`;
  return `<tr>${[number, ...cells, ...common].join('')}</tr>`;
}

function formatCell({ clauses, empty }: TableCell): string {
  if (clauses.length === 0) return `<i>${escapeHtml(empty)}</i>`;
  return clauses
    .map(({ label, html }) => `<p><small>${escapeHtml(label)}</small></p>${tintMarks(html)}`)
    .join('\n');
}

function formatAssessment(row: TableRow): string {
  const parts = [
    `<p><b>${escapeHtml(`${row.sign} ${row.headline}`)}</b></p>`,
    row.reason === '' ? '' : `<p>${escapeHtml(row.reason)}</p>`,
    row.notes === '' ? '' : `<p><small>${escapeHtml(row.notes)}</small></p>`,
  ];
  return parts.join('');
}

function formatSource(source: Source, speaker: Speaker): string {
  const title =
    source.url === undefined
      ? escapeHtml(source.title)
      : `<a href="${escapeHtml(source.url)}">${escapeHtml(source.title)}</a>`;
  return `${escapeHtml(source.publisher)}: ${title}${escapeHtml(sourceFacts(source, speaker))}`;
}

/** Date, translator and day of reading, each behind a comma; empty when none is known. */
export function sourceFacts(source: Source, speaker: Speaker): string {
  const facts = [
    source.date === undefined ? [] : speaker.date(source.date),
    source.translator === undefined ? [] : `translation by ${source.translator}`,
    source.read === undefined ? [] : `read ${speaker.date(source.read)}`,
  ].flat();
  return facts.length === 0 ? '' : `, ${facts.join(', ')}`;
}

/** Writes the table as plain text with a tab between cells and a line for each row. */
export function formatTableText(input: TableInput): string {
  const table = layOutTable(input);
  const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
  const place = assessmentPlace(table.columns.length);
  const lay = (number: string, cells: readonly string[], rest: readonly string[]): string => {
    const [assessment = '', common = ''] = rest;
    const all = [...cells];
    all.splice(place, 0, assessment);
    const last = table.hasCommonText ? [common] : [];
    return [number, ...all, ...last].map(oneLine).join('\t');
  };
  const head = lay(
    'No.',
    table.columns.map(({ name }) => name),
    ['Assessment', 'Common text'],
  );
  const body = table.groups.flatMap(({ issue, rows }) => [
    oneLine(issue),
    ...rows.map((row) =>
      lay(`${row.number} ${row.title}`, row.cells.map(cellText), [
        `${row.sign} ${row.headline}. ${row.reason} (${row.notes})`,
        row.commonText ?? '',
      ]),
    ),
  ]);
  const sources = table.sources.map(
    (source) =>
      `${source.publisher}: ${source.title}${sourceFacts(source, input.speaker)}${source.url === undefined ? '' : ` ${source.url}`}`,
  );
  return [
    table.title,
    ...table.lines,
    '',
    head,
    ...body,
    '',
    'Sources',
    ...sources,
    '',
    table.footer,
    '',
  ].join('\n');
}

const cellText = ({ clauses, empty }: TableCell): string =>
  clauses.length === 0 ? empty : clauses.map(({ label, text }) => `[${label}] ${text}`).join(' ');
