/**
 * Relations suggested on words alone. Texts written apart prove nothing by equal words; of near copies
 * (drafts, redlines, counter-texts) one was made from the other, and what was changed tells how they
 * stand. Reading words is another layer's work and comes in as a judge.
 */
import type { Id } from '#lib/model/id.ts';
import type { Cell, Likeness, RowLikeness } from './comparison.ts';

/** How two clauses stand by their words; undefined unless they are near copies. Pure and symmetrical. */
export type LikenessJudge = (a: Id, b: Id) => Likeness | undefined;

/** Suggests nothing. */
export const judgeNothing: LikenessJudge = () => undefined;

/** The near copies of a row's cells; a cell of several clauses has no single text to be a copy of. */
export function findLikenesses(
  cells: readonly Cell[],
  judge: LikenessJudge,
): readonly RowLikeness[] {
  const single = cells.flatMap(({ column, clauses: [first, ...more] }) =>
    first === undefined || first.beside || more.length > 0 ? [] : [{ column, id: first.clause }],
  );
  return single.flatMap((a, index) =>
    single.slice(index + 1).flatMap((b): RowLikeness[] => {
      // Asked in one order, whatever the order of the columns, so that exchanging them mirrors the answer.
      const isTurned = a.id > b.id;
      const found = isTurned ? judge(b.id, a.id) : judge(a.id, b.id);
      if (found === undefined) return [];
      const [left, right] = found.words;
      const words = isTurned ? ([right, left] as const) : found.words;
      return [{ ...found, words, columns: [a.column, b.column], clauses: [a.id, b.id] }];
    }),
  );
}
