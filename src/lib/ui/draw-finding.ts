/** The small drawings of the page: what each column accepts, where they meet, and circular orders. */
import { cycleDrawing } from '#lib/drawing/cycle-drawing.ts';
import { numberLine } from '#lib/drawing/number-line.ts';
import { scopeChips } from '#lib/drawing/scope-chips.ts';
import { statusStrip } from '#lib/drawing/status-strip.ts';
import { timeBar } from '#lib/drawing/time-bar.ts';
import type { CircularOrder, DomainPart, Finding, Slot } from '#lib/engine/comparison.ts';
import type { Relation } from '#lib/model/relation.ts';
import { chainStart } from '#lib/wording/cycles.ts';
import type { Speaker } from '#lib/wording/speaker.ts';
import type { Tools } from './view-tools.ts';

/** The width a cell of the table has for a drawing, in CSS pixels. */
const cellWidth = 290;

/** One drawing for each acceptance slot on which the columns differ, then one of the scope. */
export function drawFinding(tools: Tools, finding: Finding): readonly string[] {
  const telling = finding.slots.filter((slot) => tells(slot, finding.relation));
  return [
    ...telling.flatMap((slot) => drawSlot(tools, slot, finding)),
    ...drawScope(tools, finding),
  ];
}

/** Equal terms need no drawing, unless they are figures; of a conflict only what conflicts is drawn. */
const tells = (slot: Slot, relation: Relation): boolean =>
  relation === 'incompatible'
    ? slot.relation === 'incompatible'
    : slot.slot === 'amount' || slot.relation !== 'same-terms';

function drawSlot(tools: Tools, slot: Slot, finding: Finding): readonly string[] {
  const { speaker } = tools;
  const { words } = speaker;
  const title = speaker.slot(slot, finding);
  const name = (index: number): string => {
    const column = finding.columns[index];
    return column === undefined ? '' : speaker.columnName(column);
  };
  switch (slot.slot) {
    case 'status': {
      const labels = {
        O: words.statuses.O.name,
        L: words.statuses.L.name,
        F: words.statuses.F.name,
      };
      const rows = slot.values.map((accepts, index) => ({ name: name(index), accepts }));
      return [statusStrip({ rows, labels, title })];
    }
    case 'amount':
      return [drawAmount(tools, slot, { title, name })];
    case 'window': {
      const rows = slot.values.map((value, index) => ({
        name: name(index),
        value,
        label: windowLabel(speaker, value),
      }));
      const originLabel = `0: ${speaker.event(slot.events[0])}`;
      return [timeBar({ rows, originLabel, format: speaker.number, title, width: cellWidth })];
    }
    case 'conditions':
    case 'claim':
      return [];
  }
}

/** A window that only says which comes first is told so, not as "at least 0 days". */
function windowLabel(speaker: Speaker, { min, max, strict }: Window): string {
  if (min === undefined && max === 0) return strict ? 'before' : 'not after';
  if (max === undefined && min === 0) return strict ? 'after' : 'not before';
  return speaker.interval(
    { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) },
    'days',
  );
}

type Window = Extract<Slot, { slot: 'window' }>['values'][number];

interface Naming {
  readonly title: string;
  readonly name: (index: number) => string;
}

function drawAmount(
  { speaker }: Tools,
  slot: Extract<Slot, { slot: 'amount' }>,
  { title, name }: Naming,
): string {
  const open = {
    unset: 'not set',
    unstated: 'no figure',
    unconvertible: 'another unit',
  } as const;
  const rows = slot.values.map((value, index) => ({
    name: name(index),
    value,
    label: typeof value === 'string' ? open[value] : speaker.interval(value, slot.unit),
  }));
  const common =
    slot.common === undefined
      ? {}
      : {
          common: slot.common,
          commonLabel: `textual overlap: ${speaker.interval(slot.common, slot.unit)}`,
        };
  const gap = slot.gap === undefined ? {} : { gapLabel: `gap: ${speaker.number(slot.gap)}` };
  return numberLine({ rows, ...common, ...gap, format: speaker.number, title, width: cellWidth });
}

/** Where the columns meet and what one alone speaks to; only where they do not meet throughout. */
function drawScope(tools: Tools, finding: Finding): readonly string[] {
  const { common, remainders } = finding;
  if (common === undefined || remainders.length === 0 || finding.extent === 'whole') return [];
  const { speaker } = tools;
  const groups = [
    { name: 'In common', values: partLabels(tools, common), common: true },
    ...remainders.map(({ column, part }) => ({
      name: `Only ${speaker.columnName(column)}`,
      values: partLabels(tools, part),
      common: false,
    })),
  ];
  if (groups.some(({ values }) => values.length === 0)) return [];
  const title = groups.map(({ name, values }) => `${name}: ${speaker.list(values)}`).join('. ');
  return [scopeChips({ groups, title, width: cellWidth })];
}

/** The values that limit a part: scope values by label, or the actors where no scope is limited. */
function partLabels({ lookup, speaker }: Tools, part: DomainPart): readonly string[] {
  const atoms = Object.entries(part.scope).flatMap(([dimension, ids]) =>
    ids.map(
      (id) =>
        lookup.dimensions.get(dimension)?.universe.find((atom) => atom.id === id)?.label ?? id,
    ),
  );
  return atoms.length > 0 ? atoms : part.bearers.map((bearer) => speaker.actor(bearer));
}

/** A circular order as a loop of steps, each with where it comes from; premises are dashed. */
export function drawOrder({ speaker, lookup }: Tools, order: CircularOrder): string {
  const links = order.steps.map((step) => {
    const { source } = step;
    const premise = source.kind === 'context';
    const title = premise
      ? lookup.dossier.context.find(({ id }) => id === source.context)?.title
      : `${speaker.columnName(source.column)} ${speaker.locator(source.provision)}`;
    return { event: speaker.event(chainStart(step)), source: title ?? '', premise };
  });
  return cycleDrawing({ links, title: speaker.circularOrder(order).chain, maxWidth: 640 });
}
