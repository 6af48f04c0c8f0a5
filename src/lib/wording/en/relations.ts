import type { Words } from '../words.ts';

/** Relations in English. Textual relations only: no word here can be read as consent or forecast. */
export const relations: Words['relations'] = {
  'same-terms': {
    sign: '=',
    name: 'same terms',
    meaning: 'On what both speak to, the texts lay down the same. It does not mean consent.',
  },
  'fits-within': {
    sign: '⊂',
    name: 'fits within',
    meaning: 'All that one text leaves room for, the other leaves room for too, and more.',
  },
  'partial-overlap': {
    sign: '∩',
    name: 'partial overlap',
    meaning: 'Some outcomes satisfy both texts; each also has terms the other lacks or rules out.',
  },
  incompatible: {
    sign: '≠',
    name: 'incompatible as written',
    meaning: 'No outcome satisfies both texts as they are worded.',
  },
  'one-side-only': {
    sign: '◐',
    name: 'one side only',
    meaning: 'One text speaks to this; the other is fully available and says nothing.',
  },
  undetermined: {
    sign: '?',
    name: 'undetermined',
    meaning: 'The texts at hand do not settle how they stand to each other here.',
  },
  'not-yet-coded': {
    sign: '…',
    name: 'not yet coded',
    meaning: 'Nobody has yet recorded what the clause lays down, so nothing is computed.',
  },
};

/** The named rules in English. */
export const rules: Words['rules'] = {
  R1: {
    name: 'modality conflict',
    meaning: 'On the same act, no outcome (must, free, must not) satisfies both texts.',
  },
  R2: {
    name: 'derived conflict',
    meaning: 'The texts speak of different acts that cannot both stand, given the premises named.',
  },
  R3: { name: 'same status', meaning: 'Both texts give the act the same status.' },
  R4: {
    name: 'nested status',
    meaning: 'One text leaves room for every status of the act that the other leaves room for.',
  },
  R5: {
    name: 'crossing status',
    meaning:
      'The texts share a status of the act, and each leaves room for one the other rules out.',
  },
  R6: {
    name: 'bearers',
    meaning: 'Texts that bind different actors to the same act meet only on the actors in common.',
  },
  R7: { name: 'amount on one side only', meaning: 'One text sets a figure, the other does not.' },
  R8: { name: 'gap', meaning: 'No figure satisfies both texts; the distance is given.' },
  R9: { name: 'common zone', meaning: 'Some figures satisfy both texts; the zone is given.' },
  R10: {
    name: 'conditions exclude each other',
    meaning: 'One text wants the act without conditions, the other only under conditions.',
  },
  R11: { name: 'different conditions', meaning: 'The texts tie the act to different conditions.' },
  R12: {
    name: 'circular order',
    meaning: 'The order statements cannot all hold if all their steps are to happen.',
  },
  R13: {
    name: 'one side only',
    meaning: 'Only one text speaks; silence is claimed only where the other is fully available.',
  },
  R14: {
    name: 'contradicting claims',
    meaning: 'The texts state facts on the same subject that cannot both be true.',
  },
  R15: {
    name: 'undetermined term',
    meaning: 'The relation turns on a term that is unset, vague or in units that do not convert.',
  },
  R16: {
    name: 'joint or reported outcome',
    meaning: 'A joint text states a position of each of its signatories, as far as it goes.',
  },
};
