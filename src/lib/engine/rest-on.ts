/**
 * Provisions the conflicts rest on: smallest sets whose removal leaves no conflict, that is, smallest
 * hitting sets of the cores of all incompatible findings and circular orders (Reiter 1987). Conflicts
 * that share no provision are solved apart, which keeps the search small. How finely a side drafted
 * its text changes these sets, so they are facts about texts and nothing more.
 */
import type { Id } from '#lib/model/id.ts';

/** Not more sets than this are listed, and not more cores than that are looked at. */
export const maxSets = 20;
const maxWork = 200_000;

export interface HittingSets {
  readonly sets: readonly (readonly Id[])[];
  readonly complete: boolean;
}

/** Finds a core that a set leaves standing, or null; for conflicts too many to list beforehand. */
export type FindMissed = (set: ReadonlySet<Id>) => readonly Id[] | null;

/** Rounds of asking for missed cores; a network of orders rarely hides more than a few. */
const maxRounds = 50;

/**
 * All smallest sets that meet every core, up to `maxSets`; none when a core is empty. Cores that
 * `findMissed` still sees are added until every set listed meets them too (implicit hitting sets,
 * Chandrasekaran, Karp, Moreno-Centeno and Vempala 2011).
 */
export function smallestHittingSets(
  cores: readonly (readonly Id[])[],
  findMissed: FindMissed = () => null,
): HittingSets {
  const known = [...cores];
  for (let round = 0; round < maxRounds; round++) {
    const found = hitAll(known);
    const missed = found.sets.flatMap((set) => {
      const core = findMissed(new Set(set));
      return core ? [core] : [];
    });
    if (missed.length === 0) return found;
    known.push(...missed);
  }
  return { sets: [], complete: false };
}

function hitAll(cores: readonly (readonly Id[])[]): HittingSets {
  if (cores.some((core) => core.length === 0)) return { sets: [], complete: true };
  // Sets as chains of what was chosen in each component, so that a choice costs one link.
  let chains: readonly (Chain | undefined)[] = [undefined];
  let complete = true;
  for (const component of connected(withoutSupersets(cores))) {
    const part = solveComponent(component);
    complete &&= part.complete;
    if (chains.length * part.sets.length > maxSets) complete = false;
    chains = chains
      .flatMap((before) => part.sets.map((chosen): Chain => ({ before, chosen })))
      .slice(0, maxSets);
  }
  return { sets: chains.map(collect).sort(compareSets), complete };
}

interface Chain {
  readonly before: Chain | undefined;
  readonly chosen: readonly Id[];
}

function collect(chain: Chain | undefined): readonly Id[] {
  const ids: Id[] = [];
  for (let at = chain; at !== undefined; at = at.before) ids.push(...at.chosen);
  return ids.sort();
}

const compareSets = (a: readonly Id[], b: readonly Id[]): number => {
  const [x, y] = [a.join(' '), b.join(' ')];
  return x < y ? -1 : x > y ? 1 : 0;
};

function withoutSupersets(cores: readonly (readonly Id[])[]): readonly (readonly Id[])[] {
  const unique = new Map(cores.map((core) => [[...new Set(core)].sort().join(' '), new Set(core)]));
  const ordered = [...unique]
    .sort(([x, a], [y, b]) => a.size - b.size || (x < y ? -1 : 1))
    .map(([, core]) => core);
  const kept: ReadonlySet<Id>[] = [];
  // A set that lies inside another has its first element there too.
  const byFirst = new Map<Id, ReadonlySet<Id>[]>();
  for (const core of ordered) {
    // Cores of one size are different sets, so only smaller ones can lie inside.
    const within = [...core].some((id) =>
      byFirst.get(id)?.some((smaller) => smaller.size < core.size && smaller.isSubsetOf(core)),
    );
    if (within) continue;
    kept.push(core);
    const [first] = core;
    if (first === undefined) continue;
    const known = byFirst.get(first);
    if (known) known.push(core);
    else byFirst.set(first, [core]);
  }
  return kept.map((core) => [...core].sort());
}

/** Groups of cores that share provisions, directly or through others (union and find). */
function connected(cores: readonly (readonly Id[])[]): readonly (readonly (readonly Id[])[])[] {
  const parent = new Map<Id, Id>();
  const find = (id: Id): Id => {
    let root = id;
    for (let up = parent.get(root); up !== undefined; up = parent.get(root)) root = up;
    for (let at = id; at !== root;) {
      const up = parent.get(at) ?? root;
      parent.set(at, root);
      at = up;
    }
    return root;
  };
  for (const [first, ...rest] of cores) {
    if (first === undefined) continue;
    for (const id of rest) {
      const [a, b] = [find(first), find(id)];
      if (a !== b) parent.set(b, a);
    }
  }
  const groups = new Map<Id, (readonly Id[])[]>();
  for (const core of cores) {
    const root = find(core[0] ?? '');
    const known = groups.get(root);
    if (known) known.push(core);
    else groups.set(root, [core]);
  }
  return [...groups.values()];
}

function solveComponent(cores: readonly (readonly Id[])[]): HittingSets {
  const search: Search = { cores, work: 0, stopped: false, sets: new Map() };
  for (let size = lowerBound(cores); search.sets.size === 0 && !search.stopped; size++) {
    branch(search, [], size);
  }
  return { sets: [...search.sets.values()], complete: !search.stopped };
}

interface Search {
  readonly cores: readonly (readonly Id[])[];
  readonly sets: Map<string, readonly Id[]>;
  work: number;
  stopped: boolean;
}

/** Tries every provision of the first core not met yet, within `size` provisions in all. */
function branch(search: Search, chosen: readonly Id[], size: number): void {
  search.work += search.cores.length;
  if (search.work > maxWork || search.sets.size >= maxSets) {
    search.stopped = true;
    return;
  }
  const open = search.cores.filter((core) => !core.some((id) => chosen.includes(id)));
  const [first] = open;
  if (!first) {
    const set = [...chosen].sort();
    search.sets.set(set.join(' '), set);
  } else if (chosen.length + lowerBound(open) <= size) {
    for (const id of first) branch(search, [...chosen, id], size);
  }
}

/** Cores that share nothing each need a provision of their own. */
function lowerBound(cores: readonly (readonly Id[])[]): number {
  const taken = new Set<Id>();
  let count = 0;
  for (const core of cores) {
    if (core.some((id) => taken.has(id))) continue;
    for (const id of core) taken.add(id);
    count++;
  }
  return count;
}
