/** A number with its noun: "1 clause", "1,204 clauses". */
export const countOf = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
