// PDF has no notion of struck-out or underlined words; programs draw a line at the right height. The
// line is all there is to go by, and it may cover only some words of a run.
import type { Rule, Run } from './page-content.ts';

/** Heights above the base line, as shares of the font's size, between which a line strikes out. */
const strikeFrom = 0.14;
const strikeTo = 0.42;
/** And below it, down to which it underlines. */
const underlineTo = 0.35;
/** A line that covers less than this share of a word does not mean it. */
const leastCover = 0.5;

type Drawn = 'struck' | 'underlined';

/** The same words with what is struck out or underlined marked, cut at words where need be. */
export function markLines(runs: readonly Run[], rules: readonly Rule[]): readonly Run[] {
  const lines = rules.filter((rule) => rule.along === 'row').sort((a, b) => a.at - b.at);
  if (lines.length === 0) return runs;
  return runs.flatMap((run) => {
    const above = linesBetween(lines, run, [strikeTo, strikeFrom]);
    const below = linesBetween(lines, run, [strikeFrom, -underlineTo]);
    const struck = cutAt(run, above, 'struck');
    return below.length === 0 ? struck : struck.flatMap((part) => cutAt(part, below, 'underlined'));
  });
}

function linesBetween(
  lines: readonly Rule[],
  run: Run,
  [high, low]: readonly [number, number],
): readonly Rule[] {
  const top = run.baseline - high * run.size;
  const bottom = run.baseline - low * run.size;
  return lines.slice(firstAtLeast(lines, top), firstAtLeast(lines, bottom)).filter(
    // A line that reaches far beyond the words is the border of a table.
    (line) => line.from < run.right && line.to > run.left,
  );
}

function firstAtLeast(lines: readonly Rule[], at: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function cutAt(run: Run, lines: readonly Rule[], drawn: Drawn): readonly Run[] {
  if (lines.length === 0) return [run];
  const width = (run.right - run.left) / run.text.length;
  const isDrawn = (from: number, to: number): boolean => {
    const left = run.left + from * width;
    const right = run.left + to * width;
    return lines.some(
      (line) => Math.min(right, line.to) - Math.max(left, line.from) > leastCover * (right - left),
    );
  };
  const parts: Run[] = [];
  for (const { 0: word, index } of run.text.matchAll(/\S+/g)) {
    const marked = isDrawn(index, index + word.length);
    const last = parts.at(-1);
    const right = run.left + (index + word.length) * width;
    if (last !== undefined && (last[drawn] ?? false) === marked) {
      parts[parts.length - 1] = { ...last, text: `${last.text} ${word}`, right };
    } else {
      const left = run.left + index * width;
      const part = { ...run, text: word, left, right, spaced: index > 0 || run.spaced };
      parts.push(marked ? { ...part, [drawn]: true } : part);
    }
  }
  return parts;
}
