/**
 * What only three or more columns show together: every two overlap, yet nothing satisfies all. In one
 * dimension intervals that meet pairwise always meet together (Helly 1923), so only the status slot
 * can do this: with three outcomes, three columns suffice for every such clash.
 */
import type { Id } from '#lib/model/id.ts';
import type { Norm } from '#lib/model/provision.ts';
import { cutCells, premisesFor, toPart } from './domain.ts';
import type { FindingCollector } from './findings.ts';
import { byAct } from './relate-norms.ts';
import { forEachActiveSet, settle, type HeldColumn, type Scene } from './scene.ts';
import { accepts, commonStatuses, type Status } from './status.ts';

/** Adds a joint finding for every three columns that clash although no two of them do. */
export function relateJointly(scene: Scene, collector: FindingCollector): void {
  const acts = scene.columns.map((column) => byAct(column.norms));
  for (const [i, j, k] of triples(scene.columns.length)) {
    const [first, second, third] = [acts[i], acts[j], acts[k]];
    const columns = [i, j, k].flatMap((index) => scene.columns[index] ?? []);
    for (const [act, a] of first ?? []) {
      const [b, c] = [second?.get(act), third?.get(act)];
      if (!b || !c) continue;
      forEachActiveSet(scene, [a, b, c], (active, readings) => {
        if (active.every((side) => side.length > 0)) {
          relateThree(scene, { columns, act, sides: active, readings }, collector);
        }
      });
    }
  }
}

function triples(count: number): readonly (readonly [number, number, number])[] {
  const found: [number, number, number][] = [];
  for (let i = 0; i < count; i++) {
    for (let j = i + 1; j < count; j++) {
      for (let k = j + 1; k < count; k++) found.push([i, j, k]);
    }
  }
  return found;
}

interface ThreeOnAct {
  readonly columns: readonly HeldColumn[];
  readonly act: Id;
  readonly sides: readonly (readonly Norm[])[];
  readonly readings: readonly number[];
}

const statusesOf = (norms: readonly Norm[]): readonly Status[] =>
  commonStatuses(norms.map((norm) => accepts[norm.modality]));

function relateThree(scene: Scene, question: ThreeOnAct, collector: FindingCollector): void {
  const { columns, act, sides, readings } = question;
  const norms = [...new Set(sides.flat())].sort((x, y) => (x.id < y.id ? -1 : 1));
  const { cells } = cutCells(norms.map(scene.expander.domainOf), scene.expander.universe);
  for (const [box, { box: part, covering }] of cells.entries()) {
    const here = covering.flatMap((index) => norms[index] ?? []);
    const standing = sides.map(
      (side) =>
        settle(
          scene,
          side.filter((norm) => here.includes(norm)),
        ).standing,
    );
    if (standing.some((side) => side.length === 0)) continue;
    const values = standing.map(statusesOf);
    if (!onlyTogether(values)) continue;
    const all = standing.flat();
    collector.add(
      {
        rule: 'R1',
        relation: 'incompatible',
        extent: cells.length > 1 ? 'part' : 'whole',
        columns: columns.map((column) => column.column.id),
        topic: { kind: 'act', act },
        slots: [{ slot: 'status', relation: 'incompatible', rule: 'R1', values }],
        common: toPart(part, scene.expander.universe),
        becauses: [],
        premises: premisesFor(all.map(scene.expander.domainOf), part),
        provisions: standing.map((side) => side.map((norm) => norm.id)),
        cores: jointCores(standing),
        joint: true,
        box,
      },
      readings,
    );
  }
}

/** No outcome satisfies all three positions, but one satisfies each two. */
function onlyTogether(values: readonly (readonly Status[])[]): boolean {
  if (commonStatuses(values).length > 0) return false;
  return values.every((_, left) => commonStatuses(values.toSpliced(left, 1)).length > 0);
}

function jointCores(sides: readonly (readonly Norm[])[]): readonly (readonly Id[])[] {
  const [a = [], b = [], c = []] = sides;
  const cores = a.flatMap((x) =>
    b.flatMap((y) =>
      c.filter((z) => statusesOf([x, y, z]).length === 0).map((z) => [x.id, y.id, z.id].sort()),
    ),
  );
  return cores.length > 0 ? cores : [[...new Set(sides.flat().map((norm) => norm.id))].sort()];
}
