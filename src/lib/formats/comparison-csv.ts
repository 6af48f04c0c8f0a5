import Papa from 'papaparse';
import type { Row } from '#lib/engine/comparison.ts';
import { layOutTable, type TableCell, type TableInput } from './comparison-table.ts';

/** Spreadsheets run a cell that begins so as a formula, also when it has several lines; a lone sign is none. */
const formula = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]./s;

/**
 * Writes the comparison as CSV in UTF-8 with byte order mark, one line a row. The columns are always
 * the same, with two for each column of the comparison: where its clauses stand, and what they say.
 */
export function formatComparisonCsv(input: TableInput): string {
  const table = layOutTable(input);
  const byNumber = new Map(input.comparison.rows.map((row) => [row.number, row]));
  const fields = [
    'No.',
    'Issue',
    'Subject',
    ...table.columns.flatMap(({ name }) => [`${name}: clauses`, `${name}: text`]),
    'Sign',
    'Relation',
    'Extent',
    'Assessment',
    'Reason',
    'Rule and basis',
    'Review',
    'Negotiation status',
    'Common text',
    'Row id',
  ];
  const data = table.groups.flatMap(({ issue, rows }) =>
    rows.map((told) => {
      const row = byNumber.get(told.number);
      return [
        told.number,
        row?.issue === undefined ? '' : issue,
        told.title,
        ...told.cells.flatMap(tellCell),
        told.sign,
        row === undefined ? '' : input.speaker.words.relations[row.relation].name,
        row?.extent ?? '',
        told.headline,
        told.reason,
        told.notes,
        row === undefined ? '' : reviewMark(row, input),
        row?.status === undefined ? '' : input.speaker.words.negotiationStatuses[row.status],
        told.commonText ?? '',
        row?.id ?? '',
      ];
    }),
  );
  const csv = Papa.unparse({ fields, data }, { escapeFormulae: formula, newline: '\r\n' });
  return `\ufeff${csv}\r\n`;
}

const tellCell = ({ clauses, empty }: TableCell): readonly [where: string, text: string] =>
  clauses.length === 0
    ? ['', empty]
    : [clauses.map(({ label }) => label).join('\n'), clauses.map(({ text }) => text).join('\n')];

const reviewMark = ({ basis }: Row, { speaker }: TableInput): string =>
  basis === 'suggested' ? speaker.words.reviewStates.suggested.name : '';
