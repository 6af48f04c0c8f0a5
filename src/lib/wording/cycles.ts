/** Circular orders told as steps, each with its locator or flagged as a premise. */
import type { CircularOrder, CycleStep } from '#lib/engine/comparison.ts';
import { bareLocators } from './locators.ts';
import { readings } from './readings.ts';
import type { CircularOrderSentences } from './speaker.ts';
import type { Voice } from './voice.ts';

/** The event a link of the chain starts from: links with `maxDays` run back from `after`. */
export const chainStart = ({ before, after, maxDays }: CycleStep): string =>
  maxDays === undefined ? before : after;

/** A circular order as heading, sentence and chain. */
export function circularOrder(voice: Voice, order: CircularOrder): CircularOrderSentences {
  const { names, phrases } = voice;
  const under = readings(voice, order.readings);
  const [column] = order.columns;
  const starts = order.steps.map((step) => names.event(chainStart(step)));
  return {
    headline:
      column !== undefined && order.columns.length === 1
        ? phrases.cycles.within(names.column(column), under)
        : phrases.cycles.headline(under),
    sentence: phrases.cycles.told(order.steps.map((step) => tellStep(voice, step))),
    chain: [...starts, ...starts.slice(0, 1)].join(' → '),
  };
}

/** A link of a chain, or an order statement as it was made. */
type Step = Omit<CycleStep, 'minDays' | 'maxDays'> & {
  readonly minDays?: number | undefined;
  readonly maxDays?: number | undefined;
};

/** "‘ceasefire’ before ‘talks on territory’ (Ukraine I.6b)". */
export function tellStep(voice: Voice, step: Step): string {
  const { names, phrases } = voice;
  const min = step.minDays ?? (step.maxDays === undefined ? 0 : undefined);
  const text = phrases.stances.window(names.event(step.before), names.event(step.after), {
    ...(min === undefined ? {} : { min }),
    ...(step.maxDays === undefined ? {} : { max: step.maxDays }),
    strict: step.strict,
  });
  return `${text} ${phrases.grammar.parenthesis(stepSource(voice, step))}`;
}

/** Where a step comes from: "Russia II, option 1", or "premise, interpretive: …". */
export function stepSource(voice: Voice, { source }: Pick<CycleStep, 'source'>): string {
  const { lookup, names, phrases } = voice;
  switch (source.kind) {
    case 'provision':
      return phrases.cycles.source(
        names.column(source.column),
        bareLocators(voice, source.column, [source.provision]),
      );
    case 'context': {
      const context = lookup.dossier.context.find(({ id }) => id === source.context);
      if (context?.role !== 'premise') return phrases.premises.unknown(source.context);
      const kind = phrases.words.premiseKinds[context.basis.kind].name;
      return phrases.cycles.premise(kind, context.title);
    }
  }
}
