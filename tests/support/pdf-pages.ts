// Pages of a PDF as the layout sees them, set from a few words: every letter is half as wide as its
// size, and text breaks where a line is full, so that a test shows what it means and no more.
import type { PageContent, Rule, Run } from '#lib/intake/read/pdf/page-content.ts';

export interface Setting {
  readonly left?: number;
  /** The base line of the first row, from above. */
  readonly top?: number;
  readonly width?: number;
  readonly size?: number;
  readonly leading?: number;
  readonly bold?: boolean;
  readonly mono?: boolean;
  /** Spaces between words are stretched so that every line but the last is full. */
  readonly justified?: boolean;
}

/** Words at places, before they are put on a page. */
export type Words = Omit<Run, 'page' | 'order'>;

const letterWidth = 0.5;

/** One run of words at a place. */
export function words(
  text: string,
  { left = 72, top = 100, size = 10, bold = false, mono = false }: Setting = {},
): Words {
  const right = left + text.length * size * letterWidth;
  return { text, left, right, baseline: top, size, bold, mono, spaced: false };
}

/** A paragraph broken into lines of at most `width`. */
export function setText(text: string, setting: Setting = {}): readonly Words[] {
  const { left = 72, top = 100, width = 400, size = 10, leading = 12, justified = false } = setting;
  const room = Math.floor(width / (size * letterWidth));
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= room)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.flatMap((line, i) => {
    const at = { ...setting, left, top: top + i * leading };
    return justified && i < lines.length - 1 ? stretch(line, at, width) : [words(line, at)];
  });
}

/** The words of a line as runs of their own, the last of which ends at the width. */
function stretch(line: string, setting: Setting, width: number): readonly Words[] {
  const { left = 72, size = 10 } = setting;
  const parts = line.split(' ');
  const letters = parts.join('').length * size * letterWidth;
  const gap = (width - letters) / Math.max(1, parts.length - 1);
  let at = left;
  return parts.map((part) => {
    const run = { ...words(part, { ...setting, left: at }), spaced: true };
    at = run.right + gap;
    return run;
  });
}

/** Lines below each other as they are given, none of them broken. */
export const setLines = (lines: readonly string[], setting: Setting = {}): readonly Words[] => {
  const { top = 100, leading = 12 } = setting;
  return lines.map((line, i) => words(line, { ...setting, top: top + i * leading }));
};

export interface PageSketch {
  readonly number?: number;
  readonly rules?: readonly Rule[];
  readonly turned?: readonly Words[];
  readonly width?: number;
  readonly height?: number;
}

/** A page with words in the order given, which is that of the file. */
export function aPage(
  content: readonly (Words | readonly Words[])[],
  { number = 1, rules = [], turned = [], width = 595, height = 842 }: PageSketch = {},
): PageContent {
  const place = (run: Words, order: number): Run => ({ ...run, page: number, order });
  const runs = content.flat().map(place);
  const damaged = false;
  return { number, width, height, runs, turned: turned.map(place), rules, damaged };
}

const nouns = [
  'party', 'region', 'border', 'council', 'station', 'harbour', 'bridge', 'survey',
  'office', 'report', 'season', 'market', 'school', 'valley', 'garden', 'letter',
]; // prettier-ignore
const verbs = ['opens', 'keeps', 'brings', 'moves', 'counts', 'leaves', 'finds', 'holds'];

/** Sentences without meaning, the same for the same seed, of at least so many words. */
export function prose(count: number, seed = 1): string {
  const sentences: string[] = [];
  let state = seed;
  const pick = (list: readonly string[]): string => {
    state = (state * 48271) % 2147483647;
    return list[state % list.length] ?? '';
  };
  for (let made = 0; made < count; made += 7) {
    const subject = pick(nouns);
    sentences.push(`The ${subject} ${pick(verbs)} a ${pick(nouns)} near the ${pick(nouns)}.`);
  }
  return sentences.join(' ');
}
