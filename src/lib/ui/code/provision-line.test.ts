import { expect, test } from 'vitest';
import {
  aClaim,
  aDossier,
  aNorm,
  anOrder,
  type Sketch,
} from '../../../../tests/support/builders.ts';
import { namesOf, tellProvision } from './provision-line.ts';

const tell = (sketch: Sketch) => {
  const dossier = aDossier({ says: [sketch] });
  const [provision] = dossier.provisions;
  if (provision === undefined) throw new Error('none');
  const { says, limits } = tellProvision(provision, namesOf(dossier));
  return [says, ...limits].join(' | ');
};

test.each([
  ['a duty', aNorm('a', 'must'), 'one must do x'],
  [
    'a ban on two',
    aNorm('a', 'must-not', { bearers: ['one', 'two'] }),
    'one and two must not do x',
  ],
  ['a freedom', aNorm('a', 'free'), 'one: free to do x'],
  ['what is left open', aNorm('a', 'to-be-regulated'), 'one: whether to do x is to be regulated'],
  [
    'limits',
    aNorm('a', 'may', {
      scope: { time: ['calm', 'war'] },
      amounts: [
        { of: 'length', unit: 'days', max: 30 },
        { of: 'cap', unit: 'people', per: 'day', unset: true },
      ],
      given: [{ event: 'e' }],
      onlyIf: true,
    }),
    'one may do x | calm and war | length: at most 30 days | cap: left open per day | only if event e',
  ],
  ['no conditions', aNorm('a', 'must', { unconditional: true }), 'one must do x | unconditional'],
  [
    'an order',
    anOrder('a', 'e', 'f', { minDays: 2, maxDays: 5 }),
    'event e → event f | 2 to 5 days',
  ],
  ['a claim', aClaim('a', 's', false, { min: 7, max: 7 }), 's: it is not so | figure: 7 people'],
])('%s is told in a line', (_, sketch, line) => {
  expect(tell(sketch)).toBe(line);
});
