// Places where a text can be cut: before its words. Offsets are those of strings.

const isSpace = (text: string, at: number): boolean => text.charAt(at).trim() === '';

/** Whether a word begins at an offset inside a text; its very beginning is no place to cut. */
const isStart = (text: string, at: number): boolean =>
  at > 0 && at < text.length && !isSpace(text, at) && isSpace(text, at - 1);

/** The beginning of a word nearest to an offset, the earlier of two; undefined without a second word. */
export function nearestStart(text: string, near: number): number | undefined {
  for (let away = 0; away <= text.length; away += 1) {
    if (isStart(text, near - away)) return near - away;
    if (isStart(text, near + away)) return near + away;
  }
  return undefined;
}

/** The beginning of the next word, or of the one before; the same where there is none. */
export function stepStart(text: string, at: number, step: 1 | -1): number {
  for (let place = at + step; place > 0 && place < text.length; place += step)
    if (isStart(text, place)) return place;
  return at;
}

/** A text divided at offsets inside it. */
export interface TextStretch {
  readonly from: number;
  readonly text: string;
}

/** The stretches between some places, in order; places outside the text are none. */
export function stretchesOf(text: string, places: readonly number[]): readonly TextStretch[] {
  const inside = places.filter((at) => at > 0 && at < text.length).toSorted((a, b) => a - b);
  const starts = [0, ...new Set(inside)];
  return starts.map((from, index) => ({ from, text: text.slice(from, starts[index + 1]) }));
}
