import type { Sequence, SequenceStatement } from '#lib/engine/sequence.ts';
import type { Id } from '#lib/model/id.ts';
import { createSequenceSpeaker, type SequenceSpeaker } from '#lib/wording/sequence.ts';
import { rowAnchor, type Tools } from '../view-tools.ts';

/** What all parts of the sequence view are built from. */
export interface SequenceTools extends Tools {
  readonly sequence: Sequence;
  readonly told: SequenceSpeaker;
  /** Where the comparison with the same question stands. */
  readonly compareHref: string;
  /** The numbers of the circular orders a statement takes part in, from 1. */
  readonly circlesOf: (statement: SequenceStatement) => readonly number[];
  /** The row of the comparison in which a provision is at home. */
  readonly rowHref: (provision: Id) => string | undefined;
  /** Nobody has reviewed it. */
  readonly isSuggested: (statement: SequenceStatement) => boolean;
}

/** Adds to the tools of a comparison what the order of its steps needs. */
export function prepareSequenceTools(
  tools: Tools,
  sequence: Sequence,
  compareHref: string,
): SequenceTools {
  const { comparison, lookup, dossier } = tools;
  const rows = new Map(
    comparison.rows.flatMap((row) =>
      row.cells.flatMap((cell) =>
        cell.clauses
          .filter(({ cited }) => !cited)
          .flatMap(({ provisions }) => provisions.map((id) => [id, row.id] as const)),
      ),
    ),
  );
  return {
    ...tools,
    sequence,
    compareHref,
    told: createSequenceSpeaker(dossier, comparison),
    circlesOf: (statement) =>
      comparison.circularOrders.flatMap(({ steps }, index) =>
        steps.some((step) => sourceKey(step) === sourceKey(statement)) ? [index + 1] : [],
      ),
    rowHref: (provision) => {
      const row = rows.get(provision);
      return row === undefined ? undefined : `${compareHref}#${rowAnchor(row)}`;
    },
    isSuggested: ({ source }) =>
      source.kind === 'provision' &&
      lookup.provisions.get(source.provision)?.review.state === 'suggested',
  };
}

/** A joint text is told from any of its columns, so that the column plays no part. */
const sourceKey = ({
  source,
  before,
  after,
}: Pick<SequenceStatement, 'source' | 'before' | 'after'>): string =>
  [source.kind === 'context' ? `context:${source.context}` : source.provision, before, after].join(
    ' ',
  );
