/**
 * How unlikely it is that two stretches of text translate each other, by their lengths alone (Gale
 * and Church 1993): translated text grows by a steady ratio, and its deviation from that is normal
 * with a variance in proportion to the length.
 */

/** Variance of the length of a translation, per character; the value of Gale and Church. */
const variance = 6.8;

/** The negative logarithm of the chance of a deviation as large as this one. */
export function lengthCost(from: number, to: number, ratio: number): number {
  if (from === 0 && to === 0) return 0;
  const expected = (from * ratio + to) / 2;
  const deviation = Math.abs(to - from * ratio) / Math.sqrt(Math.max(1, expected) * variance);
  return -Math.log(Math.max(1e-12, 2 * upperTail(deviation)));
}

/** The part of a normal distribution above `z` (Abramowitz and Stegun 1964, 26.2.17), for z ≥ 0. */
function upperTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const density = 0.3989423 * Math.exp((-z * z) / 2);
  const series =
    0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429)));
  return density * t * series;
}
