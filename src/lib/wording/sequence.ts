/** The order of steps in words: each statement at its arrow, in a list, as a sentence, and its dates. */
import type { Dossier } from '#lib/model/dossier.ts';
import type { Comparison } from '#lib/engine/comparison.ts';
import type { EventWindow } from '#lib/engine/event-windows.ts';
import type { OrderStatement } from '#lib/engine/order-statements.ts';
import { stepSource, tellStep } from './cycles.ts';
import type { SpeakerLanguage } from './language.ts';
import { bareLocators } from './locators.ts';
import type { StatedDays } from './sequence-phrases.ts';
import { createVoice } from './voice.ts';

/** Tells order statements and windows of the comparison it was made for. */
export interface SequenceSpeaker {
  /** "strictly after", "at least 30 days after". */
  readonly lag: (statement: OrderStatement) => string;
  /** "the ceasefire begins, then talks on territory". */
  readonly then: (statement: OrderStatement) => string;
  /** "‘the ceasefire begins’ before ‘talks on territory’ (Ukraine I.6b)". */
  readonly sentence: (statement: OrderStatement) => string;
  /** "Ukraine I.6b", "Russia and Ukraine 3", "premise, interpretive: …". */
  readonly source: (statement: OrderStatement) => string;
  /** "I.6b"; the title of a context statement. */
  readonly place: (statement: OrderStatement) => string;
  readonly window: (window: EventWindow, origin: string) => string;
  readonly inCircles: (numbers: readonly number[]) => string;
}

/** Prepares telling the order of steps of a comparison. */
export function createSequenceSpeaker(
  dossier: Dossier,
  comparison: Comparison,
  language: SpeakerLanguage = 'en',
): SequenceSpeaker {
  const voice = createVoice(dossier, comparison, language);
  const { figures, names, phrases } = voice;
  const { sequence } = phrases;
  const place = ({ source }: OrderStatement): string =>
    source.kind === 'context'
      ? (dossier.context.find(({ id }) => id === source.context)?.title ?? source.context)
      : bareLocators(voice, source.column, [source.provision]);
  return {
    place,
    lag: (statement) => sequence.lag(daysOf(statement)),
    then: (statement) =>
      sequence.then(names.event(statement.before), names.event(statement.after), daysOf(statement)),
    sentence: (statement) => tellStep(voice, { ...statement, minDays: statement.minDays ?? 0 }),
    source: (statement) =>
      statement.columns.length > 1
        ? phrases.cycles.source(figures.list(statement.columns.map(names.column)), place(statement))
        : stepSource(voice, statement),
    window: (window, origin) =>
      window.event === origin ? sequence.origin : sequence.counted(window),
    inCircles: (numbers) => sequence.inCircles(numbers.map(figures.number)),
  };
}

const daysOf = ({ minDays, maxDays, strict }: OrderStatement): StatedDays => ({
  ...(minDays === undefined ? {} : { min: minDays }),
  ...(maxDays === undefined ? {} : { max: maxDays }),
  strict,
});
