// Fonts of pictures put their signs where other fonts have letters (or in a private range above
// U+F000). What their signs are in Unicode, for those that papers use; from the published tables of
// the Unicode Consortium for the Symbol font and of the makers for Wingdings.
const symbolStart = 0x20;
/** The Symbol font from 0x20 on; a space where the sign has no counterpart. */
const symbolSigns =
  ' !∀#∃%&∍()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼';
const symbolUpperStart = 0xa0;
const symbolUpper =
  '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭';

const wingdings: ReadonlyMap<number, string> = new Map(
  Object.entries({
    0x21: '✏',
    0x22: '✂',
    0x28: '☎',
    0x2a: '✉',
    0x46: '☞',
    0x4a: '☺',
    0x6c: '●',
    0x6d: '❍',
    0x6e: '■',
    0x6f: '□',
    0x71: '❑',
    0x72: '❒',
    0x73: '⬧',
    0x74: '⧫',
    0x75: '◆',
    0x76: '❖',
    0x77: '⬥',
    0x78: '☒',
    0x7b: '❀',
    0x81: '①',
    0x82: '②',
    0x83: '③',
    0x84: '④',
    0x85: '⑤',
    0x9f: '•',
    0xa0: '▫',
    0xa1: '○',
    0xa4: '◉',
    0xa5: '◎',
    0xa7: '▪',
    0xa8: '◻',
    0xaa: '✦',
    0xab: '★',
    0xd8: '➢',
    0xdf: '←',
    0xe0: '→',
    0xe1: '↑',
    0xe2: '↓',
    0xe8: '➔',
    0xef: '⇦',
    0xf0: '⇨',
    0xfb: '✗',
    0xfc: '✓',
    0xfd: '☒',
    0xfe: '☑',
  }).map(([code, sign]) => [Number(code), sign]),
);

/** The sign a symbol font shows for a code; undefined where that is not known. */
export function signOf(font: string | undefined, code: number): string | undefined {
  const low = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  const name = font?.toLowerCase() ?? '';
  if (name.startsWith('wingdings')) return wingdings.get(low);
  if (name === 'symbol' || (name === '' && low !== code)) return symbolOf(low);
  return isPrivate(code) ? undefined : String.fromCodePoint(code);
}

/** Codes that Unicode leaves to fonts. */
const isPrivate = (code: number): boolean => code >= 0xe000 && code <= 0xf8ff;

function symbolOf(low: number): string | undefined {
  const sign =
    low >= symbolUpperStart
      ? symbolUpper.charAt(low - symbolUpperStart)
      : symbolSigns.charAt(low - symbolStart);
  return sign === '' || sign === ' ' ? undefined : sign;
}

const privateSign = /[\uf000-\uf0ff]/g;

/** Words with the signs of symbol fonts made readable; those that are not known stay as they are. */
export const readSymbols = (words: string, font: string | undefined): string =>
  words.replace(privateSign, (sign) => signOf(font, sign.charCodeAt(0)) ?? sign);

/** A bullet as it can be read: signs nobody can tell become a round one. */
export function readBullet(text: string, font: string | undefined): string {
  const isSymbolFont = /^(?:symbol|wingdings)/i.test(font ?? '');
  const signs = Array.from(text, (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    return isPrivate(code) || isSymbolFont ? (signOf(font, code) ?? '•') : sign;
  });
  return signs.join('').trim();
}
