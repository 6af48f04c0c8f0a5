/** Numbers, amounts, dates and lists as the language of the speaker writes them. */
import type { Interval } from '#lib/engine/comparison.ts';
import type { AmountPhrases, Measure } from './stance-phrases.ts';
import type { SpeakerLanguage } from './language.ts';

export interface Figures {
  readonly number: (value: number) => string;
  readonly isOne: (value: number) => boolean;
  readonly interval: (interval: Interval, measure: Measure) => string;
  readonly gap: (gap: number, unit: string) => string;
  /** `common` is where the intervals of all columns meet. */
  readonly zone: (common: Interval, measure: Measure) => string;
  /** A partial date or a moment; moments are told in UTC. */
  readonly date: (date: string) => string;
  readonly list: (items: readonly string[]) => string;
}

/** Prepares formatting for a language; the phrases say how bounds are put into words. */
export function createFigures(language: SpeakerLanguage, phrases: AmountPhrases): Figures {
  const locale = { en: 'en-GB' }[language];
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 });
  const plurals = new Intl.PluralRules(locale);
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const number = (value: number): string => numbers.format(value);
  const isOne = (value: number): boolean => plurals.select(value) === 'one';
  const quantity = (value: number, measure: Measure): string =>
    phrases.quantity(number(value), isOne(value), measure);

  const interval = ({ min, max }: Interval, measure: Measure): string => {
    if (min !== undefined && min === max) return phrases.exactly(quantity(min, measure));
    if (min !== undefined && max !== undefined) {
      return phrases.between(number(min), quantity(max, measure));
    }
    if (min !== undefined) return phrases.atLeast(quantity(min, measure));
    return max === undefined ? phrases.any : phrases.atMost(quantity(max, measure));
  };

  const zone = ({ min, max }: Interval, measure: Measure): string =>
    phrases.zone({
      ...(min === undefined
        ? {}
        : {
            min: max === undefined || min === max ? quantity(min, measure) : number(min),
          }),
      ...(max === undefined ? {} : { max: quantity(max, measure) }),
      point: min !== undefined && min === max,
    });

  return {
    number,
    isOne,
    interval,
    zone,
    gap: (gap, unit) => phrases.gap(number(gap), isOne(gap), unit),
    date: (date) => formatDate(date, locale),
    list: (items) => lists.format(items),
  };
}

const day = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const time = { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' } as const;

function formatDate(text: string, locale: string): string {
  const parts =
    text.length > 10
      ? { ...day, ...time }
      : text.length === 10
        ? day
        : text.length === 7
          ? ({ month: 'long', year: 'numeric' } as const)
          : ({ year: 'numeric' } as const);
  const moment = new Date(text);
  if (Number.isNaN(moment.getTime())) return text;
  return new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' }).format(moment);
}
