import { arrowSample, type ArrowOwner } from '#lib/drawing/order-graph/arrow-style.ts';
import { orderGraph, type GraphArrow } from '#lib/drawing/order-graph/order-graph.ts';
import type { SequenceStatement } from '#lib/engine/sequence.ts';
import type { Id } from '#lib/model/id.ts';
import { capitalise } from '../capitalise.ts';
import { stepAnchor } from './build-steps.ts';
import type { SequenceTools } from './sequence-tools.ts';
import type { GraphView } from './sequence-view.ts';

/** The order statements drawn as arrows between events, and which line is whose. */
export function buildGraph(tools: SequenceTools): GraphView | undefined {
  const { sequence, speaker, told, comparison } = tools;
  const { statements } = sequence;
  // Premises alone are no order that anybody states.
  if (statements.every(({ columns }) => columns.length === 0)) return undefined;
  const onCircle = new Set(
    comparison.circularOrders.flatMap(({ steps }) =>
      steps.flatMap(({ before, after }) => [before, after]),
    ),
  );
  const events = sequence.events.map((id) => {
    const first = firstNaming(statements, id);
    return {
      id,
      label: speaker.event(id),
      circular: onCircle.has(id),
      ...(first === undefined ? {} : { href: `#${stepAnchor(first)}` }),
    };
  });
  const sides = speaker.list(comparison.columns.map(({ id }) => speaker.columnName(id)));
  const svg = orderGraph({
    events,
    arrows: statements.map((statement) => buildArrow(tools, statement)),
    title: `Order of steps as ${sides} state it`,
    description: statements.map((statement) => told.sentence(statement)).join('; '),
  });
  return { svg, legend: buildLegend(tools) };
}

/** The first statement of the table that names an event; columns that say the same decide nothing. */
function firstNaming(
  statements: readonly SequenceStatement[],
  event: Id,
): SequenceStatement | undefined {
  const [first, ...others] = statements.filter(
    ({ before, after }) => before === event || after === event,
  );
  return others
    .filter(({ before, after }) => before === first?.before && after === first.after)
    .reduce((lowest, next) => (lowest && lowest.id < next.id ? lowest : next), first);
}

function buildArrow(tools: SequenceTools, statement: SequenceStatement): GraphArrow {
  const { told, speaker } = tools;
  const circles = tools.circlesOf(statement);
  const names = speaker.list(statement.columns.map((column) => speaker.columnName(column)));
  const place = told.place(statement);
  return {
    id: statement.id,
    from: statement.before,
    to: statement.after,
    owner: ownerOf(tools, statement),
    who: statement.columns.length === 0 ? `premise: ${place}` : `${names} ${place}`,
    says: told.lag(statement),
    ends: `from ‘${speaker.event(statement.before)}’ to ‘${speaker.event(statement.after)}’`,
    title: told.sentence(statement),
    href: `#${stepAnchor(statement)}`,
    ...(circles.length === 0 ? {} : { circular: told.inCircles(circles) }),
    ...(tools.isSuggested(statement) ? { mark: speaker.words.bases.suggested } : {}),
  };
}

function ownerOf({ comparison }: SequenceTools, { columns }: SequenceStatement): ArrowOwner {
  const [first] = columns;
  if (first === undefined) return { kind: 'premise' };
  if (columns.length > 1) return { kind: 'together' };
  return { kind: 'column', place: comparison.columns.findIndex(({ id }) => id === first) };
}

/** One line a column, then what several say together and premises, as far as they occur. */
function buildLegend(tools: SequenceTools): GraphView['legend'] {
  const { comparison, sequence, speaker } = tools;
  const kinds = new Set(sequence.statements.map((s) => ownerOf(tools, s).kind));
  const entry = (name: string, owner: ArrowOwner): GraphView['legend'][number] => ({
    name,
    svg: arrowSample(owner),
  });
  return [
    ...comparison.columns.map(({ id }, place) =>
      entry(capitalise(speaker.columnName(id)), { kind: 'column', place }),
    ),
    ...(kinds.has('together') ? [entry('Several together', { kind: 'together' })] : []),
    ...(kinds.has('premise') ? [entry('Premise', { kind: 'premise' })] : []),
  ];
}
