import type { CountPhrases, PaperPhrases, RestOnPhrases } from '../phrases.ts';
import { after, and, possessive } from './grammar.ts';
import { words } from './words.ts';

/** Papers and the title block in English. */
export const papers: PaperPhrases = {
  unknownDate: (read) => `unknown date (read ${read})`,
  dated: (kind, date) => `${words.paperKinds[kind]}, ${date}`,
  short: (kind, date) => `${words.paperKinds[kind]} of ${date}`,
  named: (kind, date) => `the ${words.paperKinds[kind]} of ${date}`,
  textNote: (kind, by) =>
    ({
      full: 'full text',
      excerpt: 'excerpt',
      paraphrase: `paraphrase by ${by ?? 'the editors'}`,
      reported: by === undefined ? 'as reported' : `as reported, in the words of ${by}`,
    })[kind],
  translation: (translator) => `unofficial translation by ${translator}`,
  compared: ({ parties, title, details }) =>
    `${parties === '' ? title : `${parties}: ${title}`} (${details.join(', ')})`,
  gap: ({ paper, locator, why }) => `${paper}, ${locator}: not available (${why})`,
  asAt: (date) => `As at ${date}`,
  fictitious: 'An invented case: parties, papers and figures are made up.',
  premisesOff: (count, one) => `${count} ${one ? 'premise is' : 'premises are'} switched off.`,
  readingsBounded: (searched) => `Only the first ${searched} readings were searched.`,
  disclaimer: 'Not an official document.',
  alphabetical: 'Columns in alphabetical order by name.',
  alphabeticalReversed: 'Columns in alphabetical order by name, reversed by the reader.',
  chosenOrder: 'Columns in the order chosen by the reader.',
  singleColumn: 'One column only; nothing is compared.',
};

/** Counts in English. */
export const counts: CountPhrases = {
  detail: (textsAlone, givenPremises) =>
    `${textsAlone} on the texts alone, ${givenPremises} given premises`,
};

/** Provisions the conflicts rest on, in English: a description, never advice. */
export const restOn: RestOnPhrases = {
  headline: ({ conflicts, one, reading, size, sizeOne }) =>
    `${conflicts} ${one ? 'conflict' : 'conflicts'}${after(reading)} ${one ? 'rests' : 'rest'} on ${size} ${
      sizeOne ? 'provision' : 'provisions'
    }`,
  none: (reading) => `No conflicts${after(reading)}`,
  member: (column, locators) => `${column}${after(locators)}`,
  withinColumn: (column, sets) => `Within ${possessive(column)} text alone: ${sets.join(', or ')}`,
  cannotAlone: (column) =>
    `Within ${possessive(column)} text alone: no set of provisions is behind every conflict`,
  caveat: (complete) =>
    and([
      'These sets describe the texts as coded',
      'their size depends on how finely a text is cut into provisions',
    ]) +
    (complete ? '.' : '. The search stopped at its bound, so smaller or further sets may exist.'),
};
