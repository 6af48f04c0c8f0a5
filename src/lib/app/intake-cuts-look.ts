import type { Parsed } from '#lib/model/parsed.ts';
import { findCuts } from './intake-cuts.ts';
import type { DeskQuestion } from './intake-desk.ts';
import { findRow, rowsOf, type CutRow } from './intake-rows.ts';
import type { Workspace } from './workspace.ts';

/** So many rows are on a page: papers of thousands of pieces stay quick to look at and to edit. */
export const rowsOnPage = 120;
/** So many headings are offered to go to. */
const mostSections = 300;

/** What somebody wants to see of a paper. */
export interface CutsQuestion extends Pick<DeskQuestion, 'id' | 'viewer'> {
  readonly paper: string;
  /** The piece to look at; the first when it is none. */
  readonly at: string;
  /** Words to go on to; empty for none. */
  readonly find: string;
}

/** One page of the rows of a paper. */
export interface CutsLook {
  readonly title: string;
  readonly file: string;
  readonly at: string;
  /** True when words were sought that stand nowhere. */
  readonly isMissed: boolean;
  readonly rows: readonly CutRow[];
  readonly first: number;
  readonly total: number;
  readonly previous: string | undefined;
  readonly next: string | undefined;
  readonly sections: readonly { readonly id: string; readonly label: string }[];
  readonly warnings: readonly { readonly message: string; readonly piece: string }[];
  readonly edits: number;
  readonly undone: number;
}

/** Looks at the cuts of a paper around a piece. */
export async function lookAtCuts(
  workspace: Workspace,
  { paper, at, find, ...question }: CutsQuestion,
): Promise<Parsed<CutsLook>> {
  const found = await findCuts(workspace, question, paper);
  if (!found.ok) return found;
  const { part, file, document, segmentation } = found.value;
  const rows = rowsOf(segmentation, document.text);
  const asked = Math.max(
    0,
    rows.findIndex(({ id }) => id === at),
  );
  const hit = find === '' ? undefined : findRow(rows, { words: find, after: asked });
  const index = hit === undefined ? asked : rows.indexOf(hit);
  const first = Math.floor(index / rowsOnPage) * rowsOnPage;
  const shown = rows.slice(first, first + rowsOnPage);
  const pieceAt = (place: number): string =>
    rows.findLast(({ from }) => from <= place)?.id ?? rows[0]?.id ?? '';
  return {
    ok: true,
    value: {
      ...{ title: part.words.title, file: file.name, at: rows[index]?.id ?? '' },
      ...{ isMissed: find !== '' && hit === undefined, rows: shown, first, total: rows.length },
      previous: first === 0 ? undefined : rows[first - 1]?.id,
      next: rows[first + rowsOnPage]?.id,
      sections: sectionsOf(rows),
      warnings: segmentation.warnings.map((warning) => ({
        message: warning.message,
        piece: pieceAt(warning.at),
      })),
      ...{ edits: part.edits.length, undone: part.undone.length },
    },
  };
}

const sectionsOf = (rows: readonly CutRow[]) =>
  rows
    .filter(({ kind }) => kind === 'section')
    .slice(0, mostSections)
    .map(({ id, text, depth }) => ({
      id,
      label: `${'\u2003'.repeat(depth)}${text.replace(/\s+/g, ' ').slice(0, 80)}`,
    }));
