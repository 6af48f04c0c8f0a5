import type { Span } from '#lib/model/clause.ts';

/** Words of a clause: where they stand in it, and the words. */
export interface Quote extends Span {
  readonly exact: string;
}

/**
 * Where a sentence joins what it demands, the clearest first. A word that joins stands between spaces in
 * many languages; the list holds those the program reads.
 */
const joints: readonly RegExp[] = [
  /;/g,
  /\n/g,
  /, (?:and|or|und|oder|et|ou|и|или|та|і|або) /gi,
  / (?:and|or|und|oder|et|ou|и|или|та|або) /gi,
  /,/g,
];

/** Joints with nothing but commas around them are not gone through to the end. */
const mostTries = 20;

/**
 * Divides words in two: so that the second are `own`, or at the joint nearest to their middle. Undefined
 * when that leaves nothing on one side.
 */
export function splitWords(words: Quote, own?: Span): readonly [Quote, Quote] | undefined {
  if (own !== undefined) return splitOff(words, own);
  for (const joint of joints) {
    const middle = words.exact.length / 2;
    const nearest = [...words.exact.matchAll(joint)]
      .map((found) => ({ from: found.index, to: found.index + found[0].length }))
      .toSorted((x, y) => Math.abs(x.from - middle) - Math.abs(y.from - middle))
      .slice(0, mostTries);
    for (const { from, to } of nearest) {
      const [a, b] = [cut(words, 0, from), cut(words, to, words.exact.length)];
      if (a !== undefined && b !== undefined) return [a, b];
    }
  }
  return undefined;
}

/** The second are the words told; the first keep what stands before them, else what stands behind. */
function splitOff(words: Quote, own: Span): readonly [Quote, Quote] | undefined {
  const [from, to] = [own.from - words.from, own.to - words.from];
  const second = cut(words, Math.max(0, from), Math.min(words.exact.length, to));
  const first = cut(words, 0, Math.max(0, from)) ?? cut(words, to, words.exact.length);
  return first === undefined || second === undefined ? undefined : [first, second];
}

/** A stretch of the words without the space and commas around it; undefined when nothing is left. */
function cut({ from, exact }: Quote, start: number, end: number): Quote | undefined {
  let [a, b] = [start, Math.min(end, exact.length)];
  const isEdge = (at: number): boolean => /[\s,;]/.test(exact.charAt(at));
  while (a < b && isEdge(a)) a += 1;
  while (b > a && isEdge(b - 1)) b -= 1;
  return a >= b ? undefined : { from: from + a, to: from + b, exact: exact.slice(a, b) };
}
