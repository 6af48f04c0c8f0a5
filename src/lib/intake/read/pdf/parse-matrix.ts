/** `[a, b, c, d, e, f]` as PDF writes a change of coordinates. */
export type Matrix = readonly [number, number, number, number, number, number];

const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** The change `inner` followed by `outer`. */
export function combine(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [p, q, r, s, t, u] = inner;
  return [
    a * p + c * q,
    b * p + d * q,
    a * r + c * s,
    b * r + d * s,
    a * t + c * u + e,
    b * t + d * u + f,
  ];
}

/** Six numbers as a change of coordinates; anything else changes nothing. */
export function parseMatrix(value: unknown): Matrix {
  const list = ArrayBuffer.isView(value) ? [...(value as Float32Array)] : value;
  if (!Array.isArray(list) || list.length < 6 || !list.every(Number.isFinite)) return identity;
  return list.slice(0, 6) as unknown as Matrix;
}
