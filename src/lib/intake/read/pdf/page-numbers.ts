/** Words around the number of a page, in the languages of the papers this program meets. */
const pageWords = new Set(
  'page pages p pg of seite seiten s von sur de stranica str strona z стр страница сторінка с из з від'.split(
    ' ',
  ),
);

/** The numbers of a row that holds nothing but a page's number: `3`, `- iv -`, `Page 3 of 10`. */
export function pageNumbersOf(text: string): readonly number[] | undefined {
  if (text.length > 40) return undefined;
  const words = text.toLowerCase().match(/[\p{L}]+|\d+/gu) ?? [];
  const numbers = words.flatMap((word) => numberOf(word) ?? []);
  const others = words.filter((word) => numberOf(word) === undefined);
  const isOnly = numbers.length > 0 && numbers.length <= 2 && others.every((w) => pageWords.has(w));
  return isOnly && /^[\p{L}\d\s.,:/|()[\]–—·•~-]+$/u.test(text) ? numbers : undefined;
}

/** Whether a row says itself that its number is a page's: `Page 3`, `3 of 10`, `3 / 10`, `- 3 -`. */
export function saysPage(text: string): boolean {
  if (pageNumbersOf(text) === undefined) return false;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.some((word) => pageWords.has(word)) || /\d ?[/|] ?\d|^[–—-] ?\d+ ?[–—-]$/.test(text);
}

function numberOf(word: string): number | undefined {
  if (/^\d{1,5}$/.test(word)) return Number(word);
  return /^[ivxl]{1,7}$/.test(word) ? romanNumber(word) : undefined;
}

const romanDigits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };

function romanNumber(word: string): number {
  const digits = Array.from(word, (letter) => romanDigits[letter] ?? 0);
  return digits.reduce(
    (sum, digit, i) => (digit < (digits[i + 1] ?? 0) ? sum - digit : sum + digit),
    0,
  );
}
