/**
 * Domain slots: for whom and where a norm speaks. A domain is a box, one set of leaf values for the
 * bearers and one for each dimension it limits. Two or more norms cut their dimensions into classes
 * of values that the same norms cover; the product of these classes are the cells in which positions
 * are compared. (Intersection of norm arguments after Vasconcelos, Kollingbaum and Norman 2009;
 * relations between the sets are those of RCC-5.)
 */
import type { Id } from '#lib/model/id.ts';
import type { Norm } from '#lib/model/provision.ts';
import type { DomainPart } from './comparison.ts';
import type { Lookup } from './lookup.ts';
import { groupPremise, wholePremise } from './premises.ts';

/** Leaf values of one slot, each with the premises needed to reach it from the words used. */
export type Reach = ReadonlyMap<Id, readonly string[]>;

/** The slot of bearers beside the dimensions of scope; ids cannot hold a space, so it is free. */
export const bearerSlot = ' bearers';

export interface Domain {
  /** Slots the norm limits; bearers always. A missing slot means the whole universe. */
  readonly slots: ReadonlyMap<string, Reach>;
  /** The ids the norm itself names in each slot. */
  readonly named: ReadonlyMap<string, readonly Id[]>;
}

/** A product of sets of leaf values, one for each slot in play. */
export type Box = ReadonlyMap<string, readonly Id[]>;

export interface Expander {
  readonly domainOf: (norm: Norm) => Domain;
  /** All leaf values of a slot, in dossier order. */
  readonly universe: (slot: string) => readonly Id[];
}

/** Prepares expansion of groups and wholes; those switched off count as values of their own. */
export function createExpander(lookup: Lookup, off: ReadonlySet<string>): Expander {
  const leaves = leafActors(lookup, off);
  const universes = new Map<string, readonly Id[]>([[bearerSlot, leaves]]);
  for (const dimension of lookup.dossier.dimensions) {
    const closed = dimension.wholes.filter((w) => off.has(wholePremise(dimension.id, w.id)));
    universes.set(
      dimension.id,
      [...dimension.universe, ...closed].map((value) => value.id),
    );
  }
  const reachOf = (slot: string, ids: readonly Id[]): Reach => {
    const reach = new Map<Id, readonly string[]>();
    for (const id of ids) {
      if (slot === bearerSlot) reachActor(id, { lookup, off, leaves, via: [], reach });
      else reachAtom(slot, id, { lookup, off, via: [], reach });
    }
    return reach;
  };
  const cache = new Map<Id, Domain>();
  const domainOf = (norm: Norm): Domain => {
    const known = cache.get(norm.id);
    if (known) return known;
    const named = new Map<string, readonly Id[]>([[bearerSlot, norm.bearers]]);
    for (const [dimension, atoms] of Object.entries(norm.scope)) named.set(dimension, atoms);
    const slots = new Map([...named].map(([slot, ids]) => [slot, reachOf(slot, ids)] as const));
    const domain = { slots, named };
    cache.set(norm.id, domain);
    return domain;
  };
  return { domainOf, universe: (slot) => universes.get(slot) ?? [] };
}

function leafActors(lookup: Lookup, off: ReadonlySet<string>): readonly Id[] {
  return lookup.dossier.actors
    .filter((a) => !a.everyone && (a.parts.length === 0 || off.has(groupPremise(a.id))))
    .map((a) => a.id);
}

interface ReachState {
  readonly lookup: Lookup;
  readonly off: ReadonlySet<string>;
  readonly via: readonly string[];
  readonly reach: Map<Id, readonly string[]>;
}

/** Keeps the way with the fewest premises to each leaf. */
function arrive(state: ReachState, leaf: Id): void {
  const known = state.reach.get(leaf);
  if (!known || state.via.length < known.length) state.reach.set(leaf, state.via);
}

function reachActor(id: Id, state: ReachState & { readonly leaves: readonly Id[] }): void {
  const actor = state.lookup.actors.get(id);
  if (actor?.everyone) {
    for (const leaf of state.leaves) arrive(state, leaf);
  } else if (!actor || actor.parts.length === 0 || state.off.has(groupPremise(id))) {
    arrive(state, id);
  } else if (!state.via.includes(groupPremise(id))) {
    const via = [...state.via, groupPremise(id)];
    for (const part of actor.parts) reachActor(part, { ...state, via });
  }
}

function reachAtom(dimensionId: Id, id: Id, state: ReachState): void {
  const premise = wholePremise(dimensionId, id);
  const whole = state.lookup.dimensions.get(dimensionId)?.wholes.find((w) => w.id === id);
  if (!whole || state.off.has(premise)) {
    arrive(state, id);
  } else if (!state.via.includes(premise)) {
    for (const part of whole.parts) {
      reachAtom(dimensionId, part, { ...state, via: [...state.via, premise] });
    }
  }
}

/** A cell: a box, and the indexes (ascending) of the domains that cover it. */
export interface Cell {
  readonly box: Box;
  readonly covering: readonly number[];
}

/** Cells are not searched further than this for one act; real papers stay under a hundred. */
export const maxCells = 20_000;

/**
 * Cuts the union of the domains into cells that the same domains cover. Cells whose union is again a
 * box are merged, so that one stretch of agreement is one cell. `complete` is false at the bound.
 */
export function cutCells(
  domains: readonly Domain[],
  universe: (slot: string) => readonly Id[],
): { readonly cells: readonly Cell[]; readonly complete: boolean } {
  const slots = [...new Set(domains.flatMap((domain) => [...domain.slots.keys()]))].sort();
  const classes = slots.map((slot) => classesOf(slot, domains, universe(slot)));
  const cells: Cell[] = [];
  const all = domains.map((_, index) => index);
  const walk = (depth: number, box: Box, covering: readonly number[]): boolean => {
    const slot = slots[depth];
    if (slot === undefined) {
      cells.push({ box, covering });
      return cells.length < maxCells;
    }
    for (const { values, members } of classes[depth] ?? []) {
      const rest = covering.filter((index) => members.has(index));
      if (rest.length === 0) continue;
      if (!walk(depth + 1, new Map([...box, [slot, values]]), rest)) return false;
    }
    return true;
  };
  const complete = walk(0, new Map(), all);
  return { cells: mergeCells(cells, slots, universe), complete };
}

interface ValueClass {
  readonly values: readonly Id[];
  readonly members: ReadonlySet<number>;
}

function classesOf(
  slot: string,
  domains: readonly Domain[],
  universe: readonly Id[],
): readonly ValueClass[] {
  const named = domains.flatMap((domain) => [...(domain.slots.get(slot)?.keys() ?? [])]);
  const values = [
    ...universe,
    ...[...new Set(named)].filter((id) => !universe.includes(id)).sort(),
  ];
  const classes = new Map<string, { values: Id[]; members: Set<number> }>();
  for (const value of values) {
    const members = domains.flatMap((domain, index) => {
      const reach = domain.slots.get(slot);
      return !reach || reach.has(value) ? [index] : [];
    });
    if (members.length === 0) continue;
    const key = members.join(',');
    const known = classes.get(key);
    if (known) known.values.push(value);
    else classes.set(key, { values: [value], members: new Set(members) });
  }
  return [...classes.values()];
}

/** Joins cells covered by the same domains that differ in one slot only, slot by slot. */
function mergeCells(
  cells: readonly Cell[],
  slots: readonly string[],
  universe: (slot: string) => readonly Id[],
): readonly Cell[] {
  let merged = cells;
  for (const slot of slots) {
    const groups = new Map<string, Cell[]>();
    for (const cell of merged) {
      const others = slots.filter((s) => s !== slot).map((s) => (cell.box.get(s) ?? []).join(' '));
      const key = [cell.covering.join(','), ...others].join('|');
      groups.set(key, [...(groups.get(key) ?? []), cell]);
    }
    const order = universe(slot);
    merged = [...groups.values()].flatMap((group) => {
      const [first] = group;
      if (!first || group.length === 1) return group;
      const values = group.flatMap((cell) => cell.box.get(slot) ?? []);
      values.sort((a, b) => order.indexOf(a) - order.indexOf(b));
      return [{ covering: first.covering, box: new Map([...first.box, [slot, values]]) }];
    });
  }
  return merged;
}

/** The common part of two domains, or null when they do not meet in some slot. */
export function meet(a: Domain, b: Domain, universe: (slot: string) => readonly Id[]): Box | null {
  const box = new Map<string, readonly Id[]>();
  for (const slot of [...new Set([...a.slots.keys(), ...b.slots.keys()])].sort()) {
    const x = a.slots.get(slot);
    const y = b.slots.get(slot);
    const values = x ? [...x.keys()] : y ? [...y.keys()] : [];
    const common = values.filter((value) => (x?.has(value) ?? true) && (y?.has(value) ?? true));
    if (common.length === 0) return null;
    const order = universe(slot);
    box.set(
      slot,
      common.sort((p, q) => order.indexOf(p) - order.indexOf(q)),
    );
  }
  return box;
}

/** Whether the domain covers every value of the box. */
export function covers(domain: Domain, box: Box): boolean {
  return [...domain.slots].every(([slot, reach]) => {
    const values = box.get(slot);
    return values !== undefined && values.every((value) => reach.has(value));
  });
}

/**
 * The premises needed to say that all domains speak in the box. None in a slot where all name the
 * same group or whole, or where a value is named outright: identity needs no premise.
 */
export function premisesFor(domains: readonly Domain[], box: Box): readonly string[] {
  const needed = new Set<string>();
  for (const [slot, values] of box) {
    const speaking = domains.filter((domain) => domain.slots.has(slot));
    if (speaking.length < 2 || sharesName(speaking, slot)) continue;
    for (const domain of speaking) {
      for (const value of values) {
        for (const premise of domain.slots.get(slot)?.get(value) ?? []) needed.add(premise);
      }
    }
  }
  return [...needed].sort();
}

function sharesName(domains: readonly Domain[], slot: string): boolean {
  const [first, ...rest] = domains.map((domain) => domain.named.get(slot) ?? []);
  return (first ?? []).some((name) => rest.every((names) => names.includes(name)));
}

/** A box as it is reported: slots that span their whole universe are left out. */
export function toPart(box: Box, universe: (slot: string) => readonly Id[]): DomainPart {
  const scope: Record<Id, readonly Id[]> = {};
  for (const [slot, values] of box) {
    if (slot !== bearerSlot && values.length < universe(slot).length) scope[slot] = values;
  }
  return { bearers: box.get(bearerSlot) ?? [], scope };
}
