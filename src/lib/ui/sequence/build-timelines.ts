import { timelineLane } from '#lib/drawing/timeline-lane.ts';
import type { EventWindow } from '#lib/engine/event-windows.ts';
import type { Lane, Timeline } from '#lib/engine/sequence.ts';
import type { Id } from '#lib/model/id.ts';
import { capitalise } from '../capitalise.ts';
import type { SequenceTools } from './sequence-tools.ts';
import type { LaneView, TimelineView } from './sequence-view.ts';

/** More readings than these are not drawn below each other. */
const mostTimelines = 4;

/** The timelines of the first readings, and how many readings are left out. */
export function buildTimelines(tools: SequenceTools): {
  readonly timelines: readonly TimelineView[];
  readonly moreReadings: number;
} {
  const { origin, timelines } = tools.sequence;
  if (origin === undefined) return { timelines: [], moreReadings: 0 };
  const shown = timelines.slice(0, mostTimelines);
  return {
    timelines: shown.map((timeline) => buildTimeline(tools, timeline, origin)),
    moreReadings: timelines.length - shown.length,
  };
}

const isDated = ({ min, max }: EventWindow): boolean => min !== undefined || max !== undefined;

function buildTimeline(tools: SequenceTools, timeline: Timeline, origin: Id): TimelineView {
  const { speaker, sequence, comparison } = tools;
  const all = timeline.lanes.flatMap(({ windows }) => windows ?? []);
  const dated = new Set(all.filter(isDated).map(({ event }) => event));
  const events = sequence.events.filter((event) => dated.has(event) && event !== origin);
  const undated = sequence.events.filter((event) => !dated.has(event));
  const reach = all.flatMap(({ min, max }) => [min ?? [], max ?? []].flat());
  const under =
    timeline.readings.length === comparison.readings.length
      ? ''
      : capitalise(speaker.readings(timeline.readings));
  return {
    title: under,
    lanes: timeline.lanes.map((lane) => buildLane(tools, lane, { events, origin, reach })),
    ...(undated.length === 0 || all.length === 0
      ? {}
      : { undated: speaker.list(undated.map((event) => speaker.event(event))) }),
  };
}

interface Drawn {
  /** The rows of all lanes. */
  readonly events: readonly Id[];
  readonly origin: Id;
  readonly reach: readonly number[];
}

function buildLane(tools: SequenceTools, lane: Lane, drawn: Drawn): LaneView {
  const { speaker, sequence } = tools;
  const { column, windows } = lane;
  const name = column === undefined ? 'All together' : capitalise(speaker.columnName(column));
  const base = { id: column ?? 'together', name, impossible: windows === null };
  if (windows === null) {
    const whose = column === undefined ? 'the statements of all columns' : 'its own statements';
    return {
      ...base,
      sentence: `Impossible: ${whose} and the premises cannot all hold; see the circular orders above.`,
    };
  }
  if (column !== undefined && !sequence.statements.some((s) => s.columns.includes(column))) {
    return { ...base, sentence: 'Says nothing about the order of these steps.' };
  }
  const origin = speaker.event(drawn.origin);
  if (drawn.events.length === 0) return { ...base, sentence: `No date follows from ‘${origin}’.` };
  return { ...base, svg: drawLane(tools, { windows, name, drawn }) };
}

interface Drawing {
  readonly windows: readonly EventWindow[];
  readonly name: string;
  readonly drawn: Drawn;
}

function drawLane({ speaker, told }: SequenceTools, { windows, name, drawn }: Drawing): string {
  const rows = drawn.events.flatMap((event) => {
    const window = windows.find((candidate) => candidate.event === event);
    if (window === undefined) return [];
    const label = told.window(window, drawn.origin);
    return [{ name: speaker.event(event), window: isDated(window) ? window : null, label }];
  });
  const origin = speaker.event(drawn.origin);
  const words = rows.map((row) => `${row.name}: ${row.label}`).join('; ');
  return timelineLane({
    rows,
    reach: drawn.reach,
    originLabel: `0: ${origin}`,
    format: speaker.number,
    title: `${name}, counted from ‘${origin}’: ${words}`,
  });
}
