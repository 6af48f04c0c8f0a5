import type { SequencePhrases } from '../sequence-phrases.ts';
import { and } from './grammar.ts';
import { days, distance } from './windows.ts';

/** The order of steps in English. */
export const sequence: SequencePhrases = {
  lag(span) {
    const { min = 0, max, strict } = span;
    if (min === 0 && max === 0) return 'at the same time';
    if (min === 0 && max === undefined)
      return strict ? 'strictly after' : 'after or at the same time';
    return distance({ ...span, min });
  },
  then(before, after, span) {
    const { min = 0, max, strict } = span;
    if (min < 0 || (max ?? 0) < 0) return `${after} ${distance({ ...span, min })} ${before}`;
    if (max === 0) return `${before} and ${after} at the same time`;
    if (max === undefined) {
      if (min === 0) return `${before}, then ${strict ? '' : 'or at the same time '}${after}`;
      return `${before}, then ${strict ? 'more than' : 'at least'} ${days(min)} later ${after}`;
    }
    if (min === max) return `${before}, then exactly ${days(min)} later ${after}`;
    if (min === 0) return `${before}, then within ${days(max)} ${after}`;
    return `${before}, then ${String(min)} to ${days(max)} later ${after}`;
  },
  counted({ min, max, minOpen, maxOpen }) {
    if (min === undefined && max === undefined) return sequence.noDate;
    if (min === 0 && max === 0) return 'at the same time';
    if (min === 0 && max === undefined) return minOpen ? 'after' : 'not before';
    if (max === 0 && min === undefined) return maxOpen ? 'before' : 'not after';
    const strict = min === undefined ? maxOpen : max === undefined && minOpen;
    return distance({
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
      strict,
    });
  },
  origin: 'day 0',
  noDate: 'no date follows',
  inCircles: (numbers) => `circular order${numbers.length === 1 ? '' : 's'} ${and(numbers)}`,
};
