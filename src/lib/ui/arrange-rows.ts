import { gravity } from '#lib/engine/findings.ts';
import type { Row } from '#lib/engine/comparison.ts';
import type { CompareQuery } from './compare-query.ts';
import { filterRows } from './row-filter.ts';
import type { Tools } from './view-tools.ts';

/**
 * The rows a query asks for, in its order. "Gravest first" orders the rows of each issue by how far the
 * texts stand apart, and the issues by their first row; what is equal keeps the order of the dossier.
 */
export function arrangeRows(tools: Tools, query: CompareQuery): readonly Row[] {
  const rows = filterRows(tools, query);
  if (query.sort === undefined) return rows;
  const issues = [...Map.groupBy(rows, ({ issue }) => issue).values()].map((own) =>
    own.toSorted((a, b) => gravity(a.relation) - gravity(b.relation)),
  );
  const worst = ([first]: readonly Row[]): number =>
    first === undefined ? 0 : gravity(first.relation);
  return issues.toSorted((a, b) => worst(a) - worst(b)).flat();
}
