/**
 * What each column says about the order of steps, and when each step can happen by that. The
 * statements are those in which circular orders are looked for.
 */
import type { Dossier } from '#lib/model/dossier.ts';
import type { Id } from '#lib/model/id.ts';
import type { CompareOptions } from './comparison.ts';
import { eventWindows, type EventWindow } from './event-windows.ts';
import { statementsOf, type OrderStatement } from './order-statements.ts';
import { setScene } from './scene.ts';

/** An order statement and the readings, by index, in which it is made. */
export interface SequenceStatement extends OrderStatement {
  readonly id: string;
  readonly readings: readonly number[];
}

/** When the events can happen by one column, or by all together. */
export interface Lane {
  /** Missing for all columns together. */
  readonly column?: Id;
  /** In the order of the dossier's events; null when the statements cannot all hold. */
  readonly windows: readonly EventWindow[] | null;
}

/** The lanes of the readings that hold the same statements. */
export interface Timeline {
  readonly readings: readonly number[];
  readonly lanes: readonly Lane[];
}

export interface Sequence {
  /** Of all readings, by the first event, then the second, then the column. */
  readonly statements: readonly SequenceStatement[];
  /** Events that some statement names, in the dossier's order. */
  readonly events: readonly Id[];
  /** The event days are counted from; missing when there are no statements. */
  readonly origin?: Id;
  readonly timelines: readonly Timeline[];
}

/** Options as for `compare`; `from` is the event days are counted from, by default the one named most. */
export function sequenceOf(
  dossier: Dossier,
  options: CompareOptions & { readonly from?: Id | undefined } = {},
): Sequence {
  const scene = setScene(dossier, options);
  const columns = scene.columns.map(({ column }) => column.id);
  const byReading = scene.readings.list.map((_, reading) => statementsOf(scene, reading));
  const statements = sortStatements(collect(byReading), scene.lookup.eventRank, columns);
  const named = new Set(statements.flatMap(({ before, after }) => [before, after]));
  const events = dossier.events.map(({ id }) => id).filter((id) => named.has(id));
  const asked = options.from !== undefined && named.has(options.from) ? options.from : undefined;
  const origin = asked ?? mostNamed(events, statements);
  if (origin === undefined) return { statements, events, timelines: [] };
  const timelines = groupReadings(byReading).map(({ readings, own }): Timeline => {
    const lane = (column: Id): Lane => {
      const said = own.filter((s) => s.columns.length === 0 || s.columns.includes(column));
      return { column, windows: eventWindows(said, { events, origin }) };
    };
    const together: Lane = { windows: eventWindows(own, { events, origin }) };
    return { readings, lanes: [...columns.map(lane), ...(columns.length > 1 ? [together] : [])] };
  });
  return { statements, events, origin, timelines };
}

/** The same for every reading and every order of columns. */
const idOf = ({ source, before, after }: OrderStatement): string =>
  [source.kind === 'context' ? source.context : source.provision, before, after].join('--');

function collect(byReading: readonly (readonly OrderStatement[])[]): readonly SequenceStatement[] {
  const found = new Map<string, SequenceStatement & { readings: number[] }>();
  for (const [reading, statements] of byReading.entries()) {
    for (const statement of statements) {
      const id = `${statement.source.kind}-${idOf(statement)}`;
      const known = found.get(id);
      if (known) known.readings.push(reading);
      else found.set(id, { ...statement, id, readings: [reading] });
    }
  }
  return [...found.values()];
}

function sortStatements(
  statements: readonly SequenceStatement[],
  eventRank: ReadonlyMap<Id, number>,
  columns: readonly Id[],
): readonly SequenceStatement[] {
  const event = (id: Id): number => eventRank.get(id) ?? Infinity;
  const column = ({ columns: own }: SequenceStatement): number => {
    const first = own[0];
    return first === undefined ? columns.length : columns.indexOf(first);
  };
  return [...statements].sort(
    (a, b) =>
      event(a.before) - event(b.before) ||
      event(a.after) - event(b.after) ||
      column(a) - column(b) ||
      (a.id < b.id ? -1 : 1),
  );
}

/** Ties go to the event that stands first in the dossier. */
function mostNamed(
  events: readonly Id[],
  statements: readonly SequenceStatement[],
): Id | undefined {
  const times = (event: Id): number =>
    statements.filter(({ before, after }) => before === event || after === event).length;
  const counted = events.map((event) => ({ event, times: times(event) }));
  return counted.reduce<(typeof counted)[number] | undefined>(
    (best, next) => (best && best.times >= next.times ? best : next),
    undefined,
  )?.event;
}

function groupReadings(
  byReading: readonly (readonly OrderStatement[])[],
): readonly { readonly readings: readonly number[]; readonly own: readonly OrderStatement[] }[] {
  const groups = new Map<string, { readings: number[]; own: readonly OrderStatement[] }>();
  for (const [reading, own] of byReading.entries()) {
    const key = own.map(idOf).join(' ');
    const known = groups.get(key);
    if (known) known.readings.push(reading);
    else groups.set(key, { readings: [reading], own });
  }
  return [...groups.values()];
}
