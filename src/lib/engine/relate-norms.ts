/** Findings about norms of two columns on the same act (R1, R3 to R11, R15, R16) and near misses. */
import type { Id } from '#lib/model/id.ts';
import type { Norm } from '#lib/model/provision.ts';
import type { Notice, Remainder, RowTopic } from './comparison.ts';
import { isJoint } from './columns.ts';
import { bearerSlot, covers, cutCells, meet, premisesFor, toPart, type Box } from './domain.ts';
import { evidenceOf, type FindingCollector } from './findings.ts';
import { judgePositions } from './position.ts';
import { forEachActiveSet, jointPaperOf, settle, type HeldColumn, type Scene } from './scene.ts';

/** Norms by the act they are about. */
export function byAct(norms: readonly Norm[]): ReadonlyMap<Id, readonly Norm[]> {
  const acts = new Map<Id, Norm[]>();
  for (const norm of norms) {
    const known = acts.get(norm.act);
    if (known) known.push(norm);
    else acts.set(norm.act, [norm]);
  }
  return acts;
}

/** Compares two columns on every act both speak of; returns near misses, which are no findings. */
export function relateNorms(
  scene: Scene,
  pair: readonly [HeldColumn, HeldColumn],
  collector: FindingCollector,
): readonly NearMiss[] {
  const [left, right] = [byAct(pair[0].norms), byAct(pair[1].norms)];
  const misses: NearMiss[] = [];
  for (const [act, a] of left) {
    const b = right.get(act);
    if (!b) continue;
    const meetings: boolean[] = [];
    forEachActiveSet(scene, [a, b], ([x = [], y = []], readings) => {
      if (x.length === 0 || y.length === 0) return;
      meetings.push(relateOnAct(scene, { pair, act, a: x, b: y, readings }, collector));
    });
    if (!meetings.includes(true)) {
      const miss = nearMiss(scene, { pair, act, a, b });
      if (miss) misses.push(miss);
    }
  }
  return misses;
}

interface OnAct {
  readonly pair: readonly [HeldColumn, HeldColumn];
  readonly act: Id;
  readonly a: readonly Norm[];
  readonly b: readonly Norm[];
}

interface SharedCell {
  readonly box: Box;
  readonly a: readonly Norm[];
  readonly b: readonly Norm[];
  readonly replaced: readonly Norm[];
}

/** Returns whether the columns meet anywhere on the act. */
function relateOnAct(
  scene: Scene,
  question: OnAct & { readonly readings: readonly number[] },
  collector: FindingCollector,
): boolean {
  const { pair, act, readings } = question;
  const { shared, remainders, complete } = splitDomain(scene, question);
  const topic: RowTopic = { kind: 'act', act };
  if (!complete) collector.bound(act, [pair[0].column.id, pair[1].column.id]);
  const boxes = new Map<string, number>();
  for (const cell of shared) {
    const key = [...cell.a, ...cell.b].map((norm) => norm.id).join('+');
    const box = boxes.get(key) ?? 0;
    boxes.set(key, box + 1);
    const joint = jointPaperOf(scene, cell.a, cell.b);
    const judged = joint ? null : judgePositions(cell.a, cell.b);
    const partly = remainders.length > 0 || shared.length > 1;
    const near = judged?.relation === 'same-terms' || judged?.relation === 'fits-within';
    const relation = near && remainders.length > 0 ? 'partial-overlap' : judged?.relation;
    const domains = [...new Set([...cell.a, ...cell.b])].map(scene.expander.domainOf);
    collector.add(
      {
        rule: relation === undefined ? 'R16' : relation === judged?.relation ? judged.rule : 'R6',
        relation: relation ?? 'same-terms',
        extent: partly ? 'part' : 'whole',
        columns: pair.map((column) => column.column.id),
        topic,
        slots: judged?.slots ?? [],
        common: toPart(cell.box, scene.expander.universe),
        remainders,
        becauses: [],
        premises: joint ? [] : premisesFor(domains, cell.box),
        provisions: [cell.a.map((norm) => norm.id), cell.b.map((norm) => norm.id)],
        cores: judged?.cores ?? [],
        ...(joint ? { jointPaper: joint.id } : {}),
        replaces: cell.replaced.map((norm) => norm.id),
        vague: judged?.vague ?? [],
        box,
      },
      readings,
    );
  }
  return shared.length > 0;
}

/** Cuts what two columns say on an act into where both speak and what only one speaks to. */
function splitDomain(
  scene: Scene,
  { pair, a, b }: OnAct,
): { shared: readonly SharedCell[]; remainders: readonly Remainder[]; complete: boolean } {
  const norms = [...new Set([...a, ...b])].sort((x, y) => (x.id < y.id ? -1 : 1));
  const { cells, complete } = cutCells(norms.map(scene.expander.domainOf), scene.expander.universe);
  const shared: SharedCell[] = [];
  const remainders: Remainder[] = [];
  for (const { box, covering } of cells) {
    const here = covering.flatMap((index) => norms[index] ?? []);
    const left = settle(
      scene,
      a.filter((norm) => here.includes(norm)),
    );
    const right = settle(
      scene,
      b.filter((norm) => here.includes(norm)),
    );
    if (left.standing.length > 0 && right.standing.length > 0) {
      const replaced = [...left.replaced, ...right.replaced];
      shared.push({ box, a: left.standing, b: right.standing, replaced });
      continue;
    }
    const only = left.standing.length > 0 ? left : right;
    const column = left.standing.length > 0 ? pair[0] : pair[1];
    remainders.push({
      column: column.column.id,
      part: toPart(box, scene.expander.universe),
      provisions: only.standing.map((norm) => norm.id),
    });
  }
  const order = pair.map((column) => column.column.id);
  remainders.sort((x, y) => order.indexOf(x.column) - order.indexOf(y.column));
  return { shared, remainders, complete };
}

/** A notice still without its row. */
export type NearMiss = Omit<Extract<Notice, { kind: 'near-miss' }>, 'row'>;

/** Same act and common scope, but no actor bound by both. */
function nearMiss(scene: Scene, { pair, act, a, b }: OnAct): NearMiss | null {
  const close = (x: Norm, y: Norm): boolean =>
    meet(scopeOf(scene, x), scopeOf(scene, y), scene.expander.universe) !== null;
  const left = a.filter((x) => b.some((y) => close(x, y)));
  const right = b.filter((y) => a.some((x) => close(x, y)));
  if (left.length === 0 || right.length === 0) return null;
  const sides = [left, right];
  const columns = pair.map((column) => column.column.id);
  return {
    kind: 'near-miss',
    act,
    columns,
    bearers: sides.map((side) => [...new Set(side.flatMap((norm) => norm.bearers))]),
    evidence: columns.flatMap((column, index) =>
      (sides[index] ?? []).map((norm) => evidenceOf(scene, column, norm.id)),
    ),
  };
}

function scopeOf(scene: Scene, norm: Norm): ReturnType<Scene['expander']['domainOf']> {
  const { slots, named } = scene.expander.domainOf(norm);
  return { named, slots: new Map([...slots].filter(([slot]) => slot !== bearerSlot)) };
}

/** Whether a later joint text of the same column speaks for all of the box on the norm's act. */
export function isReplacedIn(
  scene: Scene,
  column: HeldColumn,
  { norm, box }: { readonly norm: Norm; readonly box: Box },
): boolean {
  if (!column.papers.some(isJoint)) return false;
  return column.norms.some(
    (other) =>
      other.act === norm.act &&
      settle(scene, [other, norm]).replaced.includes(norm) &&
      covers(scene.expander.domainOf(other), box),
  );
}
