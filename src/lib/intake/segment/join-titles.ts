import { headingSignOf, isTitleLike, plainWords } from './headings.ts';
import type { Unit } from './units.ts';

/**
 * The units with titles joined to the numbers above them: `Article 5` on a line of its own, and
 * `Prisoners` on the next, are one heading.
 */
export function joinTitles(text: string, units: readonly Unit[]): readonly Unit[] {
  const joined: Unit[] = [];
  units.forEach((unit, index) => {
    const above = joined.at(-1);
    if (above !== undefined && isTitleOf(text, above, { unit, next: units[index + 1] })) {
      joined.splice(-1, 1, { ...above, span: { from: above.span.from, to: unit.span.to } });
    } else {
      joined.push(unit);
    }
  });
  return joined;
}

function isTitleOf(
  text: string,
  above: Unit,
  { unit, next }: { readonly unit: Unit; readonly next: Unit | undefined },
): boolean {
  const { marker } = above;
  if (marker?.sort !== 'part' || unit.marker !== undefined || unit.block.kind === 'row')
    return false;
  if (plainWords(text, above) !== '' || unit.place === 'inline') return false;
  if (above.block.kind === 'heading') {
    return unit.block.kind === 'heading' && unit.block.level === above.block.level;
  }
  const words = plainWords(text, unit);
  if (headingSignOf(text, unit, next) !== undefined) return true;
  return words.length <= 90 && isTitleLike(words) && !/[.:]$/.test(words);
}
