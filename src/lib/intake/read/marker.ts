/** Numbers and bullets as they are printed before an item, each tried at the start of a line. */
const markers: readonly RegExp[] = [
  /^[•▪▫●○■□◦‣⁃·–—*+-](?=\s)/,
  /^(?:→|⇒|➢|➤|✓|✔|o)(?=\s)/,
  // 1. 1.1 1.1.1. 12) (12) [12]
  /^\d{1,3}(?:\.\d{1,3}){0,5}[.)](?=\s)/,
  /^\d{1,3}(?:\.\d{1,3}){1,5}(?=\s)/,
  /^[([]\d{1,3}[)\]](?=\s)/,
  // a) (a) a. IV. (iv), in Latin and Cyrillic letters
  /^\(\p{L}{1,2}\)(?=\s)/u,
  /^\p{L}[.)](?=\s)/u,
  /^\(?[ivxlcIVXLC]{1,7}[.)](?=\s)/,
  /^§{1,2} ?\d{1,4}[a-z]?(?=[\s.])/,
];

/** The number or bullet a line begins with, or undefined. */
export function findMarker(line: string): string | undefined {
  for (const marker of markers) {
    const found = marker.exec(line)?.[0];
    if (found !== undefined) return found;
  }
  return undefined;
}
