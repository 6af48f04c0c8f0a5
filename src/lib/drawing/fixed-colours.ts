/** The values a drawing's custom properties stand for where there is no style sheet. */
export interface Palette {
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly paper: string;
  readonly mark: string;
  readonly clash: string;
  /** Family names as CSS lists them. */
  readonly font: string;
}

/** Black on white, for files that are printed or pasted. */
export const printPalette: Palette = {
  ink: '#1c1e22',
  soft: '#555b65',
  line: '#86816f',
  paper: '#ffffff',
  mark: '#dcd9d1',
  clash: '#432f57',
  font: "Inter, 'Noto Sans', Arial, sans-serif",
};

/**
 * A drawing with its colours and font written out, for files whose readers know no custom
 * properties (word processors, PDF). Text inside the drawing is escaped and cannot match.
 */
export function withFixedColours(svg: string, palette: Palette = printPalette): string {
  const { ink, soft, line, paper, mark, clash, font } = palette;
  const values: readonly (readonly [attribute: string, value: string])[] = [
    ['var(--drawing-mark, var(--line, currentColor))', mark],
    ['var(--incompatible, currentColor)', clash],
    ['var(--soft, currentColor)', soft],
    ['var(--edge, currentColor)', line],
    ['var(--paper, none)', paper],
    ['currentColor', ink],
  ];
  const coloured = values.reduce(
    (text, [from, to]) =>
      text
        .replaceAll(`fill="${from}"`, `fill="${to}"`)
        .replaceAll(`stroke="${from}"`, `stroke="${to}"`),
    svg,
  );
  return coloured.replace('<svg ', `<svg font-family="${font}" `);
}
