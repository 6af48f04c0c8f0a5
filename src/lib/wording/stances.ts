/** What each column lays down, from the evidence of a finding. */
import type { Id } from '#lib/model/id.ts';
import type { Claim, Norm, Order, Provision } from '#lib/model/provision.ts';
import type { Finding } from '#lib/engine/comparison.ts';
import { orderActors } from './domains.ts';
import { locators, provisionLocator } from './locators.ts';
import type { Bearer, Conditions, Duty, NormStance } from './stance-phrases.ts';
import type { Voice } from './voice.ts';

/** Provisions of one column that say the same of the same actors. */
interface Group {
  readonly column: Id;
  readonly first: Provision;
  readonly provisions: readonly Id[];
}

/** More than this many different statements of one column are counted, not told. */
const mostTold = 3;

/** The columns of a finding in its order, each with what it lays down, as parts of one sentence. */
export function stances(voice: Voice, finding: Finding): string {
  const groups = finding.columns.map((column) => groupEvidence(voice, finding, column));
  const withConditions = finding.slots.some(
    (slot) => slot.slot === 'conditions' && slot.relation !== 'same-terms',
  );
  const alike = tellAlike(voice, groups, withConditions);
  if (alike !== undefined) return alike;
  const parts: string[] = [];
  let before: Norm | undefined;
  for (const own of groups) {
    for (const group of own.slice(0, mostTold)) {
      parts.push(tellGroup(voice, group, { before, withConditions }));
      before = group.first.kind === 'norm' ? group.first : undefined;
    }
    const rest = own.slice(mostTold);
    const [left] = rest;
    if (left) {
      const ids = rest.flatMap(({ provisions }) => provisions);
      const { figures, phrases } = voice;
      const count = figures.number(ids.length);
      const where = locators(voice, left.column, ids);
      parts.push(phrases.stances.more(count, figures.isOne(ids.length), where));
    }
  }
  return voice.phrases.grammar.parts(parts);
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

function groupEvidence(voice: Voice, { evidence }: Finding, column: Id): readonly Group[] {
  const groups = new Map<string, { first: Provision; provisions: Id[] }>();
  for (const { provision: id } of evidence.filter((e) => e.column === column)) {
    const provision = voice.lookup.provisions.get(id);
    if (!provision) continue;
    const key = saying(provision);
    const known = groups.get(key);
    if (known) known.provisions.push(id);
    else groups.set(key, { first: provision, provisions: [id] });
  }
  return [...groups.values()].map((group) => ({ column, ...group }));
}

/** Two provisions with the same key are told in the same words. */
function saying(provision: Provision): string {
  switch (provision.kind) {
    case 'norm': {
      const { modality, act, bearers, given, onlyIf, unconditional } = provision;
      return JSON.stringify([modality, act, [...bearers].sort(), given, onlyIf, unconditional]);
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
function tellAlike(
  voice: Voice,
  groups: readonly (readonly Group[])[],
  withConditions: boolean,
): string | undefined {
  const all = groups.flatMap((own) => (own.length === 1 ? own : []));
  const [first] = all;
  if (!first || all.length < groups.length || groups.length < 2) return undefined;
  if (first.first.kind !== 'norm') return undefined;
  const norm = first.first;
  const same = all.every(({ first: other }) => {
    if (other.kind !== 'norm' || !sameActors(other, norm) || other.act !== norm.act) return false;
    return other.modality === norm.modality && (!withConditions || saying(other) === saying(norm));
  });
  if (!same) return undefined;
  const speaking = all.map(({ column, provisions }) => ({
    name: voice.names.column(column),
    locators: locators(voice, column, provisions),
  }));
  const duty = dutyOf(voice, norm, { self: undefined, withConditions });
  return voice.phrases.stances.normAlike(speaking, duty);
}

const sameActors = (a: Norm, b: Norm): boolean =>
  a.bearers.length === b.bearers.length && a.bearers.every((id) => b.bearers.includes(id));

interface Sequel {
  readonly before: Norm | undefined;
  readonly withConditions: boolean;
}

function tellGroup(voice: Voice, group: Group, sequel: Sequel): string {
  const { column, first, provisions } = group;
  const parties = voice.comparison.columns.find(({ id }) => id === column)?.parties ?? [];
  return tell(voice, first, {
    subject: voice.names.column(column),
    self: parties.length === 1 ? parties[0] : undefined,
    locators: locators(voice, column, provisions),
    ...sequel,
  });
}

interface Telling extends Partial<Sequel> {
  readonly subject: string;
  /** The party that speaks, where it is one. */
  readonly self: Id | undefined;
  readonly locators: string;
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
  const { subject, self, before, withConditions = false } = telling;
  const stance: NormStance = {
    ...dutyOf(voice, norm, { self, withConditions }),
    subject,
    locators: telling.locators,
    known:
      before?.act !== norm.act ? 'nothing' : sameActors(before, norm) ? 'act-and-bearers' : 'act',
  };
  return voice.phrases.stances.norm(stance);
}

function dutyOf(
  voice: Voice,
  norm: Norm,
  telling: { readonly self: Id | undefined; readonly withConditions: boolean },
): Duty {
  const bearers = orderActors(voice, norm.bearers).map((id): Bearer => ({
    name: voice.names.actor(id),
    self: id === telling.self,
  }));
  const duty = { modality: norm.modality, act: voice.names.act(norm.act), bearers };
  return telling.withConditions ? { ...duty, conditions: conditionsOf(voice, norm) } : duty;
}

/** When a norm holds, by the labels of its events and the locators of the provisions it names. */
function conditionsOf(voice: Voice, { given, onlyIf, unconditional }: Norm): Conditions {
  return {
    events: given.flatMap((c) => ('event' in c ? [voice.names.event(c.event)] : [])),
    provisions: given.flatMap((c) =>
      'provision' in c ? [provisionLocator(voice, c.provision)] : [],
    ),
    onlyIf,
    unconditional,
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
