import type { Id } from '#lib/model/id.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import type { Relation } from '#lib/model/relation.ts';
import { circularOrders, remainingCycle } from './circular-orders.ts';
import type {
  CircularOrder,
  Comparison,
  CompareOptions,
  Counts,
  Finding,
  Notice,
  Reading,
  RestOn,
  Row,
} from './comparison.ts';
import { FindingCollector, evidenceOf } from './findings.ts';
import { judgeNothing, type LikenessJudge } from './likeness.ts';
import { listPremises } from './premises.ts';
import { differentSubjects, relateClaims } from './relate-claims.ts';
import { relateDerived } from './relate-derived.ts';
import { relateJointly } from './relate-joint.ts';
import { relateNorms, type NearMiss } from './relate-norms.ts';
import { relateOrders } from './relate-orders.ts';
import { smallestHittingSets } from './rest-on.ts';
import { buildRows } from './rows.ts';
import { setScene, type HeldColumn, type Scene } from './scene.ts';
import { selfContradictions } from './self-contradictions.ts';

/**
 * Compares the columns of a dossier: pure, deterministic, no clock. The dossier must have passed
 * `checkDossier` without errors and the options must name what exists; columns default to every
 * party that has a paper. `judge` reads the words of clauses that nobody has coded and that stand
 * beside each other; without it nothing is suggested on words alone.
 */
export function compare(
  dossier: Dossier,
  options: CompareOptions = {},
  judge: LikenessJudge = judgeNothing,
): Comparison {
  const scene = setScene(dossier, options);
  const collector = new FindingCollector(scene);
  const misses = pairsOf(scene).flatMap((pair) => {
    const near = relateNorms(scene, pair, collector);
    relateDerived(scene, pair, collector);
    relateOrders(scene, pair, collector);
    relateClaims(scene, pair, collector);
    return near;
  });
  relateJointly(scene, collector);
  const findings = collector.finish();
  const { orders, complete } = circularOrders(scene);
  const rows = buildRows(scene, findings, judge);
  const readings = rankReadings(scene, rows, orders);
  return {
    dossier: dossier.id,
    ...(options.asAt === undefined ? {} : { asAt: options.asAt }),
    columns: scene.columns.map((column) => column.column),
    optionGroups: scene.readings.groups,
    readings,
    allReadings: scene.readings.total === scene.readings.list.length && complete,
    rows,
    circularOrders: orders,
    restOn: scene.readings.list.map((_, reading) => restOn(scene, { reading, findings, orders })),
    notices: [
      ...misses.flatMap((miss) => placeMiss(rows, miss)),
      ...differentSubjects(scene),
      ...selfContradictions(scene),
      ...differingRenderings(scene),
      ...bounds(scene, collector),
    ],
    uncoded: [...scene.uncoded],
    premises: listPremises(dossier, scene.off),
    counts: countRows(rows),
  };
}

/** A comparison without columns: what a dossier's names, sources and premises are told with. */
export function compareNothing(dossier: Dossier): Comparison {
  return {
    ...{ dossier: dossier.id, columns: [], optionGroups: [], readings: [], allReadings: true },
    ...{ rows: [], circularOrders: [], restOn: [], notices: [], uncoded: [] },
    premises: listPremises(dossier, new Set()),
    counts: countRows([]),
  };
}

function pairsOf(scene: Scene): readonly (readonly [HeldColumn, HeldColumn])[] {
  return scene.columns.flatMap((a, index) =>
    scene.columns.slice(index + 1).map((b) => [a, b] as const),
  );
}

/** Fewest circular orders first, then fewest incompatible rows that no side only wishes for. */
function rankReadings(
  scene: Scene,
  rows: readonly Row[],
  orders: readonly CircularOrder[],
): readonly Reading[] {
  const soft = (finding: Finding): boolean =>
    finding.evidence.some(({ provision }) => {
      const firmness = scene.lookup.provisions.get(provision)?.firmness;
      return firmness === 'wish' || firmness === 'open';
    });
  const scored = scene.readings.list.map((choices, reading) => ({
    choices,
    circularOrders: orders.filter((order) => order.readings.includes(reading)).length,
    incompatibleRows: rows.filter((row) =>
      row.findings.some(
        (f) => f.relation === 'incompatible' && f.readings.includes(reading) && !soft(f),
      ),
    ).length,
  }));
  const better = (a: (typeof scored)[number], b: (typeof scored)[number]): boolean =>
    a.circularOrders < b.circularOrders ||
    (a.circularOrders === b.circularOrders && a.incompatibleRows < b.incompatibleRows);
  return scored.map((own) => ({
    ...own,
    rank: 1 + scored.filter((other) => better(other, own)).length,
  }));
}

interface Clashes {
  readonly reading: number;
  readonly findings: readonly Finding[];
  readonly orders: readonly CircularOrder[];
}

function restOn(scene: Scene, { reading, findings, orders }: Clashes): RestOn {
  // A claim of fact is nothing a side could give up, so contradicting claims stay out.
  const clashes = findings.filter(
    ({ relation, topic, readings }) =>
      relation === 'incompatible' && topic.kind !== 'claim' && readings.includes(reading),
  );
  const circles = orders.filter((order) => order.readings.includes(reading));
  const cores = clashes.flatMap((finding) => finding.cores);
  // Context alone can be circular; then there is no provision to name.
  const cycleWithout = (set: ReadonlySet<Id>): readonly Id[] | null => {
    const cycle = remainingCycle(scene, reading, set);
    return cycle && cycle.length > 0 ? cycle : null;
  };
  const missed = circles.length > 0 ? cycleWithout : () => null;
  const whole = smallestHittingSets(cores, missed);
  const within = scene.columns.map(({ column, ids }) => {
    const own = (core: readonly Id[]): readonly Id[] => core.filter((id) => ids.has(id));
    const found = smallestHittingSets(cores.map(own), (set) => {
      const core = missed(set);
      return core ? own(core) : null;
    });
    return { column: column.id, ...found };
  });
  return {
    reading,
    conflicts: clashes.length + circles.length,
    sets: whole.sets,
    within: within.map(({ column, sets }) => ({ column, sets })),
    complete: whole.complete && within.every((side) => side.complete),
  };
}

/** A near miss belongs to the first row that shows its words. */
function placeMiss(rows: readonly Row[], miss: NearMiss): readonly Notice[] {
  const provisions = miss.evidence.map((e) => e.provision);
  const row = rows.find((r) =>
    r.cells.some((cell) =>
      cell.clauses.some((c) => !c.cited && c.provisions.some((p) => provisions.includes(p))),
    ),
  );
  return row ? [{ ...miss, row: row.id }] : [];
}

/** Clauses whose renderings are marked as differing in force, where something was coded from them. */
function differingRenderings(scene: Scene): readonly Notice[] {
  return scene.columns.flatMap((column) => {
    const seen = new Set<string>();
    return column.provisions.flatMap((provision): Notice[] => {
      const clause = scene.lookup.clauses.get(provision.clause)?.clause;
      if (!clause?.renderings.some((r) => r.differs === 'force') || seen.has(clause.id)) return [];
      seen.add(clause.id);
      const id = column.column.id;
      return [
        { kind: 'renderings-differ', column: id, evidence: [evidenceOf(scene, id, provision.id)] },
      ];
    });
  });
}

function bounds(scene: Scene, collector: FindingCollector): readonly Notice[] {
  const { list, total } = scene.readings;
  return [
    ...(total > list.length
      ? [{ kind: 'readings-bounded' as const, searched: list.length, total }]
      : []),
    ...collector.bounded().map(({ act, columns }) => ({
      kind: 'domain-bounded' as const,
      act,
      columns,
    })),
  ];
}

function countRows(rows: readonly Row[]): Counts {
  const count = (relation: Relation): Counts[Relation] => {
    const own = rows.filter((row) => row.relation === relation);
    const textsAlone = own.filter((row) => row.textsAlone).length;
    return { textsAlone, givenPremises: own.length - textsAlone };
  };
  return {
    incompatible: count('incompatible'),
    undetermined: count('undetermined'),
    'partial-overlap': count('partial-overlap'),
    'fits-within': count('fits-within'),
    'same-terms': count('same-terms'),
    'one-side-only': count('one-side-only'),
    'not-yet-coded': count('not-yet-coded'),
  };
}
