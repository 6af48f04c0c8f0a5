import { layOutTable, type TableInput, type TableRow } from './comparison-table.ts';

export interface TerminalLook {
  /** Characters in a line. */
  readonly width: number;
  /** Headings and incompatible rows in bold, notes dimmed; never a colour. */
  readonly styled: boolean;
}

/**
 * Tells the comparison for a terminal: rows by issue, each with sign, words and reason, then circular
 * orders, notices and counts. Control characters of the texts are taken out, so that no paper can
 * steer the terminal.
 */
export function formatComparisonText(input: TableInput, look: TerminalLook): string {
  const table = layOutTable(input);
  const { comparison, speaker } = input;
  const paint = look.styled ? paintAnsi : paintNothing;
  const say = (text: string, indent = 0): string => wrap(stripControls(text), indent, look.width);
  const heading = (text: string): string => `\n${paint.bold(say(text))}`;
  const lines = [
    paint.bold(say(table.title)),
    ...table.lines.map((line) => say(line)),
    ...table.groups.flatMap(({ issue, rows }) => [
      heading(issue.toLocaleUpperCase(input.dossier.language)),
      ...rows.map((row) => tellRow(row, say, paint)),
    ]),
    ...listed(
      'Circular orders',
      comparison.circularOrders.map((order) => {
        const { headline, sentence } = speaker.circularOrder(order);
        return `${headline}: ${sentence}`;
      }),
    ),
    ...listed('Notices', comparison.notices.map(speaker.notice)),
    ...listed('Not yet coded', tellUncoded(input)),
    heading(`${comparison.rows.length} rows`),
    ...speaker.counts.map(({ line }) => say(line, 2)),
  ];
  function listed(title: string, items: readonly string[]): readonly string[] {
    return items.length === 0 ? [] : [heading(title), ...items.map((item) => say(`- ${item}`, 2))];
  }
  return `${lines.join('\n')}\n`;
}

/** Which clauses nobody has coded, a line for each paper that has such. */
function tellUncoded({ dossier, comparison }: TableInput): readonly string[] {
  const uncoded = new Set(comparison.uncoded);
  return dossier.papers.flatMap(({ title, clauses }) => {
    const own = clauses.filter(({ id }) => uncoded.has(id));
    if (own.length === 0) return [];
    const all = clauses.filter(({ kind }) => kind === 'clause').length;
    const locators = own.map(({ locator }) => locator).join(', ');
    return [`${title}: ${String(own.length)} of ${String(all)} clauses (${locators})`];
  });
}

type Paint = Readonly<Record<'bold' | 'dim', (text: string) => string>>;
type Say = (text: string, indent?: number) => string;

const paintNothing: Paint = { bold: (text) => text, dim: (text) => text };
const paintAnsi: Paint = {
  bold: (text) => `\u001b[1m${text}\u001b[22m`,
  dim: (text) => `\u001b[2m${text}\u001b[22m`,
};

function tellRow(row: TableRow, say: Say, paint: Paint): string {
  const first = say(`${row.sign} ${row.headline}: ${row.title}`, 6);
  const cited = row.cells.map(({ clauses, empty }) =>
    clauses.length === 0 ? empty : clauses.map(({ label }) => label).join('; '),
  );
  return [
    paint.bold(`${row.number.padStart(4)}  ${first.slice(6)}`),
    ...(row.reason === '' ? [] : [say(row.reason, 6)]),
    ...(cited.every((cell) => cell === '') ? [] : [paint.dim(say(cited.join(' | '), 6))]),
    ...(row.notes === '' ? [] : [paint.dim(say(row.notes, 6))]),
  ].join('\n');
}

/** Everything that moves a cursor, colours or hides text, or turns the reading direction round. */
export const stripControls = (text: string): string =>
  text.replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu, '');

/** Breaks a text between words so that it fits the width; every line is indented. */
function wrap(text: string, indent: number, width: number): string {
  const margin = ' '.repeat(indent);
  const room = Math.max(20, width - indent);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(margin + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, margin + line].join('\n');
}
