// Some files draw letters without saying which they are: their fonts number glyphs as they please.
// What comes out are control signs, signs for private use, or letters shifted by a fixed number. Such
// text must not come in as if it could be read.

export interface Legibility {
  readonly garbled: boolean;
  /** Some of it cannot be read, the rest can. */
  readonly suspect: boolean;
}

/** Signs without meaning: above this share a text is unreadable, above the other it is suspect. */
const mostMeaningless = 0.1;
const suspectMeaningless = 0.005;
/** Fewer letters than this show no pattern. */
const leastLetters = 300;
/** Vowels make up 35 to 50 percent of the letters of European languages. */
const leastVowels = 0.22;
const mostVowels = 0.7;
/** Words with figures or signs between their letters ("5HJXODWLRQ") are rare in any real text. */
const mostMixed = 0.35;

/** Whether the words of a text can be what its pages show. */
export function judgeLegibility(text: string): Legibility {
  const visible = count(text, /[^\s\p{Cf}]/gu);
  const meaningless = count(text, /[\ufffd\p{Cc}\p{Co}\p{Cn}]/gu) - count(text, /[\n\t\r\f]/g);
  const share = visible === 0 ? 0 : meaningless / visible;
  const garbled = share > mostMeaningless || isShifted(text);
  const suspect = share > suspectMeaningless || hasStretchedWords(text);
  return { garbled, suspect: !garbled && suspect };
}

/** No language writes a letter three times in a row, but a wrong mapping of an Arabic font does. */
function hasStretchedWords(text: string): boolean {
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  const stretched = words.filter((word) => /([^\u0640_xiXI])\1\1/u.test(word));
  return words.length > 30 && stretched.length > 0.04 * words.length;
}

function isShifted(text: string): boolean {
  const latin = text.match(/\p{Script=Latin}/gu) ?? [];
  const letters = count(text, /\p{L}/gu);
  // Other scripts are not judged by vowels.
  if (latin.length < leastLetters || latin.length < 0.7 * letters) return false;
  const vowels = count(latin.join('').normalize('NFD'), /[aeiouyæœøı]/giu) / latin.length;
  if (vowels < leastVowels || vowels > mostVowels) return true;
  const words = text.match(/\S{4,}/g) ?? [];
  const mixed = words.filter((word) => /\p{L}[^\p{L}\p{M}\s'’.,:;/()@_–—-]\p{L}/u.test(word));
  return mixed.length > mostMixed * words.length;
}

const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;
