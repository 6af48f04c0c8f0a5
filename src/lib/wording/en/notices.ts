import type { NoticePhrases, PremisePhrases } from '../phrases.ts';
import { after, agree, label, sentence } from './grammar.ts';
import { them } from './bearers.ts';

/** Notices in English; each is one or two sentences. */
export const notices: NoticePhrases = {
  nearMiss: (act, columns) =>
    `Near miss on ${label(act)}: ${columns
      .map(
        ({ name, bearers, locators }) =>
          `${name} ${agree(name, 'binds', 'bind')} ${them(name, bearers)}${after(locators)}`,
      )
      .join(
        '; ',
      )}. The texts speak of the same act but of different actors, so neither a clash nor silence follows.`,
  differentSubjects: (issue, figures) =>
    `These figures on ${label(issue)} count different things and are not set against each other: ${figures
      .map(({ figure, source }) => `${figure}${after(source)}`)
      .join('; ')}.`,
  selfContradiction: ({ column, act, locators, readings, premises }) =>
    `Within ${column} itself, the provisions on ${act}${after(locators)} cannot all stand${
      readings === '' ? '' : ` ${readings}`
    }, ${premises}.`,
  renderingsDiffer: (column, locators) =>
    `The renderings of ${column}${after(locators)} differ in force; the table follows the one that was coded.`,
  readingsBounded: (searched, total) =>
    `Only ${searched} of ${total} readings were searched; what holds in the others is not known.`,
  domainBounded: (act, columns) =>
    `On ${label(act)} the scopes of ${columns} are too finely cut to be searched in full; part of them was left out.`,
  noAct: 'this matter',
};

/** Premises in English. */
export const premises: PremisePhrases = {
  whole: (whole, parts) => `${label(whole)} consists of ${parts}`,
  group: (actor, parts) => `${label(actor)} stands for ${parts}`,
  order: (statement, title) => `${title}: ${statement}`,
  judgement: (words) => `coder’s judgement: ${words}`,
  disputedBy: (names) => `Disputed by ${names}.`,
  sentence: ({ statement, kind, ground }) => sentence(`${statement} (${kind}; ${ground})`),
  unknown: (id) => `premise ${id}`,
};
