/**
 * Writes the same words the same way, so that a comparison of wording does not see typography:
 * compatibility forms (NFKC), lower case, one apostrophe, no soft hyphens or stress marks, ё as е, ґ as г
 * and ß as ss. The result is for comparing only; offsets in it mean nothing in the text it came from.
 */
export function foldText(text: string): string {
  // Most words of most texts; normalising costs more than all the rest.
  if (plainLetters.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(odd, (sign) => plain.get(sign) ?? '');
}

const plainLetters = /^[ -_a-~]*$/;

/** Signs that are written several ways; those without an entry in `plain` are dropped. */
const odd = /\p{Cf}|\u0301|[’‘ʼ`´ёґß]/gu;

const plain: ReadonlyMap<string, string> = new Map([
  ['’', "'"],
  ['‘', "'"],
  ['ʼ', "'"],
  ['`', "'"],
  ['´', "'"],
  ['ё', 'е'],
  ['ґ', 'г'],
  ['ß', 'ss'],
]);

/** Letters and digits with the apostrophes and combining marks inside them. */
const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:'[\p{L}\p{N}\p{M}]+)*/gu;

/** The words and figures of a text that was folded, in their order. */
export function splitWords(folded: string): readonly string[] {
  return folded.match(wordPattern) ?? [];
}
