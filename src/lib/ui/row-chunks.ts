/**
 * Long tables in chunks: only those near what is seen are in the page, the others are empty stretches of
 * the same height. Pure parts; `RowChunks.svelte` holds what is loaded and seen.
 */
import type { IssueView, RowView } from './compare-view.ts';

/** Rows in a chunk: few enough to be drawn between two frames. */
export const chunkSize = 10;

/** A row with the head of its issue where it is the first of it. */
export interface ChunkRow {
  readonly row: RowView;
  readonly head?: IssueView;
}

/** The chunks that a stretch of rows fills from `from` on, by their number. */
export function cutChunks(
  issues: readonly IssueView[],
  from: number,
): ReadonlyMap<number, readonly ChunkRow[]> {
  const rows = issues.flatMap((issue) => issue.rows.map((row) => ({ issue, row })));
  const chunks = new Map<number, ChunkRow[]>();
  rows.forEach(({ issue, row }, offset) => {
    const at = from + offset;
    const number = chunkOf(at);
    const own = chunks.get(number) ?? [];
    chunks.set(number, own);
    own.push(issue.firstRow === at ? { row, head: issue } : { row });
  });
  return chunks;
}

/** The chunk a row stands in. */
export const chunkOf = (row: number): number => Math.floor(row / chunkSize);

/** How many chunks so many rows make. */
export const countChunks = (rows: number): number => Math.ceil(rows / chunkSize);

/** The rows of a chunk, `[from, to)`. */
export const stretchOf = (chunk: number, total: number) => ({
  from: chunk * chunkSize,
  to: Math.min(total, (chunk + 1) * chunkSize),
});

/** Where a link inside the page leads: to an issue, whose first row is known, or to a row by its id. */
export type LinkGoal = { readonly at: number } | { readonly row: string };

/** What the fragment of an address names; undefined where it is neither an issue nor a row. */
export function readGoal(hash: string, issues: readonly IssueView[]): LinkGoal | undefined {
  const name = nameOf(hash);
  const issue = issues.find(({ anchor }) => anchor === name);
  if (issue !== undefined) return { at: issue.firstRow };
  return name.startsWith('row-') ? { row: name.slice('row-'.length) } : undefined;
}

/** The id that the fragment of an address names. */
export function nameOf(hash: string): string {
  const text = hash.replace(/^#/, '');
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
