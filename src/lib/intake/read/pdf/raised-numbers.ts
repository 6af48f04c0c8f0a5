import type { Row, Run } from './page-content.ts';

/** Raised signs are at most this size of those beside them, and at least so much higher. */
const mostSize = 0.85;
const leastRise = 0.15;

const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * The words of a run as they are kept: a number raised behind words (the mark of a note, a square)
 * keeps its look, so that "in 2015¹" is not read as a year of five figures. A note's own number
 * begins its row and stays a plain one.
 */
export function keptWords(run: Run, row: Row): string {
  // Inside a line a soft hyphen is drawn like any other.
  const words = run.text.replaceAll('\u00ad', '-');
  if (run === row.runs[0] || !/^\d{1,3}(?:[,;]\d{1,3})*[,;]?$/.test(words)) return words;
  const isRaised =
    run.size <= mostSize * row.size && row.baseline - run.baseline >= leastRise * row.size;
  return isRaised ? words.replace(/\d/g, (digit) => raisedDigits[Number(digit)] ?? digit) : words;
}
