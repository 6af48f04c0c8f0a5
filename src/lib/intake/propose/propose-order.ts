// Orders of events, out of the words of time around a demand.
import { guess } from './guess.ts';
import type { Lookup } from './lookup.ts';
import type { Guess, NamedThing, ProposedOrder } from './proposal.ts';
import type { TimeQualifier } from './qualifiers.ts';
import { spanOf, type Stretch, type Token } from './tokens.ts';

export interface OrderSource {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly lookup: Lookup;
}

const leading: ReadonlySet<string> = new Set([
  'the',
  'a',
  'an',
  'its',
  'their',
  'such',
  'any',
  'all',
  'every',
  'of',
  'that',
  'der',
  'die',
  'das',
  'le',
  'la',
  'les',
]);

/** An event in the text's words, known to the dossier where its phrases fit. */
export function eventOf(stretch: Stretch, { text, tokens, lookup }: OrderSource): NamedThing {
  let { first } = stretch;
  while (first < stretch.last - 1 && leading.has(tokens[first]?.word ?? '')) first += 1;
  const words = tokens.slice(first, stretch.last);
  const { from, to } = spanOf(tokens, { first, last: stretch.last });
  const label = text.slice(from, to);
  const known = lookup.events.find(words)?.record;
  return known === undefined ? { label } : { id: known.id, label: known.names[0] ?? label };
}

/** Whether the named event comes first. */
export const comesFirst = ({ timing }: TimeQualifier): boolean =>
  timing === 'after' || timing === 'only-after' || timing === 'from' || timing === 'on';

/** The order of a named event and the act, as the words of time have it. */
export function orderOf(
  qualifier: TimeQualifier,
  act: NamedThing,
  source: OrderSource,
): Guess<ProposedOrder> {
  const event = eventOf(qualifier.thing, source);
  const { minDays, maxDays, isDate, isRough, timing } = qualifier;
  const [before, after] = comesFirst(qualifier) ? [event, act] : [act, event];
  const value = {
    before,
    after,
    ...(minDays === undefined ? {} : { minDays }),
    ...(maxDays === undefined ? {} : { maxDays }),
    strict: minDays === undefined && maxDays === undefined && strict.has(timing),
  };
  const isTimed = minDays !== undefined || maxDays !== undefined;
  return guess(value, {
    confidence: (isDate ? 0.85 : isTimed ? 0.8 : 0.65) - (isRough ? 0.15 : 0),
    code: isDate ? 'date' : isTimed ? 'duration' : 'order-word',
    trigger: spanOf(source.tokens, qualifier),
    text: source.text,
  });
}

const strict: ReadonlySet<string> = new Set(['after', 'only-after', 'before']);

/** The other way round: "no talks before the truce" puts the truce first. */
export const turnedOrder = ({ value, ...rest }: Guess<ProposedOrder>): Guess<ProposedOrder> => ({
  ...rest,
  value: { before: value.after, after: value.before, strict: true },
});
