/**
 * A position is the conjunction of a column's norms on one act in one cell. Two positions are
 * compared slot by slot (status, amounts, conditions); the relation is that of the products of their
 * acceptance sets, decided by the worst slot. Also finds the cores of a clash: the smallest sets of
 * provisions that already cannot stand together.
 */
import type { Id } from '#lib/model/id.ts';
import type { Norm } from '#lib/model/provision.ts';
import type { Relation, Rule } from '#lib/model/relation.ts';
import {
  amountKey,
  amountPosition,
  gapBetween,
  intersect,
  relateIntervals,
  type AmountPosition,
} from './amounts.ts';
import type { ConditionSet, Slot } from './comparison.ts';
import {
  accepts,
  combineSetRelations,
  commonStatuses,
  relateStatuses,
  relationOf,
  type SetRelation,
} from './status.ts';

/** The outcome of comparing two positions. */
export interface Judgement {
  readonly relation: Relation;
  readonly rule: Rule;
  readonly slots: readonly Slot[];
  /** How the acceptance sets of each slot stand, seen from the first; null where nothing settles it. */
  readonly sets: readonly (SetRelation | null)[];
  readonly cores: readonly (readonly Id[])[];
  readonly vague: readonly string[];
}

interface SlotOutcome {
  readonly slot: Slot;
  /** Null when the relation cannot be determined. */
  readonly set: SetRelation | null;
  readonly cores: readonly (readonly Id[])[];
}

/** Compares what two columns accept, given the norms each has in the cell (neither list empty). */
export function judgePositions(a: readonly Norm[], b: readonly Norm[]): Judgement {
  const outcomes = [judgeStatus(a, b), ...judgeAmounts(a, b), ...judgeConditions(a, b)];
  const slots = outcomes.map((outcome) => outcome.slot);
  const sets = outcomes.map((outcome) => outcome.set);
  const vague = [...new Set([...a, ...b].flatMap((norm) => norm.vague))].sort();
  const clash = outcomes.find((outcome) => outcome.set === 'disjoint');
  if (clash) {
    const cores = outcomes.flatMap((outcome) => (outcome.set === 'disjoint' ? outcome.cores : []));
    // Only a position that already contradicts itself can clash without a core across columns.
    if (cores.length > 0) {
      return { relation: 'incompatible', rule: clash.slot.rule, slots, sets, cores, vague: [] };
    }
    return { relation: 'undetermined', rule: 'R15', slots, sets, cores: [], vague: [] };
  }
  if (outcomes.some((outcome) => outcome.set === null) || vague.length > 0) {
    return { relation: 'undetermined', rule: 'R15', slots, sets, cores: [], vague };
  }
  const set = combineSetRelations(outcomes.flatMap((outcome) => outcome.set ?? []));
  return {
    relation: relationOf(set),
    rule: decidingRule(outcomes, set),
    slots,
    sets,
    cores: [],
    vague,
  };
}

function decidingRule(outcomes: readonly SlotOutcome[], set: SetRelation): Rule {
  const deciding =
    outcomes.find((outcome) => outcome.set === set) ??
    outcomes.find((outcome) => outcome.set !== 'equal');
  return deciding?.slot.rule ?? 'R3';
}

function judgeStatus(a: readonly Norm[], b: readonly Norm[]): SlotOutcome {
  const left = commonStatuses(a.map((norm) => accepts[norm.modality]));
  const right = commonStatuses(b.map((norm) => accepts[norm.modality]));
  const set = relateStatuses(left, right);
  const rule = (
    { equal: 'R3', inside: 'R4', contains: 'R4', crossing: 'R5', disjoint: 'R1' } as const
  )[set];
  return {
    slot: { slot: 'status', relation: relationOf(set), rule, values: [left, right] },
    set,
    cores: set === 'disjoint' ? statusCores(a, b) : [],
  };
}

/**
 * The smallest sets across the columns that accept nothing in common: pairs, and triples of which no two
 * clash, since a triple may stand beside pairs that have nothing to do with it.
 */
function statusCores(a: readonly Norm[], b: readonly Norm[]): readonly (readonly Id[])[] {
  const clashes = (...norms: readonly Norm[]): boolean =>
    commonStatuses(norms.map((norm) => accepts[norm.modality])).length === 0;
  const pairs = a.flatMap((x) => b.filter((y) => clashes(x, y)).map((y) => [x.id, y.id]));
  const triples = (two: readonly Norm[], one: readonly Norm[]): Id[][] =>
    two.flatMap((x, i) =>
      two
        .slice(i + 1)
        .filter((y) => !clashes(x, y))
        .flatMap((y) =>
          one
            .filter((z) => clashes(x, y, z) && !clashes(x, z) && !clashes(y, z))
            .map((z) => [x.id, y.id, z.id]),
        ),
    );
  return [...pairs, ...triples(a, b), ...triples(b, a)];
}

function judgeAmounts(a: readonly Norm[], b: readonly Norm[]): readonly SlotOutcome[] {
  const keys = new Map<string, Norm['amounts'][number]>();
  for (const norm of [...a, ...b].sort((x, y) => (x.id < y.id ? -1 : x.id > y.id ? 1 : 0))) {
    for (const amount of norm.amounts) {
      if (!keys.has(amountKey(amount))) keys.set(amountKey(amount), amount);
    }
  }
  return [...keys]
    .sort(([x], [y]) => (x < y ? -1 : x > y ? 1 : 0))
    .map(([key, term]) => {
      const left = amountPosition(a, key, term.unit);
      const right = amountPosition(b, key, term.unit);
      const head = {
        slot: 'amount' as const,
        of: term.of,
        unit: term.unit,
        ...(term.per === undefined ? {} : { per: term.per }),
        ...(term.base === undefined ? {} : { base: term.base }),
      };
      return judgeTerm(head, left, right);
    });
}

type AmountSlot = Extract<Slot, { slot: 'amount' }>;
type AmountHead = Pick<AmountSlot, 'slot' | 'of' | 'unit' | 'per' | 'base'>;

function judgeTerm(
  head: AmountHead,
  left: AmountPosition | null,
  right: AmountPosition | null,
): SlotOutcome {
  const values = [left?.value ?? 'unstated', right?.value ?? 'unstated'] as const;
  const finish = (
    set: SetRelation | null,
    rest: Pick<AmountSlot, 'relation' | 'rule' | 'common' | 'gap'>,
  ) => ({
    slot: { ...head, ...rest, values },
    set,
    cores: [],
  });
  const open = [left, right].some((p) => p?.value === 'unset' || p?.value === 'unconvertible');
  if (open || (left && right && startsDiffer(left, right))) {
    return finish(null, { relation: 'undetermined', rule: 'R15' });
  }
  if (!left || !right || typeof left.value === 'string' || typeof right.value === 'string') {
    return finish('crossing', { relation: 'partial-overlap', rule: 'R7' });
  }
  if (left.contradictory || right.contradictory) {
    return finish('disjoint', { relation: 'undetermined', rule: 'R15' });
  }
  const set = relateIntervals(left.value, right.value);
  if (set === 'disjoint') {
    const cores = left.bounds.flatMap((x) =>
      right.bounds
        .filter((y) => relateIntervals(x.interval, y.interval) === 'disjoint')
        .map((y) => [x.provision, y.provision]),
    );
    const gap = gapBetween(left.value, right.value);
    return { ...finish(set, { relation: 'incompatible', rule: 'R8', gap }), cores };
  }
  const common = intersect([left.value, right.value]) ?? {};
  return finish(set, { relation: relationOf(set), rule: 'R9', common });
}

/** Two durations that both say where they start, and start at different events, do not compare. */
function startsDiffer(left: AmountPosition, right: AmountPosition): boolean {
  if (left.at.size === 0 || right.at.size === 0) return false;
  return left.at.size !== right.at.size || [...left.at].some((event) => !right.at.has(event));
}

/** The conditions of a position taken together. */
export function conditionsOf(norms: readonly Norm[]): ConditionSet {
  const given = norms.flatMap((norm) => norm.given);
  const events = given.flatMap((condition) => ('event' in condition ? [condition.event] : []));
  const provisions = given.flatMap((c) => ('provision' in c ? [c.provision] : []));
  return {
    events: [...new Set(events)].sort(),
    provisions: [...new Set(provisions)].sort(),
    onlyIf: norms.some((norm) => norm.onlyIf),
    unconditional: norms.some((norm) => norm.unconditional),
  };
}

function judgeConditions(a: readonly Norm[], b: readonly Norm[]): readonly SlotOutcome[] {
  const [left, right] = [conditionsOf(a), conditionsOf(b)];
  const bare = (set: ConditionSet): boolean => set.events.length + set.provisions.length === 0;
  if (bare(left) && bare(right) && left.unconditional === right.unconditional) {
    if (!left.unconditional) return [];
  }
  const cores = [...tiedAgainstUntied(a, b), ...tiedAgainstUntied(b, a)];
  const values = [left, right];
  if (cores.length > 0) {
    return [
      {
        slot: { slot: 'conditions', relation: 'incompatible', rule: 'R10', values },
        set: 'disjoint',
        cores,
      },
    ];
  }
  const same =
    left.events.join() === right.events.join() &&
    left.provisions.join() === right.provisions.join() &&
    (left.onlyIf === right.onlyIf || bare(left));
  return [
    {
      slot: {
        slot: 'conditions',
        relation: same ? 'same-terms' : 'partial-overlap',
        rule: same ? 'R3' : 'R11',
        values,
      },
      set: same ? 'equal' : 'crossing',
      cores: [],
    },
  ];
}

const tiedAgainstUntied = (untied: readonly Norm[], tied: readonly Norm[]): Id[][] =>
  untied
    .filter((norm) => norm.unconditional)
    .flatMap((x) => tied.filter((norm) => norm.onlyIf).map((y) => [x.id, y.id]));
