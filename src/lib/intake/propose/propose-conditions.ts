// Conditions and exceptions of a demand, as proposals.
import type { Span } from '#lib/model/clause.ts';
import { guess } from './guess.ts';
import { eventOf, type OrderSource } from './propose-order.ts';
import type { ProposedNorm } from './proposal.ts';
import type { Qualifier } from './qualifiers.ts';
import { spanOf } from './tokens.ts';

type Conditions = Pick<ProposedNorm, 'given' | 'onlyIf' | 'unconditional' | 'exceptions'>;

/** What a demand depends on; "only after" is a condition as well as an order. */
export function conditionsIn(clause: OrderSource, qualifiers: readonly Qualifier[]): Conditions {
  const { text, tokens } = clause;
  const told = (one: Qualifier, code: 'condition-word' | 'order-word') => ({
    ...{ confidence: 0.75, code, text },
    trigger: spanOf(tokens, one),
  });
  const given = qualifiers.flatMap((one) => {
    const isGiven = one.kind === 'given' || one.kind === 'only-if';
    if (!isGiven && !isOnlyAfter(one)) return [];
    return [
      guess(eventOf(one.thing, clause), told(one, isGiven ? 'condition-word' : 'order-word')),
    ];
  });
  const unconditional =
    given.length === 0 && qualifiers.some(({ kind }) => kind === 'unconditional');
  return {
    given,
    onlyIf: qualifiers.some((one) => one.kind === 'only-if' || isOnlyAfter(one)),
    unconditional,
    exceptions: qualifiers.flatMap((one) => {
      if (one.kind !== 'exception') return [];
      const { from, to } = spanOf(tokens, one.thing);
      const words = text.slice(from, to) || text.slice(...ends(spanOf(tokens, one.cue)));
      return [guess(words, told(one, 'condition-word'))];
    }),
  };
}

const ends = ({ from, to }: Span): [number, number] => [from, to];

const isOnlyAfter = (one: Qualifier): boolean =>
  one.kind === 'time' && one.timing === 'only-after' && !one.isDate;
