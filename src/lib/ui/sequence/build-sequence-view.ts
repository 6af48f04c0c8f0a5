/** Builds what the sequence page shows. Pure: the same comparison and query give the same page. */
import { sequenceOf, type Sequence } from '#lib/engine/sequence.ts';
import { contextPremise } from '#lib/engine/premises.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import type { Comparison } from '#lib/engine/comparison.ts';
import { buildPremise } from '../build-assessment.ts';
import { buildControls } from '../build-controls.ts';
import { buildCircularOrders } from '../build-panels.ts';
import { formatCompareQuery } from '../compare-query.ts';
import { prepareTools } from '../view-tools.ts';
import { buildGraph } from './build-graph.ts';
import { buildSides, buildSteps } from './build-steps.ts';
import { buildTimelines } from './build-timelines.ts';
import { askedOf, formatSequenceQuery, type SequenceQuery } from './sequence-query.ts';
import { prepareSequenceTools, type SequenceTools } from './sequence-tools.ts';
import type { SequenceView } from './sequence-view.ts';

export interface SequenceOptions {
  readonly query: SequenceQuery;
  readonly unknown: readonly string[];
  /** When the page was made, an ISO time in UTC. */
  readonly now: string;
}

interface Compared {
  readonly dossier: Dossier;
  readonly comparison: Comparison;
}

/** Everything the sequence page shows of a comparison under a query. */
export function buildSequenceView(
  { dossier, comparison }: Compared,
  { query, unknown, now }: SequenceOptions,
): SequenceView {
  const sequence = readSequence({ dossier, comparison }, query);
  const base = prepareTools({ dossier, comparison, renderText: (text) => text });
  const compareHref = `/dossiers/${dossier.id}/compare${formatCompareQuery(askedOf(query.compare))}`;
  const tools = prepareSequenceTools(base, sequence, compareHref);
  const { speaker } = tools;
  const graph = buildGraph(tools);
  return {
    id: dossier.id,
    title: dossier.title,
    compared: speaker.list(comparison.columns.map(({ id }) => speaker.columnName(id))),
    asAt: speaker.date(comparison.asAt ?? now),
    fictitious: dossier.fictitious,
    unknown,
    ...buildSwitches(tools, query),
    compareHref,
    shown: `${count(sequence.statements.length, 'statement')} on ${count(sequence.events.length, 'step')}`,
    circularOrders: buildCircularOrders(tools),
    ...(graph === undefined ? {} : { graph }),
    ...buildTimelines(tools),
    sides: buildSides(tools),
    steps: buildSteps(tools),
  };
}

/** The order of steps for the question that the comparison answers. */
function readSequence({ dossier, comparison }: Compared, query: SequenceQuery): Sequence {
  return sequenceOf(dossier, {
    columns: comparison.columns.map(({ id }) => id),
    ...(comparison.asAt === undefined ? {} : { asAt: comparison.asAt }),
    reading: query.compare.reading,
    off: comparison.premises.filter(({ on }) => !on).map(({ id }) => id),
    from: query.from,
  });
}

function buildSwitches(
  tools: SequenceTools,
  query: SequenceQuery,
): Pick<SequenceView, 'controls' | 'context' | 'alsoOff' | 'origin' | 'countedFrom'> {
  const { dossier, sequence, speaker, comparison } = tools;
  const controls = buildControls(tools, query.compare);
  const columns = comparison.columns.map(({ id }) => id).toReversed();
  const ordering = dossier.context.flatMap((context) =>
    context.role === 'premise' && context.states ? [contextPremise(context.id)] : [],
  );
  return {
    controls: {
      ...controls,
      ...(controls.swapHref === undefined
        ? {}
        : {
            swapHref: formatSequenceQuery({ ...query, compare: { ...query.compare, columns } }),
          }),
    },
    context: ordering.map((id) => buildPremise(tools, id)),
    alsoOff: query.compare.off.filter((id) => !ordering.includes(id)),
    origin: {
      chosen: query.from === sequence.origin ? (query.from ?? '') : '',
      standard: 'the step named most',
      choices: sequence.events.map((id) => ({ id, label: speaker.event(id) })),
    },
    countedFrom: sequence.origin === undefined ? '' : speaker.event(sequence.origin),
  };
}

const count = (n: number, what: string): string => `${String(n)} ${what}${n === 1 ? '' : 's'}`;
