import { withoutFilters } from '../build-controls.ts';
import { formatCompareQuery, type CompareQuery } from '../compare-query.ts';
import { rowAnchor } from '../view-tools.ts';

/** Where an overview leads: the comparison it is of, narrowed. */
export interface OverviewLinks {
  readonly compare: (narrowed?: Partial<CompareQuery>) => string;
  readonly issue: (issue: string | undefined) => string;
  readonly row: (row: string) => string;
}

/** The links of an overview; each keeps the columns, reading, premises and day it is made under. */
export function linksOf(dossier: string, query: CompareQuery): OverviewLinks {
  const scope = withoutFilters(query);
  const compare = (narrowed: Partial<CompareQuery> = {}): string =>
    `/dossiers/${dossier}/compare${formatCompareQuery({ ...scope, ...narrowed })}`;
  return {
    compare,
    issue: (issue) => (issue === undefined ? `${compare()}#no-issue` : compare({ issue })),
    row: (row) => `${compare()}#${encodeURIComponent(rowAnchor(row))}`,
  };
}
