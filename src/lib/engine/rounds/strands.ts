/**
 * Strands: what is compared with what inside two texts. All that stands outside options is one strand,
 * since a position is the conjunction of its norms. What stands under an option is compared only with
 * what continues the same clause, because alternatives are not said together.
 */
import type { Id } from '#lib/model/id.ts';
import type { Provision } from '#lib/model/provision.ts';
import type { PairedClauses } from './pair-clauses.ts';
import type { Step } from './step.ts';

/** Provisions of both texts that are compared as two positions. */
export interface Strand<T extends Provision> {
  readonly before: readonly T[];
  readonly after: readonly T[];
  /** One side offers several choices of the same options here, so that it has no single position. */
  readonly hasAlternatives: boolean;
}

/** Cuts provisions of one matter into strands; the one outside all options comes first. */
export function cutStrands<T extends Provision>(
  step: Step,
  before: readonly T[],
  after: readonly T[],
): readonly Strand<T>[] {
  const strands = new Map<PairedClauses | undefined, { before: T[]; after: T[] }>([
    [undefined, { before: [], after: [] }],
  ]);
  const put = (side: 'before' | 'after', provision: T): void => {
    const passage = step.passageOf(side, provision.clause);
    const key = passage && isOptional(step, passage) ? passage : undefined;
    const known = strands.get(key) ?? { before: [], after: [] };
    known[side].push(provision);
    strands.set(key, known);
  };
  for (const provision of before) put('before', provision);
  for (const provision of after) put('after', provision);
  return [...strands.values()]
    .filter((strand) => strand.before.length + strand.after.length > 0)
    .map((strand) => ({
      ...strand,
      hasAlternatives: offersChoice(step, strand.before) || offersChoice(step, strand.after),
    }));
}

const optionsOf = ({ scene }: Step, clause: Id) => scene.lookup.clauses.get(clause)?.options ?? [];

const isOptional = (step: Step, { before, after }: PairedClauses): boolean =>
  [...before, ...after].some((clause) => optionsOf(step, clause).length > 0);

function offersChoice(step: Step, provisions: readonly Provision[]): boolean {
  const choices = provisions.flatMap(({ clause }) => optionsOf(step, clause));
  return choices.some(({ group, choice }) =>
    choices.some((other) => other.group === group && other.choice !== choice),
  );
}
