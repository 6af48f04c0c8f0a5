/** References to numbers of the paper that it does not have. */
import { romanNumeral } from '../roman-numeral.ts';
import { partByWord } from './segment-words.ts';
import type { SegmentWarning } from './segmentation.ts';
import type { Sketch } from './sketch.ts';

const reference =
  /(?<![\p{L}\d])(points?|items?|paragraphs?|articles?|sections?|clauses?|chapters?|пункт\p{L}{0,3}|стат\p{L}{1,4}|розділ\p{L}{0,3}|раздел\p{L}{0,3}|artikels?|absatz|abschnitt|ziffer|paragraphe)\s(\d{1,3}|[IVX]{1,6})(?![\d\p{L}]|\.\d|\s?\()/giu;

/** A number of another text: "Article 2 of the Charter", "point 3 of the plan". */
const ofAnother =
  /^\s?(?:,?\s(?:paragraphs?|abs\.?|absatz)\s?\d+,?)?\s?(?:of (?!this|the present)|thereof|to the|in the annex|du |de la |de l|des |der |des |закону|статуту|угоди|конвенції|хартії|устава|конвенции|закона|договора)/iu;

/** Warnings about references such as "point 12" in a paper whose points end at 9. */
export function findDanglingReferences(
  text: string,
  sketches: readonly Sketch[],
): readonly SegmentWarning[] {
  const known = numbersOf(sketches);
  const starts = new Set(sketches.map(({ own }) => own.from));
  const warnings: SegmentWarning[] = [];
  for (const match of text.matchAll(reference)) {
    const [words = '', word = '', figure = ''] = match;
    if (
      starts.has(match.index) ||
      ofAnother.test(text.slice(match.index + words.length, match.index + words.length + 60))
    )
      continue;
    const family = familyOf(word);
    const numbers = family === undefined ? undefined : known.get(family);
    if (numbers === undefined || numbers.has(figure.toUpperCase())) continue;
    const message = `“${words}” names a number this paper does not have`;
    warnings.push({ code: 'dangling-reference', message, at: match.index });
  }
  return warnings;
}

type Family = 'article' | 'section' | 'chapter' | 'point';

function familyOf(word: string): Family | undefined {
  const lower = word.toLowerCase();
  if (/^(?:стат|article|artikel)/.test(lower)) return 'article';
  if (/^(?:section|розділ|раздел|abschnitt)/.test(lower)) return 'section';
  if (/^chapter/.test(lower)) return 'chapter';
  const part = partByWord.get(lower.replace(/s$/, '')) ?? 'point';
  return part === 'point' || part === 'paragraph' ? 'point' : undefined;
}

/** The numbers a paper has for each sort of part; a sort it does not use is not judged. */
function numbersOf(sketches: readonly Sketch[]): ReadonlyMap<Family, ReadonlySet<string>> {
  const known = new Map<Family, Set<string>>();
  for (const { reading, marker } of sketches) {
    if (reading === undefined || marker === undefined) continue;
    const { part } = marker;
    if (part === 'annex') continue;
    const isNamed = part === 'article' || part === 'section' || part === 'chapter';
    const family: Family = isNamed ? part : 'point';
    const value = Math.floor(reading.path[0] ?? 0);
    const numbers = known.get(family) ?? new Set();
    numbers.add(String(value)).add(romanNumeral(value));
    known.set(family, numbers);
  }
  // Headings that name articles of another text do not count up from one.
  for (const [family, numbers] of known) {
    if (!['1', '2', '3'].every((number) => numbers.has(number))) known.delete(family);
  }
  return known;
}
