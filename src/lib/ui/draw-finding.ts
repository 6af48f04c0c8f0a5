import { cycleDrawing } from '#lib/drawing/cycle-drawing.ts';
import { numberLine } from '#lib/drawing/number-line.ts';
import { scopeChips } from '#lib/drawing/scope-chips.ts';
import { statusStrip } from '#lib/drawing/status-strip.ts';
import { timeBar } from '#lib/drawing/time-bar.ts';
import type { CircularOrder, DomainPart, Finding, Slot } from '#lib/engine/comparison.ts';
import { contextPremise } from '#lib/engine/premises.ts';
import type { Tools } from './view-tools.ts';

/** The small drawings of a finding's acceptance slots and of what its columns do not share, as SVG. */
export function drawFinding(tools: Tools, finding: Finding): readonly string[] {
  const slots = finding.slots.flatMap((slot) => {
    const drawn = drawSlot(tools, finding, slot);
    return drawn === undefined ? [] : [drawn];
  });
  const chips = drawDomain(tools, finding);
  return chips === undefined ? slots : [...slots, chips];
}

/** Same status needs no strip; conditions and claims are told better than drawn. */
function drawSlot(tools: Tools, finding: Finding, slot: Slot): string | undefined {
  const { speaker } = tools;
  const title = speaker.slot(slot, finding);
  const names = finding.columns.map(speaker.columnName);
  const nameAt = (index: number): string => names[index] ?? '';
  switch (slot.slot) {
    case 'status':
      return slot.relation === 'same-terms'
        ? undefined
        : statusStrip({
            rows: slot.values.map((accepts, index) => ({ name: nameAt(index), accepts })),
            labels: {
              O: speaker.words.statuses.O.name,
              L: speaker.words.statuses.L.name,
              F: speaker.words.statuses.F.name,
            },
            title,
          });
    case 'amount': {
      const label = (value: (typeof slot.values)[number]): string =>
        typeof value === 'string' ? '' : speaker.interval(value, slot.unit);
      const gapIn = (gap: number): string => speaker.interval({ min: gap, max: gap }, slot.unit);
      return numberLine({
        rows: slot.values.map((value, i) => ({ name: nameAt(i), value, label: label(value) })),
        common: slot.common,
        commonLabel: slot.common && speaker.interval(slot.common, slot.unit),
        gapLabel: slot.gap === undefined ? undefined : gapIn(slot.gap),
        format: speaker.number,
        title,
      });
    }
    case 'window':
      return timeBar({
        rows: slot.values.map((value, index) => ({
          name: nameAt(index),
          value,
          label: speaker.interval(value, 'day'),
        })),
        originLabel: speaker.event(slot.events[0]),
        format: speaker.number,
        title,
      });
    case 'conditions':
    case 'claim':
      return undefined;
  }
}

/** Chips for a common part that is not all either column speaks of. */
function drawDomain(tools: Tools, finding: Finding): string | undefined {
  const { speaker } = tools;
  const { common, remainders } = finding;
  if (!common || finding.extent === 'whole') return undefined;
  const others = remainders.filter(({ column }) => finding.columns.includes(column));
  if (others.length === 0) return undefined;
  const valuesOf = (part: DomainPart): readonly string[] => {
    const text = speaker.domain(part);
    return text === '' ? [] : [text];
  };
  const groups = [
    {
      name: speaker.list(finding.columns.map(speaker.columnName)),
      values: valuesOf(common),
      common: true,
    },
    ...others.map(({ column, part }) => ({
      name: speaker.columnName(column),
      values: valuesOf(part),
      common: false,
    })),
  ];
  return scopeChips({
    groups,
    title: groups.map((g) => `${g.name}: ${g.values.join()}`).join('; '),
  });
}

/** A circular order as a ring of steps, as SVG; links that are premises are dashed. */
export function drawOrder({ speaker }: Tools, order: CircularOrder): string {
  const links = order.steps.map(({ before, after, minDays, maxDays, source }) => {
    // A link that says "at most" is walked backwards, from the later event to the earlier.
    const backwards = maxDays !== undefined && minDays === undefined;
    return {
      event: speaker.event(backwards ? after : before),
      source:
        source.kind === 'provision'
          ? `${speaker.columnName(source.column)} ${speaker.locator(source.provision)}`
          : speaker.premise(contextPremise(source.context)).kind,
      premise: source.kind === 'context',
    };
  });
  return cycleDrawing({ links, title: speaker.circularOrder(order).chain, maxWidth: 560 });
}
