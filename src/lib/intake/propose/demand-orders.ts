// The orders of events that a demand states, by words of time, of sequence and of precedence.
import { guess } from './guess.ts';
import { comesFirst, eventOf, orderOf, turnedOrder, type OrderSource } from './propose-order.ts';
import type { Modality } from '#lib/model/provision.ts';
import type { Guess, NamedThing, ProposedOrder } from './proposal.ts';
import type { TimeQualifier } from './qualifiers.ts';
import type { Demand } from './split-demands.ts';
import { spanOf, spanOfWords, type Stretch, type Token } from './tokens.ts';

export interface OrderUse {
  readonly act: NamedThing;
  readonly modality: Modality;
  /** What the demand before it does, for "then" and "thereafter". */
  readonly previous: NamedThing | undefined;
}

interface FoundOrder {
  readonly order: Guess<ProposedOrder>;
  /** The demand is nothing but this order. */
  readonly isAlone: boolean;
}

export function ordersIn(
  clause: OrderSource,
  { qualifiers, sequel }: Demand,
  { act, modality, previous }: OrderUse,
): readonly FoundOrder[] {
  const timed = qualifiers.flatMap((one) => {
    if (one.kind !== 'time') return [];
    const order = orderOf(one, act, clause);
    const isAlone = modality === 'must-not' && isPrerequisite(one);
    return [{ order: isAlone ? turnedOrder(order) : order, isAlone }];
  });
  if (sequel === undefined || previous === undefined || previous.label === '') return timed;
  const value = { before: previous, after: act, strict: true };
  const trigger = spanOf(clause.tokens, sequel);
  const order = guess(value, { confidence: 0.6, code: 'order-word', trigger, text: clause.text });
  return [...timed, { order, isAlone: false }];
}

/** "No talks before the truce" wants talks, after it; it does not forbid them. */
const isPrerequisite = (one: TimeQualifier): boolean =>
  !one.isDate &&
  !comesFirst(one) &&
  one.timing !== 'by' &&
  one.minDays === undefined &&
  one.maxDays === undefined;

/** "The truce precedes the talks": an order and nothing else. */
export function precedenceIn(
  clause: OrderSource,
  stretch: Stretch,
): Guess<ProposedOrder> | undefined {
  const { text, tokens, lookup } = clause;
  for (let at = stretch.first + 1; at < stretch.last; at += 1) {
    const cue = lookup.cues.precedence.findAt(tokens, at);
    if (cue === undefined || cue.last >= stretch.last) continue;
    const before = eventOf({ first: stretch.first, last: cue.first }, clause);
    const after = eventOf({ first: cue.last, last: lastWord(tokens, stretch.last) }, clause);
    const trigger = spanOfWords(tokens.slice(cue.first, cue.last));
    const grounds = { confidence: 0.7, code: 'order-word', trigger, text } as const;
    return guess({ before, after, strict: true }, grounds);
  }
  return undefined;
}

const lastWord = (tokens: readonly Token[], last: number): number =>
  tokens[last - 1]?.kind === 'sign' ? last - 1 : last;
