/** Which units are headings that no number announces, and how far out they stand. */
import type { Unit } from './units.ts';

/** What makes a line a heading, from the surest sign to the weakest. */
export type HeadingSign = 'format' | 'capitals' | 'strong' | 'short';

/** The sign by which a unit is a heading, or undefined; `next` is the unit after it. */
export function headingSignOf(
  text: string,
  unit: Unit,
  next: Unit | undefined,
): HeadingSign | undefined {
  if (unit.block.kind === 'heading') return 'format';
  if (
    unit.isAside ||
    unit.place === 'inline' ||
    !['paragraph', 'item', 'code'].includes(unit.block.kind)
  )
    return undefined;
  const words = plainWords(text, unit);
  if (words.length > longestHeading || !/\p{L}{2}/u.test(words)) return undefined;
  if (isCapitals(words)) return isTitleLike(words) ? 'capitals' : undefined;
  if (unit.marker !== undefined || unit.block.kind === 'item') return undefined;
  if (unit.isStrong) return /[.;,]$/.test(words) ? undefined : 'strong';
  return next !== undefined && isShortHeading(text, words, next) ? 'short' : undefined;
}

/** No heading is longer, in characters. */
const longestHeading = 160;

/** Words of a unit without its number and without signs of markup. */
export function plainWords(text: string, { marker, wordsFrom, span }: Unit): string {
  const words = text.slice(marker?.span.to ?? wordsFrom, span.to);
  return words
    .replace(/[*_#`]+/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s:.)–—-]+/, '')
    .trim();
}

const isCapitals = (words: string): boolean =>
  words === words.toUpperCase() &&
  words !== words.toLowerCase() &&
  (words.match(/\p{Lu}/gu)?.length ?? 0) >= 3;

/** Whether words name something instead of saying something. */
export function isTitleLike(words: string): boolean {
  if (words === '' || words.length > longestHeading || /[;,!?]$/.test(words)) return false;
  const count = words.split(' ').length;
  if (/\.$/.test(words) && count > 7) return false;
  if (count > 18 || (/:$/.test(words) && count > 7)) return false;
  return !finiteWords.test(` ${words.toLowerCase()} `);
}

/** Words that make a sentence of what could be a title. */
const finiteWords =
  / (?:shall|must|will|should|may not|agrees?|undertakes?|is|are|has|have|were|was|повинні|повинен|мають|має|зобов’язуються|зобов'язується|должны|должен|обязуется|обязуются|имеет|doit|doivent|est|sont|s’engagent|s'engage|muss|müssen|soll|sollen|ist|sind|wird|werden) /;

/** A line of a few words, alone in its block, before something it could head. */
function isShortHeading(text: string, words: string, next: Unit): boolean {
  if (next.place === 'inline') return false;
  if (words.length > 70 || !/^[\p{Lu}\d"“«„]/u.test(words) || /[.;,!?…]$/.test(words)) return false;
  if (words.split(' ').length > 9 || finiteWords.test(` ${words.toLowerCase()} `)) return false;
  if (/[_…]{2,}|^\p{L}+ ?:\s*\S|\d{4}/u.test(words)) return false;
  const marker = next.marker;
  if (marker !== undefined && marker.sort !== 'bullet') {
    return marker.readings.some(({ ordinal }) => ordinal <= 1) || !words.endsWith(':');
  }
  if (marker !== undefined) return true;
  return text.slice(next.wordsFrom, next.span.to).length > Math.max(70, words.length * 2);
}
