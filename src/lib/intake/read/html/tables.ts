import { isElement, type ElementNode, type TreeNode } from './tree.ts';
import type { MeasuresOf } from './measures.ts';

/** A row of a table; `undefined` stands where a cell of another place reaches in. */
export interface TableRow {
  readonly cells: readonly (ElementNode | undefined)[];
  readonly isHeader: boolean;
}

export interface TableContent {
  readonly captions: readonly ElementNode[];
  readonly rows: readonly TableRow[];
  /** What stands in the table and in no cell; browsers show it in front. */
  readonly strays: readonly TreeNode[];
}

/** More columns than any table has; a page may claim a million. */
const mostColumns = 200;
/** So many places may be reached into for each cell that is there; then spans are no more believed. */
const reachedPerCell = 8;

/** How cells of the rows so far reach into the next ones. */
interface Reach {
  /** By column, how many rows are still reached into. */
  readonly rows: number[];
  cells: number;
  reached: number;
}
const sections = new Set(['thead', 'tbody', 'tfoot', 'form']);
const isCell = (name: string): boolean => name === 'td' || name === 'th';

/** The rows of a table with each cell in its column, as spans over rows and columns place them. */
export function readTable(table: ElementNode): TableContent {
  const captions: ElementNode[] = [];
  const rows: TableRow[] = [];
  const strays: TreeNode[] = [];
  const reach: Reach = { rows: [], cells: 0, reached: 0 };
  const visit = (parent: ElementNode, isHead: boolean): void => {
    const loose: ElementNode[] = [];
    for (const child of parent.children) {
      if (child.kind === 'text') strays.push(child);
      else if (child.name === 'caption') captions.push(child);
      else if (child.name === 'tr') {
        const isOwn = (node: TreeNode): boolean => isElement(node) && isCell(node.name);
        for (const node of child.children) if (!isOwn(node)) strays.push(node);
        rows.push(placeCells(child.children.filter(isElement).filter(isOwn), isHead, reach));
      } else if (isCell(child.name)) loose.push(child);
      else if (sections.has(child.name)) visit(child, child.name === 'thead');
      else strays.push(child);
    }
    if (loose.length > 0) rows.push(placeCells(loose, isHead, reach));
  };
  visit(table, false);
  return { captions, rows, strays };
}

function placeCells(found: readonly ElementNode[], isHead: boolean, reach: Reach): TableRow {
  const cells: (ElementNode | undefined)[] = [];
  const { rows } = reach;
  reach.cells += found.length;
  const isBelieved = (): boolean =>
    cells.length < mostColumns && reach.reached < reach.cells * reachedPerCell + mostColumns;
  const addReached = (): void => {
    reach.reached += 1;
    cells.push(undefined);
  };
  const skipReached = (): void => {
    for (
      let left = rows[cells.length] ?? 0;
      left > 0 && isBelieved();
      left = rows[cells.length] ?? 0
    ) {
      rows[cells.length] = left - 1;
      addReached();
    }
  };
  for (const cell of found) {
    skipReached();
    const height = spanOf(cell, 'rowspan');
    rows[cells.length] = height - 1;
    cells.push(cell);
    for (let width = spanOf(cell, 'colspan'); width > 1 && isBelieved(); width -= 1) {
      rows[cells.length] = height - 1;
      addReached();
    }
  }
  skipReached();
  const isHeader = found.length > 0 && (isHead || found.every(({ name }) => name === 'th'));
  return { cells, isHeader };
}

function spanOf({ attributes }: ElementNode, name: 'colspan' | 'rowspan'): number {
  const value = attributes.get(name) ?? '';
  return /^\d{1,5}$/.test(value) ? Math.max(1, Number(value)) : 1;
}

/** A cell with more signs than this and structure of its own is a part of a page, not of a table. */
const pageCellSigns = 1500;

/** Whether a table only places things on the page, so that its cells are read one after another. */
export function isLayout(table: ElementNode, measures: MeasuresOf): boolean {
  const role = table.attributes.get('role');
  if (role === 'presentation' || role === 'none') return true;
  const { rows } = readTable(table);
  if (rows.every(({ cells }) => cells.length <= 1)) return true;
  return rows.some(({ cells }) =>
    cells.some((cell) => {
      if (cell === undefined) return false;
      const { signs, headings, tables, lists } = measures(cell);
      return signs > pageCellSigns && headings + tables + lists > 2;
    }),
  );
}
