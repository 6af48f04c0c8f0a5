/** A line with words in it; `from` is where the line begins, `start` where its first word does. */
export interface Line {
  readonly from: number;
  readonly start: number;
  /** Behind the last visible sign. */
  readonly to: number;
  /** Columns before the first word, with tabs to the next multiple of four. */
  readonly indent: number;
  /** From the first word to the last. */
  readonly words: string;
  /** Empty lines between the line before and this one. */
  readonly gap: number;
}

/** The lines of a text that hold words, in order; empty ones are counted as gaps. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let gap = 0;
  for (let from = 0; from <= text.length;) {
    const at = text.indexOf('\n', from);
    const end = at === -1 ? text.length : at;
    const words = text.slice(from, end).trim();
    if (words === '') {
      gap += 1;
    } else {
      const start = from + text.slice(from, end).search(/\S/);
      const indent = columns(text.slice(from, start));
      lines.push({ from, start, to: start + words.length, indent, words, gap });
      gap = 0;
    }
    from = end + 1;
  }
  return lines;
}

function columns(space: string): number {
  let count = 0;
  for (const sign of space) count = sign === '\t' ? count + 4 - (count % 4) : count + 1;
  return count;
}
