/** What each column lays down, from the evidence of a finding. */
import type { Id } from '#lib/model/id.ts';
import type { Claim, Norm, Order, Provision } from '#lib/model/provision.ts';
import type { ConditionSet, Finding } from '#lib/engine/comparison.ts';
import { bearersOf, speakerOf } from './bearers.ts';
import { locators, provisionLocator } from './locators.ts';
import type { Conditions, Duty, NormStance } from './stance-phrases.ts';
import type { Voice } from './voice.ts';

/** Provisions of one column that say the same of the same actors. */
interface Group {
  readonly column: Id;
  readonly first: Provision;
  readonly provisions: readonly Id[];
  /** The conditions of the whole column, where they are to be told here. */
  readonly conditions?: ConditionSet;
}

/** A norm as the part of the sentence before the next. */
interface ToldNorm {
  readonly norm: Norm;
  /** It was told with "not" or "whether", so that "it" would not clearly mean the act. */
  readonly unclear: boolean;
}

function toldNorm(voice: Voice, { first, column }: Group): ToldNorm | undefined {
  if (first.kind !== 'norm') return undefined;
  const { modality, bearers } = first;
  const self = bearers.every((id) => id === speakerOf(voice, column));
  return {
    norm: first,
    unclear: modality === 'to-be-regulated' || (modality === 'must-not' && self),
  };
}

/** More than this many different statements of one column are counted, not told. */
const mostTold = 3;

/** The columns of a finding in its order, each with what it lays down, as parts of one sentence. */
export function stances(voice: Voice, finding: Finding): string {
  const { conditions } = conditionsSlot(finding);
  const groups = finding.columns.map((column, index) => {
    const evidence = finding.evidence.filter((e) => e.column === column).map((e) => e.provision);
    return groupProvisions(voice, { column, evidence, conditions: conditions?.[index] });
  });
  const alike = conditions ? undefined : tellAlike(voice, groups);
  if (alike !== undefined) return alike;
  const parts: string[] = [];
  let before: ToldNorm | undefined;
  for (const own of groups) {
    for (const group of own.slice(0, mostTold)) {
      parts.push(tellGroup(voice, group, before));
      before = toldNorm(voice, group);
    }
    const rest = own.slice(mostTold);
    if (rest.length > 0) parts.push(tellMore(voice, rest));
  }
  return voice.phrases.grammar.parts(parts);
}

/** Conditions are told only where they tell the columns apart. */
function conditionsSlot({ slots }: Finding): { readonly conditions?: readonly ConditionSet[] } {
  for (const slot of slots) {
    if (slot.slot === 'conditions' && slot.relation !== 'same-terms') {
      return { conditions: slot.values };
    }
  }
  return {};
}

function tellMore(voice: Voice, rest: readonly Group[]): string {
  const { figures, phrases } = voice;
  const ids = rest.flatMap(({ provisions }) => provisions);
  const where = locators(voice, rest[0]?.column ?? '', ids);
  return phrases.stances.more(figures.number(ids.length), figures.isOne(ids.length), where);
}

/** The statements of one set of provisions, told by a subject of its own (a joint paper). */
export function stancesOf(voice: Voice, subject: string, provisions: readonly Id[]): string {
  const parts = provisions.flatMap((id) => {
    const provision = voice.lookup.provisions.get(id);
    if (!provision) return [];
    const where = voice.phrases.grammar.parenthesis(provisionLocator(voice, id));
    return [tell(voice, provision, { subject, self: undefined, locators: where })];
  });
  return voice.phrases.grammar.parts(parts);
}

interface OwnEvidence {
  readonly column: Id;
  readonly evidence: readonly Id[];
  readonly conditions: ConditionSet | undefined;
}

/** Provisions of one column that say the same are one statement with several locators. */
function groupProvisions(voice: Voice, own: OwnEvidence): readonly Group[] {
  const { column, evidence, conditions } = own;
  const groups = new Map<string, Provision[]>();
  for (const id of evidence) {
    const provision = voice.lookup.provisions.get(id);
    if (!provision) continue;
    const key = saying(provision);
    groups.set(key, [...(groups.get(key) ?? []), provision]);
  }
  const anyConditional = [...groups.values()].flat().some(isConditional);
  return [...groups.values()].flatMap((said): Group[] => {
    const telling = anyConditional && conditions ? said.filter(isConditional) : said;
    const chosen = telling.length > 0 ? telling : said;
    const [first] = chosen;
    if (!first) return [];
    const group = { column, first, provisions: chosen.map(({ id }) => id) };
    const bare = conditions === undefined || (anyConditional && telling.length === 0);
    return [bare ? group : { ...group, conditions }];
  });
}

const isConditional = (provision: Provision): boolean =>
  provision.kind === 'norm' && (provision.unconditional || provision.given.length > 0);

/** Two provisions with the same key are told in the same words. */
function saying(provision: Provision): string {
  switch (provision.kind) {
    case 'norm': {
      const { modality, act, bearers } = provision;
      return JSON.stringify([modality, act, [...bearers].sort()]);
    }
    case 'order': {
      const { before, after, minDays, maxDays, strict } = provision;
      return JSON.stringify([before, after, minDays, maxDays, strict]);
    }
    case 'claim':
      return JSON.stringify([provision.subject, provision.holds, provision.amount]);
  }
}

/** "A (1) and B (2) both require …", when all columns lay down the same and nothing else. */
function tellAlike(voice: Voice, groups: readonly (readonly Group[])[]): string | undefined {
  const all = groups.flatMap((own) => (own.length === 1 ? own : []));
  const [first] = all;
  if (!first || all.length < groups.length || groups.length < 2) return undefined;
  const norm = first.first;
  if (norm.kind !== 'norm' || !all.every((other) => saying(other.first) === saying(norm))) {
    return undefined;
  }
  const speaking = all.map(({ column, provisions }) => ({
    name: voice.names.column(column),
    locators: locators(voice, column, provisions),
  }));
  return voice.phrases.stances.normAlike(speaking, dutyOf(voice, norm, undefined));
}

/** What need not be said again behind another norm; all must be where "it" could be misread. */
function knownOf(before: ToldNorm | undefined, norm: Norm): NormStance['known'] {
  if (!before || before.norm.act !== norm.act || before.unclear) return 'nothing';
  return sameActors(before.norm, norm) ? 'act-and-bearers' : 'act';
}

const sameActors = (a: Norm, b: Norm): boolean =>
  a.bearers.length === b.bearers.length && a.bearers.every((id) => b.bearers.includes(id));

function tellGroup(voice: Voice, group: Group, before: ToldNorm | undefined): string {
  const { column, first, provisions, conditions } = group;
  return tell(voice, first, {
    subject: voice.names.column(column),
    self: speakerOf(voice, column),
    locators: locators(voice, column, provisions),
    before,
    conditions,
  });
}

interface Telling {
  readonly subject: string;
  /** The party that speaks, where it is one. */
  readonly self: Id | undefined;
  readonly locators: string;
  /** The norm told just before. */
  readonly before?: ToldNorm | undefined;
  readonly conditions?: ConditionSet | undefined;
}

function tell(voice: Voice, provision: Provision, telling: Telling): string {
  switch (provision.kind) {
    case 'norm':
      return tellNorm(voice, provision, telling);
    case 'order':
      return tellOrder(voice, provision, telling);
    case 'claim':
      return tellClaim(voice, provision, telling);
  }
}

function tellNorm(voice: Voice, norm: Norm, telling: Telling): string {
  const { subject, self, before, conditions } = telling;
  const stance: NormStance = {
    ...dutyOf(voice, norm, self),
    ...(conditions === undefined ? {} : { conditions: conditionNames(voice, conditions) }),
    subject,
    locators: telling.locators,
    known: knownOf(before, norm),
    sameModality: before?.norm.modality === norm.modality,
  };
  return voice.phrases.stances.norm(stance);
}

const dutyOf = (voice: Voice, norm: Norm, self: Id | undefined): Duty => ({
  modality: norm.modality,
  act: voice.names.act(norm.act),
  bearers: bearersOf(voice, norm.bearers, self),
});

/** Conditions by the labels of their events and the locators of their provisions. */
export function conditionNames(voice: Voice, set: ConditionSet): Conditions {
  return {
    events: set.events.map(voice.names.event),
    provisions: set.provisions.map((id) => provisionLocator(voice, id)),
    onlyIf: set.onlyIf,
    unconditional: set.unconditional,
  };
}

function tellOrder(voice: Voice, order: Order, { subject, locators: where }: Telling): string {
  const { minDays, maxDays, strict } = order;
  const min = minDays ?? (maxDays === undefined ? 0 : undefined);
  return voice.phrases.stances.order({
    subject,
    before: voice.names.event(order.before),
    after: voice.names.event(order.after),
    days: {
      ...(min === undefined ? {} : { min }),
      ...(maxDays === undefined ? {} : { max: maxDays }),
      strict,
    },
    locators: where,
  });
}

function tellClaim(voice: Voice, claim: Claim, { subject, locators: where }: Telling): string {
  const { amount } = claim;
  const figure =
    amount === undefined
      ? undefined
      : amount.unset
        ? voice.phrases.amounts.unset
        : voice.figures.interval(
            {
              ...(amount.min === undefined ? {} : { min: amount.min }),
              ...(amount.max === undefined ? {} : { max: amount.max }),
            },
            amount,
          );
  return voice.phrases.stances.claim({
    subject,
    about: voice.names.subject(claim.subject),
    holds: claim.holds,
    ...(figure === undefined ? {} : { amount: figure }),
    locators: where,
  });
}
