import type { Words } from '../words.ts';
import { moveWords } from './moves.ts';
import { relations, rules } from './relations.ts';

/** The fixed words in English. */
export const words: Words = {
  relations,
  moves: moveWords,
  rules,
  emptyCells: {
    'no-provision': {
      name: 'no provision',
      meaning: 'The text is known and says nothing on this. Silence is never agreement.',
    },
    deleted: { name: 'deleted', meaning: 'The party struck this out of its own text.' },
    'not-available': {
      name: 'not available',
      meaning: 'This part of the text is not known here; the party may or may not speak to it.',
    },
  },
  voicings: {
    speaks: { name: 'speaks', meaning: 'At least one provision of the text is about this.' },
    silent: {
      name: 'says nothing',
      meaning: 'The text is complete and reviewed and lays nothing down on this. It is no consent.',
    },
    'not-available': {
      name: 'not fully available',
      meaning: 'Parts of the text are not known here; the party may or may not speak to it.',
    },
    'not-reviewed': {
      name: 'not yet reviewed',
      meaning: 'Clauses of the text wait to be coded or reviewed, so no silence is claimed.',
    },
    'no-paper': {
      name: 'no paper',
      meaning: 'No paper of the party is compared, so nothing is said of what it holds.',
    },
  },
  availabilities: { present: 'present', deleted: 'deleted', 'not-available': 'not available' },
  modalities: {
    must: { name: 'must', meaning: 'The act is a duty.' },
    'must-not': { name: 'must not', meaning: 'The act is forbidden.' },
    may: { name: 'may', meaning: 'The act is not forbidden; it may be a duty.' },
    'need-not': { name: 'need not', meaning: 'The act is no duty; it may be forbidden.' },
    free: { name: 'free', meaning: 'The act is left to the one concerned, to do or not.' },
    'to-be-regulated': {
      name: 'to be regulated',
      meaning: 'The act is to be either a duty or forbidden; the text does not say which.',
    },
  },
  statuses: {
    O: { name: 'must', meaning: 'An agreement that makes the act a duty fits this text.' },
    L: { name: 'free', meaning: 'An agreement that leaves the act free fits this text.' },
    F: { name: 'must not', meaning: 'An agreement that forbids the act fits this text.' },
  },
  forces: {
    demand: 'demand',
    offer: 'offer',
    refusal: 'refusal',
    commitment: 'commitment',
    recognition: 'recognition',
    principle: 'principle',
    procedure: 'procedure',
    assertion: 'assertion',
  },
  firmnesses: {
    'red-line': 'red line',
    firm: 'firm',
    open: 'open',
    wish: 'wish',
    unstated: 'not stated',
  },
  textKinds: {
    full: { name: 'full text', meaning: 'The whole of the text in its own words.' },
    excerpt: { name: 'excerpt', meaning: 'Parts of the text in its own words.' },
    paraphrase: { name: 'paraphrase', meaning: 'What the text says, in other words than its own.' },
    reported: { name: 'reported', meaning: 'What others report of a text that is not at hand.' },
  },
  paperKinds: {
    memorandum: 'memorandum',
    'joint-text': 'joint text',
    statement: 'statement',
    'reported-outcome': 'reported outcome',
    'base-text': 'base text',
  },
  attributions: {
    own: 'published by the party',
    reported: 'attributed by others',
    disputed: 'attribution disputed',
  },
  premiseKinds: {
    definitional: { name: 'definitional', meaning: 'It rests on what the words mean.' },
    legal: { name: 'legal', meaning: 'It rests on a rule of law.' },
    factual: { name: 'factual', meaning: 'It rests on a fact outside the texts.' },
    interpretive: { name: 'interpretive', meaning: 'It rests on a reading that can be disputed.' },
  },
  linkRelations: { 'kind-of': 'is a kind of', excludes: 'excludes', requires: 'requires' },
  contextRoles: { premise: 'premise', assessment: 'assessment', background: 'background' },
  reviewStates: {
    suggested: { name: 'not reviewed', meaning: 'Proposed by the program; nobody has checked it.' },
    confirmed: { name: 'confirmed', meaning: 'An analyst has checked it.' },
    overridden: { name: 'overridden', meaning: 'An analyst has replaced it and said why.' },
  },
  bases: { computed: 'computed', suggested: 'suggested, not reviewed', verdict: 'verdict' },
  negotiationStatuses: {
    open: 'open',
    'provisionally-agreed': 'provisionally agreed',
    agreed: 'agreed',
  },
};
