import type { SequenceStatement } from '#lib/engine/sequence.ts';
import { contextPremise } from '#lib/engine/premises.ts';
import { capitalise } from '../capitalise.ts';
import type { SequenceTools } from './sequence-tools.ts';
import type { SideView, StepView } from './sequence-view.ts';

/** Every order statement as a row of the table. */
export const buildSteps = (tools: SequenceTools): readonly StepView[] =>
  tools.sequence.statements.map((statement) => buildStep(tools, statement));

/** The table row of a statement as a link target. */
export const stepAnchor = ({ id }: Pick<SequenceStatement, 'id'>): string => `step-${id}`;

function buildStep(tools: SequenceTools, statement: SequenceStatement): StepView {
  const { speaker, told, comparison } = tools;
  const { source } = statement;
  const circles = tools.circlesOf(statement);
  const href = source.kind === 'provision' ? tools.rowHref(source.provision) : undefined;
  const holds =
    statement.readings.length === comparison.readings.length
      ? ''
      : speaker.readings(statement.readings);
  const mark = tools.isSuggested(statement) ? speaker.words.bases.suggested : undefined;
  const premise =
    source.kind === 'context' ? speaker.premise(contextPremise(source.context)) : undefined;
  return {
    id: statement.id,
    anchor: stepAnchor(statement),
    before: speaker.event(statement.before),
    after: speaker.event(statement.after),
    who: premise
      ? `premise, ${premise.kind}`
      : speaker.list(statement.columns.map((column) => speaker.columnName(column))),
    premise: premise !== undefined,
    lag: told.lag(statement),
    place: told.place(statement),
    ...(href === undefined ? {} : { href }),
    ...(holds === '' ? {} : { holds }),
    ...(circles.length === 0 ? {} : { circular: told.inCircles(circles) }),
    ...(mark === undefined ? {} : { mark }),
    notes: [holds, mark ?? '', premise?.disputed ?? ''].filter((note) => note !== ''),
  };
}

/** What each column says in words, and which steps it does not order. */
export function buildSides(tools: SequenceTools): readonly SideView[] {
  const { comparison, dossier, sequence, speaker, told, lookup } = tools;
  return comparison.columns.map(({ id, papers }) => {
    const own = sequence.statements.filter(({ columns }) => columns.includes(id));
    const named = new Set(own.flatMap(({ before, after }) => [before, after]));
    const whole = papers.every(({ id: paper }) => isWhole(tools, paper));
    return {
      id,
      name: capitalise(speaker.columnName(id)),
      papers: papers.flatMap((paper) => {
        const record = lookup.papers.get(paper.id);
        if (record === undefined) return [];
        const kind = speaker.words.paperKinds[record.kind];
        return [`${kind}, ${speaker.paperDate(record)} · ${speaker.textNote(paper.id)}`];
      }),
      steps: own.map((statement) => {
        const { id: step, place, href, mark, holds } = buildStep(tools, statement);
        return {
          id: step,
          told: capitalise(told.then(statement)),
          place,
          ...(href === undefined ? {} : { href }),
          ...(mark === undefined ? {} : { mark }),
          ...(holds === undefined ? {} : { holds }),
        };
      }),
      notOrdered: dossier.events.filter((e) => !named.has(e.id)).map(({ label }) => label),
      ...(whole
        ? {}
        : {
            caution: 'Parts of this text are not available or not coded yet; they may order more.',
          }),
    };
  });
}

/** Known in full and coded in full. */
function isWhole({ comparison, lookup }: SequenceTools, id: string): boolean {
  const paper = lookup.papers.get(id);
  if (paper === undefined || paper.gaps.length > 0) return false;
  return paper.clauses.every(
    (clause) => clause.availability !== 'not-available' && !comparison.uncoded.includes(clause.id),
  );
}
