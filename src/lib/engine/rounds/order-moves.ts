/** What became of statements of order and of claims. */
import type { Id } from '#lib/model/id.ts';
import type { Claim, Order } from '#lib/model/provision.ts';
import type { Interval, Slot } from '../comparison.ts';
import { commonWindow, eventPair, relateWindows, windowOf, type Window } from '../relate-orders.ts';
import { relationOf } from '../status.ts';
import type { Move } from './move.ts';
import { kindOfSets, makeMove, sameInWords, type MoveDraft } from './make-move.ts';
import type { Step } from './step.ts';
import type { Strand } from './strands.ts';

/** Compares how both texts order two events; both sides say something. */
export function moveOrders(step: Step, strand: Strand<Order>): Move {
  const { before, after, hasAlternatives } = strand;
  const [first] = before;
  const events = first ? eventPair(step.scene.lookup, first) : (['', ''] as const);
  const windows = [before, after].map((orders) =>
    commonWindow(orders.map((order) => windowOf(order, events[0]))),
  );
  const [left, right] = windows;
  if (saidOf(before) === saidOf(after)) return unchanged(step, strand);
  if (hasAlternatives) return open(step, strand, { open: 'options' });
  if (!left || !right) return open(step, strand, { open: 'contradictory' });
  const set = relateWindows(left, right);
  const vague = vagueWords(strand);
  if (vague.length > 0 && set !== 'disjoint') return open(step, strand, { open: 'terms', vague });
  const kind = kindOfSets([set]);
  if (kind === 'unchanged') return unchanged(step, strand);
  const slot: Slot = {
    ...{ slot: 'window', events, relation: relationOf(set), rule: 'R9' },
    values: [shownWindow(left), shownWindow(right)],
  };
  return makeMove(step, { before, after, kind, slots: [{ slot, set }] });
}

/** Compares claims on one subject; a claim asks nothing, so that it only stays or is said otherwise. */
export function moveClaims(step: Step, strand: Strand<Claim>): Move {
  const { before, after, hasAlternatives } = strand;
  if (saidOf(before) === saidOf(after)) return unchanged(step, strand);
  if (hasAlternatives) return open(step, strand, { open: 'options' });
  const vague = vagueWords(strand);
  const isOpen = [...before, ...after].some((claim) => claim.amount?.unset);
  if (vague.length > 0 || isOpen) return open(step, strand, { open: 'terms', vague });
  return makeMove(step, { before, after, kind: 'shifted' });
}

type Said = Strand<Order> | Strand<Claim>;

const unchanged = (step: Step, { before, after }: Said): Move =>
  makeMove(step, { before, after, kind: sameInWords(step, before, after) });

const open = (step: Step, { before, after }: Said, why: Pick<MoveDraft, 'open' | 'vague'>): Move =>
  makeMove(step, { before, after, kind: 'undetermined', ...why });

const vagueWords = ({ before, after }: Said): readonly string[] =>
  [...new Set([...before, ...after].flatMap(({ vague }) => vague))].sort();

/** What statements say, as coded. */
function saidOf(provisions: readonly (Order | Claim)[]): string {
  const said = provisions.map((p) => {
    const fields: Readonly<Record<string, unknown>> =
      p.kind === 'order'
        ? { before: p.before, after: p.after, min: p.minDays, max: p.maxDays, strict: p.strict }
        : { subject: p.subject, holds: p.holds, ...p.amount };
    return JSON.stringify([
      Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)),
      [...p.vague].sort(),
    ]);
  });
  return [...new Set<Id>(said)].sort().join('|');
}

const shownWindow = (window: Window): Interval & { readonly strict: boolean } => ({
  ...(window.min === -Infinity ? {} : { min: window.min }),
  ...(window.max === Infinity ? {} : { max: window.max }),
  strict: window.minOpen || window.maxOpen,
});
