/** Signs that the fonts of bullets put where Unicode has no letters, as office programs use them. */
const bullets: Readonly<Record<string, string>> = {
  '\uf0b7': '•',
  '\uf0a7': '▪',
  '\uf0a8': '□',
  '\uf06c': '●',
  '\uf06e': '■',
  '\uf06f': '□',
  '\uf071': '□',
  '\uf076': '❖',
  '\uf0d8': '➢',
  '\uf0e0': '→',
  '\uf0e8': '→',
  '\uf0fc': '✓',
  '\uf02d': '-',
};

/**
 * The letters of a string as one would type them: ligatures and forms of presentation taken apart,
 * accents composed (NFC), bullets of symbol fonts as bullets, every odd space a space, nothing
 * without width. A sign without meaning stays as U+FFFD, so that it is not lost silently.
 */
export function tidyLetters(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  return text
    .toWellFormed()
    .replace(/[\ufb00-\ufb4f\ufb50-\ufdff\ufe70-\ufefc]/g, (form) => form.normalize('NFKC'))
    .replace(/[\uf000-\uf0ff]/g, (sign) => bullets[sign] ?? sign)
    .replace(/[\u200b\u200e\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\s\u00a0]/g, ' ')
    .replace(/[\p{Cc}\ufffe\uffff]/gu, '\ufffd')
    .replace(/ (?=\p{M})/gu, '')
    .normalize('NFC');
}
