/** Numerals as papers print them, read as ordinals that can be counted on. */

/** `a` to `z`, then `aa`, `bb`, … as lists go on; undefined for what is no such letter. */
export function latinOrdinal(letters: string): number | undefined {
  const lower = letters.toLowerCase();
  if (!/^([a-z])\1{0,2}$/.test(lower)) return undefined;
  return lower.charCodeAt(0) - 96 + 26 * (lower.length - 1);
}

/**
 * Letters of Ukrainian and Russian lists. Those that one of the two alphabets lacks, or lists pass
 * over, stand between whole numbers, so that д may follow г as well as ґ.
 */
const cyrillic: Readonly<Record<string, number>> = Object.fromEntries([
  ...Array.from('абвгдежзиклмнопрстуфхцчшщ').map((letter, index) => [letter, index + 1] as const),
  ...Object.entries({ ґ: 4.3, ё: 6.3, є: 6.6, і: 9.2, ї: 9.5, й: 9.8 }),
]);

export const cyrillicOrdinal = (letter: string): number | undefined =>
  cyrillic[letter.toLowerCase()];

const romanDigits: Readonly<Record<string, number>> = {
  i: 1,
  v: 5,
  x: 10,
  l: 50,
  c: 100,
};

/** Roman numerals are often typed with Cyrillic letters of the same shape. */
const lookAlikes: Readonly<Record<string, string>> = { і: 'i', х: 'x', с: 'c' };

/** The value of a roman numeral below 200, or undefined; `iiii` and `vx` are none. */
export function romanOrdinal(letters: string): number | undefined {
  const lower = Array.from(letters.toLowerCase())
    .map((sign) => lookAlikes[sign] ?? sign)
    .join('');
  if (!/^c?(?:x[lc]|l?x{0,3})(?:i[xv]|v?i{0,3})$/.test(lower) || lower === '') return undefined;
  const digits = Array.from(lower).map((sign) => romanDigits[sign] ?? 0);
  return digits.reduce(
    (sum, digit, index) => sum + (digit < (digits[index + 1] ?? 0) ? -digit : digit),
    0,
  );
}

const insertions = ['bis', 'ter', 'quater', 'quinquies', 'sexies', 'septies', 'octies'] as const;

/**
 * How far after its number an inserted item stands: `12 bis`, `12a`, `5-1`, `3.3alt` come after 12, 5
 * and 3.3 and before what follows them.
 */
export function insertionOf(suffix: string): number {
  const word = suffix.toLowerCase().replace(/^[\s-]+/, '');
  if (word === '') return 0;
  const known = insertions.findIndex((name) => word.startsWith(name.slice(0, 4)));
  if (known !== -1) return (known + 2) / 100;
  if (/^\d/.test(word)) return Math.min(Number.parseInt(word, 10), 40) / 100;
  return (latinOrdinal(word) ?? cyrillicOrdinal(word) ?? 50) / 100;
}

/** Whether one ordinal comes right after another: 3 after 2, and after `2 bis`. */
export const follows = (last: number, next: number): boolean =>
  next > last && next - last <= 1 + 1e-9;
