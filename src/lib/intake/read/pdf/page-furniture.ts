// Running heads and feet: what stands at the edge of several pages, at the same height, in the same
// words. A number may differ if it goes up with the pages and stands alone; "Amendment 12" at the top
// of three pages is no running head.
import type { OmissionKind } from '../../document.ts';
import type { PageContent, Row } from './page-content.ts';
import { pageNumbersOf, saysPage } from './page-numbers.ts';
import { rowText } from './row-text.ts';

export interface PageRows {
  readonly page: PageContent;
  readonly rows: readonly Row[];
}

export interface Furniture {
  readonly kind: Extract<OmissionKind, 'page-number' | 'page-head' | 'page-foot'>;
  readonly row: Row;
}

/** A page's rows without its furniture, and the furniture. */
export interface CleanPage extends PageRows {
  readonly furniture: readonly Furniture[];
}

/** Rows looked at from each edge, and the share of the page's height in which they have to stand. */
const edgeRows = 5;
const edgeShare = 0.18;
/** Heights of the same foot on two pages differ by no more points than this. */
const sameHeight = 3;
/** Pages before and after that are asked for the same words. */
const nearPages = 8;

interface EdgeRow {
  readonly row: Row;
  readonly text: string;
  readonly pieces: readonly string[];
  readonly edge: 'head' | 'foot';
  readonly page: number;
  /** From its edge of the page. */
  readonly distance: number;
  /** A foot with much more room above it than lines of text have. */
  readonly isSetOff: boolean;
}

/** Takes running heads, feet and page numbers off the pages of a document. */
export function takeFurniture(pages: readonly PageRows[]): readonly CleanPage[] {
  const edges = pages.map(edgesOf);
  return pages.map(({ page, rows }, at) => {
    const near = edges.slice(Math.max(0, at - nearPages), at + nearPages + 1).flat();
    const needed = pages.length <= 3 ? 1 : 2;
    const taken: Furniture[] = [];
    for (const edge of ['head', 'foot'] as const) {
      const rowsOfEdge = (edges[at] ?? []).filter((row) => row.edge === edge);
      for (const row of rowsOfEdge) {
        const kind = judge(row, near, { needed, pages: pages.length });
        if (kind === undefined) break;
        taken.push({ kind, row: row.row });
      }
    }
    const gone = new Set(taken.map(({ row }) => row));
    return { page, rows: rows.filter((row) => !gone.has(row)), furniture: taken };
  });
}

/** The outermost rows of a page, from its edges inwards; a row is at one edge only. */
function edgesOf({ page, rows }: PageRows): readonly EdgeRow[] {
  const describe = (row: Row, edge: EdgeRow['edge']): EdgeRow => ({
    row,
    text: rowText(row),
    pieces: piecesOf(row),
    edge,
    page: page.number,
    distance: edge === 'head' ? row.baseline : page.height - row.baseline,
    isSetOff: edge === 'foot' && isSetOff(rows, row),
  });
  const heads = rows.filter((row) => row.baseline < page.height * edgeShare).slice(0, edgeRows);
  const feet = rows
    .filter((row) => row.baseline > page.height * (1 - edgeShare))
    .slice(-edgeRows)
    .reverse();
  return [
    ...heads.map((row) => describe(row, 'head')),
    ...feet.map((row) => describe(row, 'foot')),
  ];
}

function isSetOff(rows: readonly Row[], row: Row): boolean {
  const above = rows[rows.indexOf(row) - 1];
  return above !== undefined && row.baseline - above.baseline > 2.2 * row.size;
}

/** A row's words, cut where a wide gap sets a title and a number apart. */
function piecesOf(row: Row): readonly string[] {
  const pieces: (typeof row.runs)[number][][] = [];
  for (const run of row.runs) {
    const last = pieces.at(-1);
    const before = last?.at(-1);
    if (last !== undefined && before !== undefined && run.left - before.right < 1.5 * row.size)
      last.push(run);
    else pieces.push([run]);
  }
  return pieces.map((runs) => rowText({ runs }));
}

function judge(
  row: EdgeRow,
  near: readonly EdgeRow[],
  { needed, pages }: { readonly needed: number; readonly pages: number },
): Furniture['kind'] | undefined {
  const beside = near.filter((other) => other.page !== row.page && other.edge === row.edge);
  const level = beside.filter((other) => Math.abs(other.distance - row.distance) <= sameHeight);
  const isRepeated = (piece: string): boolean => {
    const found = level.filter((other) =>
      other.pieces.some((p) => isSamePiece([piece, row.page], [p, other.page])),
    );
    return new Set(found.map(({ page }) => page)).size >= needed;
  };
  const numbers = pageNumbersOf(row.text);
  if (numbers !== undefined) {
    const counts = (other: EdgeRow): boolean =>
      isSamePiece([row.text, row.page], [other.text, other.page]);
    // A Roman number at the head of a page is as often that of a chapter.
    const isNumber = row.edge === 'foot' || /\d/.test(row.text);
    const isAlone = isNumber && (pages === 1 || numbers[0] === row.page || row.isSetOff);
    if (saysPage(row.text) || isAlone || beside.some(counts)) return 'page-number';
  }
  // An address and `1 / 3` at either end of a foot.
  const isPaged = row.pieces.length > 1 && row.pieces.some(countsPages);
  if (!isPaged && !row.pieces.every(isRepeated)) return undefined;
  return row.edge === 'head' ? 'page-head' : 'page-foot';
}

/** `3 of 10` or `3 / 10`, apart from other words of its row. */
const countsPages = (piece: string): boolean =>
  saysPage(piece) && pageNumbersOf(piece)?.length === 2;

type PieceOnPage = readonly [string, number];

/** The same words, or a page's number that goes up with the pages. */
function isSamePiece([a, pageA]: PieceOnPage, [b, pageB]: PieceOnPage): boolean {
  if (a === b) return true;
  const [first] = pageNumbersOf(a) ?? [];
  const [second] = pageNumbersOf(b) ?? [];
  return first !== undefined && second !== undefined && first - pageA === second - pageB;
}
