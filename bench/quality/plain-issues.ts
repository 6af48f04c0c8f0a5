// The plain way to find the issue of a clause, as a peer on the same clauses: cosine of character 3- to
// 5-grams by TF-IDF (logarithmic counts, words and the gaps between them) plus 0.3 of BM25 over stems.
import { scoreBm25 } from '../../src/lib/engine/align/bm25.ts';
import type { IssueText } from '../../src/lib/engine/align/issue-scores.ts';
import {
  entryAt,
  sliceRows,
  SparseBuilder,
  type SparseRows,
} from '../../src/lib/engine/align/sparse.ts';
import { buildStemSpace } from '../../src/lib/engine/align/text-space.ts';

const bm25Weight = 0.3;

/** Scores of clauses (rows) for issues (columns). */
export function scorePlainly(
  clauses: readonly string[],
  issues: readonly IssueText[],
  language: string,
): SparseRows {
  const described = issues.map(({ label, question = '' }) => `${label}. ${question}`);
  const texts = [...clauses, ...described];
  const grams = weigh(texts.map(countGrams));
  const stems = buildStemSpace(texts, language);
  const bm25 = scoreBm25(
    sliceRows(stems.counts, 0, clauses.length),
    sliceRows(stems.counts, clauses.length, texts.length),
    stems.idf,
  );
  const builder = new SparseBuilder();
  clauses.forEach((_, row) => {
    issues.forEach((issue, column) => {
      const cosine = product(grams[row], grams[clauses.length + column]);
      builder.push(column, cosine + bm25Weight * entryAt(bm25, row, column));
    });
    builder.endRow();
  });
  return builder.build(issues.length);
}

type Weights = ReadonlyMap<string, number>;

function countGrams(text: string): Weights {
  const counts = new Map<string, number>();
  const words = ` ${text.toLowerCase().replace(/\s+/g, ' ')} `;
  for (let length = 3; length <= 5; length += 1)
    for (let from = 0; from + length <= words.length; from += 1) {
      const gram = words.slice(from, from + length);
      counts.set(gram, (counts.get(gram) ?? 0) + 1);
    }
  return counts;
}

function weigh(texts: readonly Weights[]): readonly Weights[] {
  const frequency = new Map<string, number>();
  for (const counts of texts)
    for (const gram of counts.keys()) frequency.set(gram, (frequency.get(gram) ?? 0) + 1);
  return texts.map((counts) => {
    const weighed = Array.from(counts, ([gram, count]): [string, number] => {
      const rarity = Math.log((texts.length + 1) / ((frequency.get(gram) ?? 0) + 1)) + 1;
      return [gram, (1 + Math.log(count)) * rarity];
    });
    const length = Math.hypot(...weighed.map(([, weight]) => weight));
    return new Map(weighed.map(([gram, weight]) => [gram, weight / length]));
  });
}

function product(a: Weights = new Map(), b: Weights = new Map()): number {
  let sum = 0;
  for (const [gram, weight] of a) sum += weight * (b.get(gram) ?? 0);
  return sum;
}
