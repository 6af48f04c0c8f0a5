/** Who says that which step comes before which: the order statements a reading holds. */
import type { Id } from '#lib/model/id.ts';
import type { CycleStep } from './comparison.ts';
import { contextPremise } from './premises.ts';
import { settle, type HeldColumn, type Scene } from './scene.ts';
import type { Constraint } from './time-network.ts';

/** That `before` comes `minDays` to `maxDays` before `after`, and not at the same time if `strict`. */
export interface OrderStatement {
  readonly before: Id;
  readonly after: Id;
  readonly minDays: number | undefined;
  readonly maxDays: number | undefined;
  readonly strict: boolean;
  readonly source: CycleStep['source'];
  /** Columns that hold it; none for context. */
  readonly columns: readonly Id[];
}

/** The statements of all columns in a reading, in text order, then the context that is switched on. */
export function statementsOf(scene: Scene, reading: number): readonly OrderStatement[] {
  const held = new Map<string, OrderStatement & { columns: Id[] }>();
  for (const column of scene.columns) {
    for (const statement of columnStatements(scene, column, reading)) {
      const key = JSON.stringify([statement.source, statement.before, statement.after]);
      const known = held.get(key);
      if (known) known.columns.push(column.column.id);
      else held.set(key, { ...statement, columns: [column.column.id] });
    }
  }
  const rank = (s: OrderStatement): number =>
    s.source.kind === 'provision' ? (scene.lookup.provisionRank.get(s.source.provision) ?? 0) : -1;
  return [...[...held.values()].sort((a, b) => rank(a) - rank(b)), ...contextStatements(scene)];
}

function columnStatements(
  scene: Scene,
  column: HeldColumn,
  reading: number,
): readonly OrderStatement[] {
  const active = settle(
    scene,
    column.orders.filter((order) => scene.readingsOf(order.id).includes(reading)),
  ).standing;
  const orders = active.map((order): OrderStatement => ({
    before: order.before,
    after: order.after,
    minDays: order.minDays,
    maxDays: order.maxDays,
    strict: order.strict,
    source: { kind: 'provision', provision: order.id, column: column.column.id },
    columns: [],
  }));
  const conditions = column.norms
    .filter((norm) => norm.event !== undefined && scene.readingsOf(norm.id).includes(reading))
    .flatMap((norm) =>
      norm.given.flatMap((condition): OrderStatement[] =>
        'event' in condition && norm.event !== undefined && condition.event !== norm.event
          ? [
              {
                before: condition.event,
                after: norm.event,
                minDays: undefined,
                maxDays: undefined,
                strict: false,
                source: { kind: 'provision', provision: norm.id, column: column.column.id },
                columns: [],
              },
            ]
          : [],
      ),
    );
  return [...orders, ...conditions];
}

function contextStatements(scene: Scene): readonly OrderStatement[] {
  return scene.lookup.dossier.context.flatMap((context): OrderStatement[] =>
    context.role !== 'premise' || !context.states || scene.off.has(contextPremise(context.id))
      ? []
      : [
          {
            before: context.states.before,
            after: context.states.after,
            minDays: context.states.minDays,
            maxDays: context.states.maxDays,
            strict: context.states.strict,
            source: { kind: 'context', context: context.id },
            columns: [],
          },
        ],
  );
}

/** A statement in the time network: `least` runs back from after to before, `most` runs forward. */
export function constraintsOf(
  { before, after, minDays, maxDays, strict }: OrderStatement,
  node: ReadonlyMap<Id, number>,
): { readonly least: Constraint; readonly most?: Constraint } | null {
  const [from, to] = [node.get(before), node.get(after)];
  if (from === undefined || to === undefined) return null;
  const least: Constraint = {
    from: to,
    to: from,
    days: 0 - (minDays ?? 0),
    strict: strict ? 1 : 0,
  };
  return maxDays === undefined
    ? { least }
    : { least, most: { from, to, days: maxDays, strict: 0 } };
}
