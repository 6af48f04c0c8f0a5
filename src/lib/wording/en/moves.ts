import type { MovePhrases } from '../move-phrases.ts';
import type { Words } from '../words.ts';
import { and } from './grammar.ts';

/** What moves are called and mean, in English: of texts, never of motives. */
export const moveWords: Words['moves'] = {
  'asks-more': {
    name: 'asks more',
    meaning: 'The later text accepts only some of what the earlier text accepted.',
  },
  'asks-less': {
    name: 'asks less',
    meaning: 'The later text accepts all that the earlier text accepted, and more.',
  },
  shifted: {
    name: 'shifted',
    meaning: 'Each text accepts something that the other does not.',
  },
  added: { name: 'added', meaning: 'Only the later text says this.' },
  dropped: { name: 'dropped', meaning: 'Only the earlier text says this.' },
  'words-added': {
    name: 'words added',
    meaning: 'Words were put in. What that asks has not been coded.',
  },
  'words-struck-out': {
    name: 'words struck out',
    meaning: 'Words were struck out. What that asks has not been coded.',
  },
  reworded: {
    name: 'reworded',
    meaning: 'Other words; of what is coded nothing has changed.',
  },
  'brackets-changed': {
    name: 'brackets or options changed',
    meaning: 'Square brackets or options were put in or settled; no word was changed.',
  },
  moved: { name: 'moved', meaning: 'The same at another place of the text.' },
  undetermined: {
    name: 'undetermined',
    meaning: 'The texts at hand do not settle whether anything has changed.',
  },
  unchanged: { name: 'unchanged', meaning: 'The later text says the same.' },
};

const extents = { before: 'narrower', after: 'wider', both: 'changed' } as const;
const binding = { before: 'fewer bound', after: 'more bound', both: 'others bound' } as const;

/** Moves in English. */
export const moves: MovePhrases = {
  earlier: 'the earlier text',
  later: 'the later text',
  changes: {
    status: 'duty',
    amount: (term) => `figure: ${term}`,
    conditions: 'conditions',
    window: 'order in time',
    claim: 'claim',
    scope: (only) => `scope ${extents[only]}`,
    bearers: (only) => binding[only],
    counterparties: 'owed to others',
  },
  noLongerSpeaks: (parts) => `The later text no longer speaks to ${and(parts)}.`,
  alsoSpeaks: (parts) => `The later text also speaks to ${and(parts)}.`,
  noLongerBinds: (names) => `The later text no longer binds ${and(names)}.`,
  alsoBinds: (names) => `The later text now binds ${and(names)} too.`,
  owedTo: (before, after) => `Towards: earlier ${before}, later ${after}.`,
  reversed: (becauses) => `The two cannot both stand, because ${becauses}.`,
  added: 'The earlier text is fully available and does not say this.',
  dropped: 'The later text is fully available and does not say this.',
  struckOut: 'The later text strikes the point out.',
  sameInOtherWords: 'The same is laid down in other words.',
  open: {
    terms: 'Wording or a figure that is not precise leaves open how the texts stand to each other.',
    contradictory: 'One of the texts contradicts itself here.',
    paraphrase: 'Paraphrases are not compared by their words.',
    options: 'A text offers options here that differ from each other.',
    'earlier-not-available':
      'The earlier text is not fully available, so that this may have stood there.',
    'later-not-available':
      'The later text is not fully available, so that this may still stand there.',
    'earlier-not-coded': 'The earlier text is not wholly coded and reviewed yet.',
    'later-not-coded': 'The later text is not wholly coded and reviewed yet.',
  },
  words: {
    added: 'No clause of the earlier text is continued here.',
    dropped: 'No clause of the later text continues this one.',
    notCoded: 'not coded',
    count: (clauses, one) =>
      `${clauses} ${one ? 'clause is' : 'clauses are'} not coded: of ${one ? 'it' : 'these'} only the words are told, never what they ask.`,
  },
};
