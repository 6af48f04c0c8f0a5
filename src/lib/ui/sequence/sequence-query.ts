/** The address of the sequence page as a value, and back: the question of a comparison, and an origin. */
import type { Dossier } from '#lib/model/dossier.ts';
import type { Id } from '#lib/model/id.ts';
import { formatCompareQuery, type CompareQuery, type ReadQuery } from '../compare-query.ts';

export interface SequenceQuery {
  /** Columns, reading, premises and day; filters of rows play no part. */
  readonly compare: CompareQuery;
  /** The event that days are counted from. */
  readonly from?: Id;
}

/** Adds the origin to what was read of the address; one the dossier lacks is told. */
export function readSequenceQuery(
  params: URLSearchParams,
  dossier: Dossier,
  read: ReadQuery,
): { readonly query: SequenceQuery; readonly unknown: readonly string[] } {
  const asked = params.get('from') ?? '';
  const from = dossier.events.find(({ id }) => id === asked)?.id;
  const unknown =
    asked === '' || from !== undefined
      ? []
      : [`There is no event “${asked.slice(0, 80)}” here, so days are counted from another.`];
  return {
    query: { compare: read.query, ...(from === undefined ? {} : { from }) },
    unknown: [...read.unknown, ...unknown],
  };
}

/** The part of a query that says what is compared. */
export const askedOf = ({ columns, reading, off, asAt }: CompareQuery): Partial<CompareQuery> => ({
  columns,
  reading,
  off,
  ...(asAt === undefined ? {} : { asAt }),
});

/** Writes a query as the search part of an address, `?…` or nothing. */
export function formatSequenceQuery({ compare, from }: SequenceQuery): string {
  const asked = formatCompareQuery(askedOf(compare));
  if (from === undefined) return asked;
  return `${asked === '' ? '?' : `${asked}&`}${new URLSearchParams({ from }).toString()}`;
}
