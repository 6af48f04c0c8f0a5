import { describe, expect, it } from 'vitest';
import { readTypedAmount, readTypedTime } from './typed-values.ts';

describe('amounts as typed', () => {
  it.each([
    ['en', 'at least 30 days', { min: 30, unit: 'days', unset: false }],
    ['en', '2–3 %', { min: 2, max: 3, unit: 'percent', unset: false }],
    ['en', 'up to €1.5 bn a year', { max: 1_500_000_000, unit: 'EUR', per: 'year', unset: false }],
    ['en', 'two thirds', { min: 66.7, max: 66.7, unit: 'percent', unset: false }],
    ['en', '[X] tanks', { unit: 'tanks', unset: true }],
    ['en', '1,500 tonnes', { min: 1500, max: 1500, unit: 'tonnes', unset: false }],
    ['de', '1.500 t', { min: 1500, max: 1500, unit: 'tonnes', unset: false }],
    ['de', '1,5 t', { min: 1.5, max: 1.5, unit: 'tonnes', unset: false }],
    ['fr', 'au plus 12 000 km', { max: 12_000, unit: 'km', unset: false }],
    ['uk', 'від 5 до 7 років', { min: 5, max: 7, unit: 'years', unset: false }],
  ])('of %s: “%s”', (language, typed, amount) => {
    expect(readTypedAmount(typed, language)).toEqual(amount);
  });

  it.each(['', 'soon', 'article 5', 'on 3 May 2031', 'the two sides'])(
    'are none in “%s”',
    (typed) => {
      expect(readTypedAmount(typed, 'en')).toBeUndefined();
    },
  );
});

describe('times as typed', () => {
  it.each([
    [
      'within 30 days of the signature',
      { event: 'the signature', isBefore: true, minDays: 0, maxDays: 30 },
    ],
    ['at least 2 weeks before the vote', { event: 'the vote', isBefore: false, minDays: 14 }],
    [
      '90 days after entry into force',
      { event: 'entry into force', isBefore: true, minDays: 90, maxDays: 90 },
    ],
    ['only after the audit', { event: 'the audit', isBefore: true }],
    ['by 1 March 2031', { event: '1 March 2031', isBefore: false }],
    ['from January 5, 2030', { event: 'January 5, 2030', isBefore: true }],
  ])('“%s”', (typed, time) => {
    expect(readTypedTime(typed, 'en')).toEqual(time);
  });

  it('are none without an event or a date', () => {
    expect(readTypedTime('within 30 days', 'en')).toBeUndefined();
  });
});
