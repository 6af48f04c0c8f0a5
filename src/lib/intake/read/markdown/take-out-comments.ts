import type { Omission } from '../../document.ts';

/** A source without its comments, which nobody sees on the page. */
export interface Uncommented {
  readonly source: string;
  /** The comments, with the offsets where they stood in what is left. */
  readonly comments: readonly Omission[];
}

const open = '<!--';
const close = '-->';

/** Takes `<!-- … -->` out of Markdown wherever it is no code; one that is never closed stays. */
export function takeOutComments(text: string): Uncommented {
  if (!text.includes(open)) return { source: text, comments: [] };
  const code = codeStretches(text);
  const pieces: string[] = [];
  const comments: Omission[] = [];
  let length = 0;
  let at = 0;
  let next = 0;
  for (let from = text.indexOf(open); from !== -1; from = text.indexOf(open, from)) {
    while ((code[next]?.to ?? Infinity) <= from) next += 1;
    const stretch = code[next];
    const end = text.indexOf(close, from + open.length);
    if (stretch !== undefined && stretch.from <= from) {
      from = stretch.to;
      continue;
    }
    if (end === -1) break;
    const to = end + close.length;
    pieces.push(text.slice(at, from));
    length += from - at;
    comments.push({ kind: 'comment', words: text.slice(from, to), at: length });
    at = to;
    from = to;
  }
  pieces.push(text.slice(at));
  return { source: pieces.join(''), comments };
}

/** Where code stands: between fences, and between single strokes inside a line. */
function codeStretches(text: string): readonly { readonly from: number; readonly to: number }[] {
  const found = text.matchAll(/^ {0,3}(```|~~~)[^\n]*$|`[^`\n]{1,1000}`/gm);
  const stretches: { from: number; to: number }[] = [];
  let fence: { readonly from: number; readonly sign: string } | undefined;
  for (const { 0: signs, 1: sign, index } of found) {
    const to = index + signs.length;
    if (sign === undefined) {
      if (fence === undefined) stretches.push({ from: index, to });
    } else if (fence === undefined) fence = { from: index, sign };
    else if (fence.sign === sign) {
      stretches.push({ from: fence.from, to });
      fence = undefined;
    }
  }
  if (fence !== undefined) stretches.push({ from: fence.from, to: text.length });
  return stretches;
}
