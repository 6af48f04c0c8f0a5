/** The little English grammar that sentences need: number of names, possessives, capitals. */
import type { GrammarPhrases } from '../phrases.ts';

const pluralNouns =
  /\b(states|sides|parties|countries|powers|nations|workers|members|forces|unions|employers|guarantors|mediators|allies|partners|governments|ministries|authorities|companies|carriers|operators|people|troops)$/i;
const singularNames = /\b(united states|netherlands|united nations|philippines)$/i;

/** Whether a verb behind this name stands in the plural: "third states", "France and Poland". */
export function isPlural(name: string): boolean {
  if (singularNames.test(name)) return false;
  return pluralNouns.test(name) || / and /.test(name);
}

/** Picks the verb form for a subject. */
export const agree = (subject: string, singular: string, plural: string): string =>
  isPlural(subject) ? plural : singular;

export const itself = (subject: string): string => agree(subject, 'itself', 'themselves');
export const pronoun = (subject: string): string => agree(subject, 'it', 'they');

/** "Ukraine’s", "third states’". */
export const possessive = (name: string): string => (/s$/i.test(name) ? `${name}’` : `${name}’s`);

const lists = new Intl.ListFormat('en', { type: 'conjunction' });
const alternatives = new Intl.ListFormat('en', { type: 'disjunction' });

/** "A, B and C": British style, no comma before "and". */
export const and = (items: readonly string[]): string =>
  lists.format(items).replace(/, and /g, ' and ');
export const or = (items: readonly string[]): string =>
  alternatives.format(items).replace(/, or /g, ' or ');

const smallNumbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** Small counts in words, as running text has them. */
export const count = (value: number): string => smallNumbers[value] ?? String(value);

/** " (I.5a)" or nothing. */
export const after = (locators: string): string => (locators === '' ? '' : ` ${locators}`);

export const label = (text: string): string => `‘${text}’`;

export const capital = (text: string): string =>
  text.replace(
    /^(\P{L}*)(\p{L})/u,
    (_, lead: string, letter: string) => lead + letter.toUpperCase(),
  );

export const sentence = (text: string): string => (/[.!?…][”’)]?$/.test(text) ? text : `${text}.`);

export const grammar: GrammarPhrases = {
  capital,
  sentence,
  label,
  parts: (parts) => parts.join('; '),
  verbatim: (words) => `“${words}”`,
  parenthesis: (text) => `(${text})`,
  headed: (head, text) => `${head}: ${text}`,
};
