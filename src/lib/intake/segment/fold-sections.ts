/** Numbered titles over a single unnumbered text are one clause with a heading, not a section of one. */
import type { Sketch } from './sketch.ts';

/** The sketches with such titles and texts made one. */
export function foldSections(sketches: readonly Sketch[]): readonly Sketch[] {
  const folded: Sketch[] = [];
  // Depths of the sections that took in their only text: what is inside it comes out by one.
  const taken: number[] = [];
  sketches.forEach((sketch, index) => {
    while (taken.length > 0 && (taken.at(-1) ?? 0) >= sketch.depth) taken.pop();
    const above = sketches[index - 1];
    const last = folded.at(-1);
    if (above !== undefined && last !== undefined && isOnlyText(sketches, index)) {
      const own = { from: last.own.from, to: sketch.own.to };
      folded.splice(-1, 1, { ...last, own, kind: sketch.kind });
      taken.push(above.depth);
      return;
    }
    folded.push(taken.length === 0 ? sketch : { ...sketch, depth: sketch.depth - taken.length });
  });
  return folded;
}

/** Whether a piece is the only one in the numbered section right above it, and has no number. */
function isOnlyText(sketches: readonly Sketch[], index: number): boolean {
  const above = sketches[index - 1];
  const text = sketches[index];
  if (above === undefined || text === undefined || text.depth !== above.depth + 1) return false;
  const { marker } = above;
  if (above.kind !== 'section' || marker === undefined) return false;
  if (text.cut !== 'paragraph') return false;
  if (text.kind !== 'clause' && text.kind !== 'definition') return false;
  let next = index + 1;
  while ((sketches[next]?.depth ?? -1) > text.depth) next += 1;
  return (sketches[next]?.depth ?? -1) <= above.depth;
}
