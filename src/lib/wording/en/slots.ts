import type { SlotPhrases } from '../phrases.ts';
import { or } from './grammar.ts';

const outcomes = { O: 'must', L: 'free', F: 'must not' } as const;

/** Acceptance slots in English, told one by one. */
export const slots: SlotPhrases = {
  status: (values) =>
    values
      .map(({ name, accepts }) =>
        accepts.length === 0
          ? `${name} nothing (the text contradicts itself)`
          : `${name} ${or(accepts.map((status) => outcomes[status]))}`,
      )
      .join('; '),
  statusHead: 'status of the act',
  conditionsHead: 'conditions',
  claimHead: 'claim',
  windowHead: 'order in time',
  value: (name, value) => `${name} ${value}`,
  sameForAll: (value, columns) => `${value} in ${columns === 2 ? 'both' : 'all'} texts`,
  gap: (gap) => gap,
  denied: 'denied',
  affirmed: 'stated',
};
