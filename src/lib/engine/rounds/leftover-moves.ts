/**
 * What met nothing on its own act, events or subject: it clashes with a demand that took its place, binds
 * others now, was added or dropped, or nothing can be said because a text is not fully known.
 */
import type { Id } from '#lib/model/id.ts';
import type { Norm, Provision } from '#lib/model/provision.ts';
import { coverageOf } from '../columns.ts';
import { toPart, type Box } from '../domain.ts';
import { derivedClashes, type DerivedClash } from '../relate-derived.ts';
import { accepts } from '../status.ts';
import { makeMove } from './make-move.ts';
import type { DomainChange, Move, OpenReason } from './move.ts';
import { areLinked, type Step } from './step.ts';

export interface Leftovers {
  readonly before: readonly Provision[];
  readonly after: readonly Provision[];
}

/** Tells what became of all that was left over. */
export function moveLeftovers(step: Step, leftovers: Leftovers): readonly Move[] {
  const others = bindOthers(step, leftovers);
  const clashes = reversals(step, without(leftovers, others));
  const rest = without(leftovers, [...others, ...clashes]);
  return [
    ...others,
    ...clashes,
    ...rest.before.map((provision) => gone(step, provision)),
    ...rest.after.map((provision) => come(step, provision)),
  ];
}

function without({ before, after }: Leftovers, moves: readonly Move[]): Leftovers {
  const told = { before: moves.flatMap((m) => m.before), after: moves.flatMap((m) => m.after) };
  return {
    before: before.filter(({ id }) => !told.before.includes(id)),
    after: after.filter(({ id }) => !told.after.includes(id)),
  };
}

/** The same act of the same clause, now for other actors or another part. */
function bindOthers(step: Step, { before, after }: Leftovers): readonly Move[] {
  const taken = new Set<Id>();
  const norms = (list: readonly Provision[]): readonly Norm[] =>
    list.filter((p) => p.kind === 'norm');
  return norms(before).flatMap((norm): readonly Move[] => {
    const twin = norms(after).find(
      (other) => other.act === norm.act && !taken.has(other.id) && areLinked(step, norm, other),
    );
    if (!twin) return [];
    taken.add(twin.id);
    const parts = [wholeOf(step, 'before', norm), wholeOf(step, 'after', twin)];
    const [left, right] = parts.map(({ part }) => part);
    const isOther = left?.bearers.every((id) => !right?.bearers.includes(id)) ?? false;
    const slots = [isOther ? ('bearers' as const) : ('scope' as const)];
    const domain = parts.map((change) => ({ ...change, slots }));
    const move = makeMove(step, { before: [norm], after: [twin], kind: 'shifted', domain });
    const { lineage } = step.passageOf('before', norm.clause) ?? { lineage: 'none' };
    return [lineage === 'wording' ? { ...move, basis: 'suggested' } : move];
  });
}

function wholeOf({ scene }: Step, side: DomainChange['side'], norm: Norm): DomainChange {
  const { domainOf, universe } = scene.expander;
  const box: Box = new Map(
    [...domainOf(norm).slots].map(([slot, reach]) => [slot, [...reach.keys()]]),
  );
  return { side, part: toPart(box, universe), provisions: [norm.id], slots: [] };
}

/** Demands that cannot stand beside what took their place, given the links of the lexicon. */
function reversals(step: Step, { before, after }: Leftovers): readonly Move[] {
  const [left, right] = [new Map(before.map(byId)), new Map(after.map(byId))];
  const sides = (clash: DerivedClash): readonly [Provision, Provision] | undefined => {
    const one = left.get(clash.from.id) ?? left.get(clash.to.id);
    const two = right.get(clash.to.id) ?? right.get(clash.from.id);
    return one && two && one.id !== two.id ? [one, two] : undefined;
  };
  const found = derivedClashes(step.scene, step.before, step.after).flatMap((clash) => {
    const pair = sides(clash);
    return pair ? [{ clash, pair, isLinked: areLinked(step, ...pair) }] : [];
  });
  const key = ({ pair }: (typeof found)[number]): string =>
    pair
      .map(({ id }) => id)
      .sort()
      .join('+');
  found.sort(
    (x, y) =>
      Number(y.isLinked) - Number(x.isLinked) ||
      x.clash.premises.length - y.clash.premises.length ||
      (key(x) < key(y) ? -1 : 1),
  );
  const taken = new Set<Id>();
  return found.flatMap(({ clash, pair: [one, two] }): readonly Move[] => {
    if (taken.has(`< ${one.id}`) || taken.has(`> ${two.id}`)) return [];
    taken.add(`< ${one.id}`).add(`> ${two.id}`);
    return [reversal(step, clash, [one, two])];
  });
}

const byId = (provision: Provision): readonly [Id, Provision] => [provision.id, provision];

function reversal(
  step: Step,
  { from, to, consequence, box, premises }: DerivedClash,
  [one, two]: readonly [Provision, Provision],
): Move {
  const entailed = [consequence.duty === 'must' ? ('O' as const) : ('F' as const)];
  const values =
    one.id === from.id ? [entailed, accepts[to.modality]] : [accepts[to.modality], entailed];
  const slot = { slot: 'status', relation: 'incompatible', rule: 'R2', values } as const;
  return makeMove(step, {
    ...{ before: [one], after: [two], kind: 'shifted', premises },
    slots: [{ slot, set: 'disjoint' }],
    common: toPart(box, step.scene.expander.universe),
    becauses: consequence.becauses,
  });
}

function gone(step: Step, provision: Provision): Move {
  const clauses = step.passageOf('before', provision.clause)?.after ?? [];
  const open = whyOpen(step, { provision, clauses, side: 'after' });
  return open === undefined
    ? makeMove(step, { before: [provision], after: [], kind: 'dropped' })
    : makeMove(step, { before: [provision], after: [], kind: 'undetermined', open });
}

function come(step: Step, provision: Provision): Move {
  const clauses = step.passageOf('after', provision.clause)?.before ?? [];
  const open = whyOpen(step, { provision, clauses, side: 'before' });
  return open === undefined
    ? makeMove(step, { before: [], after: [provision], kind: 'added' })
    : makeMove(step, { before: [], after: [provision], kind: 'undetermined', open });
}

interface Silence {
  readonly provision: Provision;
  /** The clauses of the other text that belong to the provision's own. */
  readonly clauses: readonly Id[];
  /** The text that seems to say nothing. */
  readonly side: 'before' | 'after';
}

const openReasons = {
  before: { 'not-available': 'earlier-not-available', 'not-yet-coded': 'earlier-not-coded' },
  after: { 'not-available': 'later-not-available', 'not-yet-coded': 'later-not-coded' },
} as const;

/** Why no silence may be claimed; undefined where it may, also because the clause was struck out. */
function whyOpen(step: Step, { provision, clauses, side }: Silence): OpenReason | undefined {
  const { lookup, unsettled } = step.scene;
  const reasons = openReasons[side];
  const states = clauses.map((id) => lookup.clauses.get(id)?.clause.availability);
  if (states.includes('not-available')) return reasons['not-available'];
  if (states.includes('deleted')) return undefined;
  const issue = step.placeOf(provision).issue;
  const coverage = coverageOf(lookup.dossier, step[side].papers, { issue, unsettled });
  return coverage === 'complete' ? undefined : reasons[coverage];
}
