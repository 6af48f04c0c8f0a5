// Tables as rows of cells in columns. Files may cut a column into many that no row uses; a column here
// is where some row begins a cell, so that the second cell of a two-column table is always the second.
import { childOf, elementsOf, isOn, numberOf, valueOf, type Element } from './element.ts';
import { trackedFlow, type Flow } from './piece.ts';
import { chooseBranch } from './plain-words.ts';
import type { Styles } from './styles.ts';

export interface Cell {
  readonly content: Element;
  /** The column it begins in, from 0. */
  readonly column: number;
  readonly flow: Flow;
}

export interface Row {
  readonly cells: readonly Cell[];
  readonly isHeader: boolean;
}

export interface Table {
  readonly rows: readonly Row[];
  readonly columns: number;
}

/** More columns than this are a mistake of the file; cells beyond share the last one. */
const mostColumns = 64;
/** Longer runs of header rows are rows somebody only wanted to be repeated. */
const mostHeaderRows = 2;

/** Reads the grid of a table; the cells still hold their content. */
export function readTable(table: Element, flow: Flow, styles: Styles): Table {
  const rows = wrapped(table, 'w:tr', flow).map(({ element, flow: inner }) =>
    rawRow(element, inner),
  );
  const starts = [...new Set(rows.flatMap(({ cells }) => cells.map(({ column }) => column)))];
  const columns = new Map(starts.sort((a, b) => a - b).map((start, index) => [start, index]));
  const place = (start: number): number => Math.min(columns.get(start) ?? 0, mostColumns - 1);
  const headers = countHeaders(rows, () => setsFirstRowOff(table, styles));
  return {
    columns: Math.min(columns.size, mostColumns),
    rows: rows.map(({ cells }, index) => ({
      cells: cells.map((cell) => ({ ...cell, column: place(cell.column) })),
      isHeader: index < headers,
    })),
  };
}

interface RawRow {
  readonly cells: readonly Cell[];
  readonly repeats: boolean;
}

function rawRow(row: Element, outer: Flow): RawRow {
  const properties = childOf(row, 'w:trPr');
  const flow = trackedIn(properties, outer);
  let column = Math.min(numberOf(properties, 'w:gridBefore') ?? 0, mostColumns);
  const cells: Cell[] = [];
  for (const { element, flow: inner } of wrapped(row, 'w:tc', flow)) {
    const cell = childOf(element, 'w:tcPr');
    cells.push({ content: element, column, flow: trackedIn(cell, inner) });
    column += Math.min(Math.max(numberOf(cell, 'w:gridSpan') ?? 1, 1), mostColumns);
  }
  return { cells, repeats: isOn(properties, 'w:tblHeader') === true };
}

/** Rows and cells that a tracked change put in or took away. */
function trackedIn(properties: Element | undefined, flow: Flow): Flow {
  let inner = flow;
  for (const { name } of elementsOf(properties)) {
    if (name === 'w:cellIns') inner = { ...inner, inserted: true };
    else if (name === 'w:cellDel') inner = { ...inner, deleted: true };
    else inner = trackedFlow(name, inner) ?? inner;
  }
  return inner;
}

interface Wrapped {
  readonly element: Element;
  readonly flow: Flow;
}

/** The elements of a name, also those inside forms, changes and choices around them. */
function wrapped(parent: Element, name: string, flow: Flow): readonly Wrapped[] {
  return elementsOf(parent).flatMap((child): readonly Wrapped[] => {
    if (child.name === name) return [{ element: child, flow }];
    if (child.name === 'w:tbl' || child.name === 'w:p' || child.name.endsWith('Pr')) return [];
    if (child.name === 'mc:AlternateContent') return wrapped(chooseBranch(child), name, flow);
    return wrapped(child, name, trackedFlow(child.name, flow) ?? flow);
  });
}

function countHeaders(rows: readonly RawRow[], setsFirstOff: () => boolean): number {
  if (rows.length < 2) return 0;
  const other = rows.findIndex(({ repeats }) => !repeats);
  const repeated = other === -1 ? rows.length : other;
  if (repeated === 0) return setsFirstOff() ? 1 : 0;
  return repeated > mostHeaderRows || repeated === rows.length ? 1 : repeated;
}

/** Whether the table's style shows its first row as a header, and the table wants it to. */
function setsFirstRowOff(table: Element, styles: Styles): boolean {
  const properties = childOf(table, 'w:tblPr');
  if (styles.find(valueOf(properties, 'w:tblStyle'))?.hasHeaderRow !== true) return false;
  const look = childOf(properties, 'w:tblLook')?.attributes ?? {};
  const firstRow = look['w:firstRow'];
  if (firstRow !== undefined) return /^(?:1|true|on)$/.test(firstRow);
  const firstRowBit = 0x20;
  return (Number.parseInt(look['w:val'] ?? '0', 16) & firstRowBit) !== 0;
}
