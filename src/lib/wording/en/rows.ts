import type { LikenessReason } from '#lib/engine/comparison.ts';
import type { CyclePhrases, ReadingPhrases, RowPhrases } from '../phrases.ts';
import { and, capital, count, label, possessive } from './grammar.ts';
import { relationName } from './findings.ts';

const pairs = {
  'same-terms': 'the same',
  'fits-within': 'one fits within the other',
  'partial-overlap': 'partial overlap',
  incompatible: 'incompatible as written',
  'one-side-only': 'one side only',
  undetermined: 'undetermined',
  'not-yet-coded': 'not yet coded',
} as const;

const changes: Readonly<Record<LikenessReason, string>> = {
  'same-words': 'and differ in nothing',
  'wording-changed': 'and differ in wording only',
  'bearer-changed': 'but name another bearer',
  'modality-changed': 'but differ in what they ask',
  'negation-changed': 'but one denies what the other says',
  'condition-changed': 'but differ in a condition',
  'figure-changed': 'but differ in a figure',
  'date-changed': 'but differ in a date',
  'words-added': 'but have words the other lacks',
  'object-changed': 'but differ in what they speak of',
};

/** What is different, with the words on both sides as far as there are any. */
function changed(reason: LikenessReason, words: readonly [string, string]): string {
  const cited = words.filter((own) => own !== '').join(' against ');
  return cited === '' ? changes[reason] : `${changes[reason]}: ${cited}`;
}

/** Rows in English. */
export const rows: RowPhrases = {
  underSomeReadings: (headline, readings) =>
    `Under some readings: ${headline}${readings === '' ? '' : ` (${readings})`}`,
  sameTermsReported: (reported) =>
    reported ? 'same terms, as reported' : 'same terms, jointly stated',
  jointly: (columns) =>
    `jointly incompatible: every pair overlaps, but nothing satisfies all ${count(columns)}`,
  same: (names) => `${names} the same`,
  cannotHold: (name, others) =>
    `${name} cannot hold with ${others === 1 ? 'the other' : others === 2 ? 'either' : 'any of the others'}`,
  noTwo: (columns) => `no two of the ${count(columns)} can hold together`,
  pair: (names, relation, part) => `${names}: ${pairs[relation]}${part ? ', in part' : ''}`,
  silent: ({ names, silent, columns, one }) =>
    `${silent} of ${columns} columns ${one ? 'says' : 'say'} nothing here and ${one ? 'is' : 'are'} left out: ${names}`,
  verdict: ({ author, at, computed, differs, stale }) =>
    [
      `Verdict of ${author}, ${at}`,
      ...(differs ? [`the rules say: ${relationName(computed)}`] : []),
      ...(stale ? ['out of date, because what it rested on has changed since'] : []),
    ].join('; '),
  notCoded: 'Nobody has yet recorded what this clause lays down',
  likeness: ({ names, share, reason, words }) => {
    const texts = names === '' ? 'The two texts' : `The texts of ${names}`;
    const how =
      reason === 'same-words'
        ? 'have the same words'
        : `share ${share} of 100 words ${changed(reason, words)}`;
    return `${texts} ${how}; suggested by their words alone`;
  },
  notAvailable: (locator, why) => `${capital(locator)} is not available here: ${why}`,
  byHand: 'row set by hand',
  orderTopic: (first, second) => `order of ${label(first)} and ${label(second)}`,
};

const choice = (name: string): string =>
  name.replace(/^(Option|Variant|Alternative|Version)\b/, (word) => word.toLowerCase());

/** Readings in English. */
export const readings: ReadingPhrases = {
  choice,
  shortChoice: (name) => choice(name.replace(/^([^:(]{1,30})[:(].*$/s, '$1').trim()),
  under: (names) => `under ${and(names)}`,
  counted: (count, all) => `in ${count} of ${all} readings`,
  underAll: 'in all readings',
};

/** Circular orders in English. */
export const cycles: CyclePhrases = {
  headline: (under) => `Circular order${under === '' ? '' : ` ${under}`}`,
  within: (column, under) =>
    `Circular order within ${possessive(column)} text${under === '' ? '' : `, ${under}`}`,
  told: (steps) =>
    `If all these steps are to happen: ${steps.join('; ')}. No order satisfies ${
      steps.length === 2 ? 'both' : `all ${count(steps.length)}`
    }.`,
  premise: (kind, title) => `premise, ${kind}: ${title}`,
  source: (column, locators) => (locators === '' ? column : `${column} ${locators}`),
};
