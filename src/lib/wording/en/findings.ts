import type { FindingPhrases } from '../phrases.ts';
import { after, agree, and, capital, count, label, possessive } from './grammar.ts';
import { relations } from './relations.ts';

const outcomes = {
  O: 'making it a duty',
  L: 'leaving it free',
  F: 'forbidding it',
} as const;

const all = (columns: number): string => (columns === 2 ? 'Both texts' : 'All the texts');
const texts = (names: readonly string[]): string =>
  and(names.map((name) => `${possessive(name)} text`));
const verb = (names: readonly string[], singular: string, plural: string): string =>
  names.length === 1 ? singular : plural;

/** "land and sea, binding Ukraine". */
function domain({ scope, bearers }: { readonly scope: string; readonly bearers: string }): string {
  const binding = bearers === '' ? '' : `binding ${bearers}`;
  return [scope, binding].filter((part) => part !== '').join(', ');
}

function alone({
  subject,
  silent,
  missing,
  deleted,
  uncoded,
  elsewhere,
}: Parameters<FindingPhrases['alone']>[0]): string {
  const alone =
    missing.length + uncoded.length === 0 && elsewhere.length > 0
      ? `${subject} alone ${agree(subject, 'speaks', 'speak')} to exactly this in the texts at hand`
      : missing.length + uncoded.length > 0
        ? `${subject} alone ${agree(subject, 'speaks', 'speak')} to this in the texts at hand`
        : `Only ${possessive(subject)} text speaks to this`;
  const others = [
    ...(missing.length === 0
      ? []
      : [`${texts(missing)} ${verb(missing, 'is', 'are')} not fully available`]),
    ...(uncoded.length === 0
      ? []
      : [`${texts(uncoded)} ${verb(uncoded, 'is', 'are')} not wholly coded and reviewed yet`]),
    ...(silent.length === 0
      ? []
      : [`${texts(silent)} ${verb(silent, 'is', 'are')} fully available and silent on this`]),
    ...(elsewhere.length === 0
      ? []
      : [`${texts(elsewhere)} ${verb(elsewhere, 'speaks', 'speak')} here of other actors or acts`]),
    ...(deleted.length === 0 ? [] : [`in ${texts(deleted)} the clause has been deleted`]),
  ];
  return [alone, ...others].join('; ');
}

/** Findings in English. */
export const findings: FindingPhrases = {
  derived: (becauses, incompatible) =>
    incompatible
      ? `These cannot both stand, because ${becauses}`
      : `The texts meet because ${becauses}`,
  because: (from, relation, to) =>
    ({
      'kind-of': `${label(from)} is a kind of ${label(to)}`,
      excludes: `${label(from)} excludes ${label(to)}`,
      requires: `${label(from)} requires ${label(to)}`,
    })[relation],
  commonStatuses: (common, columns) =>
    `${all(columns)} leave room for ${and(common.map((status) => outcomes[status]))}`,
  onlyCommonPart: ({ scope, bearers }) => {
    const binding = bearers === '' ? '' : `what binds ${bearers}`;
    return `This concerns only ${[scope, binding].filter((part) => part !== '').join(', and there ')}`;
  },
  remainder: ({ column, scope, bearers, locators, amongThese }) => {
    const only = `${amongThese ? 'of these, only' : 'only'} ${column}`;
    const binds = bearers === '' ? '' : `${agree(column, 'binds', 'bind')} ${bearers} here`;
    if (scope === '' && binds !== '') return capital(`${only} ${binds}${after(locators)}`);
    const rest = domain({ scope: scope === '' ? 'the rest' : scope, bearers });
    return capital(`${only} ${agree(column, 'speaks', 'speak')} to ${rest}${after(locators)}`);
  },
  leansOnDimension: (label) =>
    /^(all|any|anything|everything|other|others|the rest|elsewhere|no|not|none)\b/i.test(label),
  othersThan: (names) => `actors other than ${names}`,
  manyActors: (number) => `${number} actors`,
  inside: (inner, outer) =>
    `What satisfies ${possessive(inner)} text here also satisfies ${possessive(outer)}`,
  domain,
  alone,
  unconvertible: (term) =>
    `The figures for ${label(term)} stand in units that do not convert into each other`,
  unset: (term, columns) =>
    `${and(columns)} ${columns.length === 1 ? agree(columns[0] ?? '', 'leaves', 'leave') : 'leave'} the figure for ${label(term)} still to be set`,
  vague: (words) =>
    `The relation turns on wording that the ${words.length === 1 ? 'text does' : 'texts do'} not make precise: ${and(words)}`,
  undetermined: 'The texts at hand do not settle how these stand to each other',
  joint: (columns) =>
    `Jointly incompatible: every pair overlaps, but nothing satisfies all ${count(columns)}`,
  sameTermsJoint: (text, reported) => `Same terms${reported ? ', as reported' : ''}: ${text}`,
  replaces: (replaced, rest) => {
    const parts = replaced.map(
      ({ locators, name }) => `what ${name} ${agree(name, 'says', 'say')}${after(locators)}`,
    );
    return `It replaces ${and(parts)}${rest ? ' on that part; the rest stays open' : ''}`;
  },
  label: (premises, one) => `given ${premises} ${one ? 'premise' : 'premises'}`,
  textsAlone: 'on the texts alone',
  givenPremises: 'given premises',
  inPart: (relation) => `${relation}, in part`,
  inPartNamed: (relation, part) => `${relation}, in part: ${part}`,
  textCaution: (weakest) =>
    ({
      full: '',
      excerpt: 'rests on an excerpt',
      paraphrase: 'rests on a paraphrase',
      reported: 'rests on reports of a text that is not at hand',
    })[weakest],
};

/** The words of a relation inside a sentence. */
export const relationName = (relation: keyof typeof relations): string => relations[relation].name;
