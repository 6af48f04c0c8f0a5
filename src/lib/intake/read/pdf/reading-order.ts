import type { Row, Run } from './page-content.ts';

/** Letters written from right to left: Hebrew, Arabic, Syriac and their kin. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

export const isRightToLeft = (text: string): boolean => rightToLeft.test(text);

/** Whether most letters of a row are written from right to left. */
export function isTurnedRow({ runs }: Pick<Row, 'runs'>): boolean {
  let turned = 0;
  let level = 0;
  for (const { text } of runs) {
    if (isRightToLeft(text)) turned += text.length;
    else if (/\p{L}/u.test(text)) level += text.length;
  }
  return turned > level;
}

/** A row as a mirror shows it: what stood right stands left. */
export const mirrorRow = (row: Row): Row => ({
  ...row,
  left: -row.right,
  right: -row.left,
  runs: row.runs.toReversed().map((run) => ({ ...run, left: -run.right, right: -run.left })),
});

/**
 * The runs of a row, given from left to right, in the order in which they are read. In a row that is
 * mostly right to left the rightmost comes first, but words and numbers of other scripts inside it
 * keep their own order (a rough form of the Unicode bidirectional algorithm, whole runs only).
 */
export function readingOrder(runs: readonly Run[]): readonly Run[] {
  if (!isTurnedRow({ runs })) return runs;
  const ordered: Run[] = [];
  let group: Run[] = [];
  for (const run of runs.toReversed()) {
    const isLevel = !isRightToLeft(run.text) && /[\p{L}\p{N}]/u.test(run.text);
    if (isLevel) {
      group.unshift(run);
      continue;
    }
    ordered.push(...group, run);
    group = [];
  }
  return [...ordered, ...group];
}

const mirrored: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '«': '»',
  '»': '«',
};

/**
 * A bracket in text from right to left is drawn as its mirror image, and some programs store the sign
 * of the image. Where every opening bracket has its closing one, but a closing one comes first, all
 * are exchanged.
 */
export function mendBrackets(text: string): string {
  const brackets = text.match(/[()[\]«»]/g) ?? [];
  const opening = brackets.filter((sign) => /[([«]/.test(sign)).length;
  const isTurned = /[)\]»]/.test(brackets[0] ?? '') && opening * 2 === brackets.length;
  if (!isTurned) return text;
  return text.replace(/[()[\]«»]/g, (sign) => mirrored[sign] ?? sign);
}
