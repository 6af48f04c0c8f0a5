import type { Row } from './page-content.ts';

/** How most of a text is set, and the sizes of letters above it that its headings use. */
export interface BodyStyle {
  readonly size: number;
  /** Most of the text is bold, so that bold marks nothing. */
  readonly bold: boolean;
}

/** Sizes are told apart in half points. */
export const roundSize = (size: number): number => Math.round(size * 2) / 2;

/** The size that most letters of a document have. */
export function bodyStyleOf(rows: readonly Row[]): BodyStyle {
  const signs = new Map<number, number>();
  let bold = 0;
  let all = 0;
  for (const run of rows.flatMap((row) => row.runs)) {
    const size = roundSize(run.size);
    signs.set(size, (signs.get(size) ?? 0) + run.text.length);
    all += run.text.length;
    if (run.bold) bold += run.text.length;
  }
  const [size = 10] = [...signs].sort(([a, x], [b, y]) => y - x || a - b).map(([value]) => value);
  return { size, bold: bold > 0.5 * all };
}
