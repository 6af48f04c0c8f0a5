/** Options that stand side by side as groups of choices. */
import { follows } from './numerals.ts';
import type { SegmentedOptionGroup } from './segmentation.ts';
import type { Sketch } from './sketch.ts';

export interface Grouped {
  readonly sketches: readonly Sketch[];
  readonly optionGroups: readonly SegmentedOptionGroup[];
}

interface Run {
  readonly places: number[];
  last: number;
  readonly shape: string;
}

/**
 * The sketches with their options, and the groups. Options of one group stand in the same piece and
 * count up; one that stands alone is no choice.
 */
export function groupOptions(text: string, sketches: readonly Sketch[]): Grouped {
  const runs = findRuns(sketches).filter(({ places }) => places.length > 1);
  const options = new Map<number, Sketch['option']>();
  const optionGroups = runs.map(({ places }, index): SegmentedOptionGroup => {
    const id = `o${index + 1}`;
    const choices = places.map((place, nth) => {
      const choice = `c${nth + 1}`;
      options.set(place, { group: id, choice });
      return { id: choice, label: labelOf(text, sketches[place]) };
    });
    return { id, label: groupLabelOf(text, sketches, places[0] ?? 0), choices };
  });
  const marked = sketches.map((sketch, index) => {
    const option = options.get(index);
    return option === undefined ? sketch : { ...sketch, option };
  });
  return { sketches: marked, optionGroups };
}

/** Options by the piece they stand in, in runs that count up from their first. */
function findRuns(sketches: readonly Sketch[]): readonly Run[] {
  const runs: Run[] = [];
  const open: (Run | undefined)[] = [];
  sketches.forEach(({ depth, marker, reading }, index) => {
    open.length = Math.min(open.length, depth + 1);
    const choice = marker?.option ?? (marker?.sort === 'option' ? reading : undefined);
    if (choice === undefined) return;
    const run = open[depth];
    if (run !== undefined && run.shape === choice.shape && follows(run.last, choice.ordinal)) {
      run.places.push(index);
      run.last = choice.ordinal;
      return;
    }
    const begun: Run = { places: [index], last: choice.ordinal, shape: choice.shape };
    open[depth] = begun;
    runs.push(begun);
  });
  return runs;
}

/** A choice goes by its number and its first words. */
function labelOf(text: string, sketch: Sketch | undefined): string {
  const { marker, own } = sketch ?? {};
  const printed = marker === undefined ? '' : printedOf(text, marker.span);
  const words = text
    .slice(marker?.span.to ?? own?.from ?? 0, Math.min(own?.to ?? 0, (marker?.span.to ?? 0) + 200))
    .replace(/[*_#[\]]+/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s:.)–—-]+|[\s:.;,]+$/g, '');
  const short =
    words.length <= longestWords
      ? words
      : `${words.slice(0, longestWords).replace(/\s+\S*$/, '')} …`;
  return short === '' ? printed : `${printed}: ${short}`;
}

/** So much of an option's text is shown in its name, in characters. */
const longestWords = 60;

/** A group goes by the heading around it, or by its first option. */
function groupLabelOf(text: string, sketches: readonly Sketch[], first: number): string {
  const depth = sketches[first]?.depth ?? 0;
  for (let index = first - 1; index >= 0; index -= 1) {
    const around = sketches[index];
    if (around === undefined || around.depth >= depth) continue;
    if (around.heading !== undefined) return around.heading;
    if (around.marker !== undefined) return printedOf(text, around.marker.span);
    break;
  }
  return labelOf(text, sketches[first]);
}

const printedOf = (
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
): string =>
  text
    .slice(from, to)
    .replace(/\s+/g, ' ')
    .replace(/^[[(\s]+|[\s.:)\]]+$/g, '');
