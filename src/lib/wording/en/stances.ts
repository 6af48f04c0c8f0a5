/**
 * What a column lays down, as the part of a sentence that a memo can take over. A party that binds
 * itself is told with "itself"; what the part before has named already is not said again.
 */
import type { Modality } from '#lib/model/provision.ts';
import type {
  Bearer,
  ClaimStance,
  Conditions,
  Duty,
  NormStance,
  OrderStance,
  Speaking,
  StancePhrases,
} from '../stance-phrases.ts';
import { after, agree, and, label, pronoun } from './grammar.ts';
import { them } from './bearers.ts';
import { window, windowIsBare } from './windows.ts';

/** Stands for an act named before. */
const doSo = (act: string): string => (/^be\b/.test(act) ? 'be so' : 'do so');

/** Verbs agree with the subject by name. */
interface Speech {
  readonly subject: string;
  readonly says: (singular: string, plural: string) => string;
  /** The bearers behind a verb, "Ukraine and itself". */
  readonly them: string;
  /** The bearers in a clause of their own, "it", "Ukraine and Russia". */
  readonly they: string;
  readonly onlySelf: boolean;
}

function speech(subject: string, bearers: readonly Bearer[]): Speech {
  const others = bearers.filter((bearer) => !bearer.self).map((bearer) => bearer.name);
  const self = others.length < bearers.length;
  const onlySelf = self && others.length === 0;
  return {
    subject,
    says: (singular, plural) => `${subject} ${agree(subject, singular, plural)}`,
    them: them(subject, bearers),
    they: onlySelf ? pronoun(subject) : and(bearers.map((bearer) => bearer.name)),
    onlySelf,
  };
}

const whole: Readonly<Record<Modality, (s: Speech, act: string) => string>> = {
  must: ({ says, them, onlySelf }, act) =>
    onlySelf
      ? `${says('binds', 'bind')} ${them} to ${act}`
      : `${says('requires', 'require')} ${them} to ${act}`,
  'must-not': ({ says, them, onlySelf }, act) =>
    onlySelf
      ? `${says('binds', 'bind')} ${them} not to ${act}`
      : `${says('forbids', 'forbid')} ${them} to ${act}`,
  free: ({ says, them }, act) => `${says('leaves', 'leave')} ${them} free to ${act} or not`,
  may: ({ says, they }, act) => `${says('states', 'state')} that ${they} may ${act}`,
  'need-not': ({ says, them, onlySelf }, act) =>
    onlySelf
      ? `${says('takes', 'take')} on no duty to ${act}`
      : `${says('places', 'place')} no duty on ${them} to ${act}`,
  'to-be-regulated': ({ says, they }, act) =>
    `${says('wants', 'want')} it laid down whether ${they} must or must not ${act}`,
};

/** "requires it" only behind the same demand: behind "leaves free" it could mean the freedom. */
function requires(s: Speech, act: string, demand: string): string {
  return s.onlySelf
    ? `${s.says('binds', 'bind')} ${s.them} to ${doSo(act)}`
    : `${s.says('requires', 'require')} ${demand}`;
}

function forbids(s: Speech, act: string): string {
  return s.onlySelf
    ? `${s.says('binds', 'bind')} ${s.them} not to ${doSo(act)}`
    : `${s.says('forbids', 'forbid')} ${s.them} to ${doSo(act)}`;
}

type Sequel = Speech & { readonly sameModality: boolean };

const actKnown: Readonly<Record<Modality, (s: Sequel, act: string) => string>> = {
  ...whole,
  must: (s, act) =>
    requires(s, act, s.sameModality ? `this of ${s.them}` : `${s.them} to ${doSo(act)}`),
  'must-not': forbids,
};

const allKnown: Readonly<Record<Modality, (s: Sequel, act: string) => string>> = {
  must: (s, act) => requires(s, act, s.sameModality ? 'it' : `${s.them} to ${doSo(act)}`),
  'must-not': (s, act) => (s.onlySelf ? forbids(s, act) : s.says('rules it out', 'rule it out')),
  free: (s, act) =>
    s.onlySelf
      ? `${s.says('leaves', 'leave')} ${s.them} free to ${doSo(act)} or not`
      : s.says('leaves this free', 'leave this free'),
  may: (s, act) =>
    s.onlySelf
      ? `${s.says('states', 'state')} that ${s.they} may ${doSo(act)}`
      : s.says('states that this is allowed', 'state that this is allowed'),
  'need-not': (s, act) =>
    s.onlySelf
      ? `${s.says('takes', 'take')} on no duty to ${doSo(act)}`
      : `${s.says('states', 'state')} that there is no duty to ${doSo(act)}`,
  'to-be-regulated': (s) =>
    s.says(
      'wants it laid down either as a duty or as forbidden',
      'want it laid down either as a duty or as forbidden',
    ),
};

function norm(stance: NormStance): string {
  const { sameModality } = stance;
  const s = { ...speech(stance.subject, stance.bearers), sameModality };
  const verbs = { nothing: whole, act: actKnown, 'act-and-bearers': allKnown }[stance.known];
  return verbs[stance.modality](s, stance.act) + tail(stance) + after(stance.locators);
}

/** Behind a verb without an act of its own, "without conditions" needs no comma. */
function tail({ conditions: told, known }: NormStance): string {
  if (told === undefined) return '';
  return `${told.unconditional && known !== 'nothing' ? '' : ','} ${conditions(told)}`;
}

/** "without conditions", "only after ‘withdrawal starts’", "with no condition named". */
export function conditions({ events, provisions, onlyIf, unconditional }: Conditions): string {
  if (unconditional) return 'without conditions';
  const named = [
    ...(events.length === 0 ? [] : [`after ${and(events.map(label))}`]),
    ...(provisions.length === 0 ? [] : [`if what ${and(provisions)} lays down is done`]),
  ];
  if (named.length === 0) return 'with no condition named';
  return `${onlyIf ? 'only ' : ''}${and(named)}`;
}

function normAlike(speaking: readonly Speaking[], duty: Duty): string {
  const names = and(speaking.map(({ name, locators }) => name + after(locators)));
  const subject = `${names} ${speaking.length === 2 ? 'both' : 'all'}`;
  const bearers = duty.bearers.map(({ name }) => ({ name, self: false }));
  const s: Speech = { ...speech(subject, bearers), says: (_, plural) => `${subject} ${plural}` };
  return whole[duty.modality](s, duty.act);
}

function order({ subject, before, after: later, days, locators }: OrderStance): string {
  const says = windowIsBare(days) ? agree(subject, 'puts', 'put') : agree(subject, 'wants', 'want');
  return `${subject} ${says} ${window(before, later, days)}${after(locators)}`;
}

function claim({ subject, about, holds, amount, locators }: ClaimStance): string {
  const what = label(about);
  const figure = amount === undefined ? '' : `: ${amount}`;
  const says = !holds
    ? `${agree(subject, 'denies', 'deny')} ${what}${figure}`
    : amount === undefined
      ? `${agree(subject, 'affirms', 'affirm')} ${what}`
      : `${agree(subject, 'states', 'state')} a figure for ${what}${figure}`;
  return `${subject} ${says}${after(locators)}`;
}

/** Stances in English. */
export const stances: StancePhrases = {
  norm,
  normAlike,
  order,
  claim,
  conditions,
  window,
  more: (number, one, locators) =>
    `and ${number} more ${one ? 'provision' : 'provisions'}${after(locators)}`,
};
