// Proposals of one clause as provisions of the model, all of them suggested.
import type { Id } from '#lib/model/id.ts';
import type { Amount, Claim, Norm, Order, Provision } from '#lib/model/provision.ts';
import type {
  Guess,
  ProposedAmount,
  ProposedClaim,
  ProposedNorm,
  ProposedOrder,
  ProposedOrderProvision,
  ProposedProvision,
} from '../propose/proposal.ts';
import type { DraftLexicon } from './draft-lexicon.ts';
import { tellReasons } from './tell-reasons.ts';

/** Where proposals are put. */
export interface ProvisionPlace {
  readonly clause: Id;
  /** The words of the clause. */
  readonly text: string;
  /** The issues the clause seems to touch, likeliest first; at least one. */
  readonly issues: readonly [Id, ...Id[]];
  /** The issue at which an act is at home, where a pack or confirmed provisions say so. */
  readonly homeOf: (act: Id) => Id | undefined;
  /** Whose paper it is. */
  readonly party: Id;
  /** The other parties of the dossier. */
  readonly others: readonly Id[];
  readonly lexicon: DraftLexicon;
  /** Scope dimensions of the dossier and their values, by id. */
  readonly dimensions: ReadonlyMap<Id, ReadonlySet<Id>>;
}

/**
 * Proposals below this are kept back: the clause is told as not yet coded instead. Acts made of a
 * clause without a verb of its own stay below it; of narrative texts they were nearly all wrong.
 */
const leastConfidence = 0.5;

/** A bearer below this is nobody the words name, and only the usual case. */
const leastBearer = 0.3;

/**
 * The provisions a clause seems to state, in the order of its words. Each is marked as suggested, with the
 * words it was suggested for; a norm that also orders events yields these orders besides.
 */
export function draftProvisions(
  proposals: readonly ProposedProvision[],
  place: ProvisionPlace,
): readonly Provision[] {
  let number = 0;
  const nextId = (): Id => {
    number += 1;
    return `${place.clause}.${String(number)}`;
  };
  return proposals.flatMap((proposal): readonly Provision[] => {
    if (confidenceOf(proposal) < leastConfidence) return [];
    switch (proposal.kind) {
      case 'norm':
        return [
          normOf(proposal, place, nextId()),
          ...proposal.orders.flatMap((order) => ordersOf(order, proposal, { place, nextId })),
        ];
      case 'order':
        return ordersOf(proposal.order, proposal, { place, nextId });
      case 'claim':
        return [claimOf(proposal, place, nextId())];
    }
  });
}

/** How sure the program is of a proposal as a whole: as sure as of its weakest deciding slot. */
export function confidenceOf(proposal: ProposedProvision): number {
  switch (proposal.kind) {
    case 'norm':
      return Math.min(proposal.modality.confidence, proposal.act.confidence);
    case 'order':
      return proposal.order.confidence;
    case 'claim':
      return Math.min(proposal.subject.confidence, proposal.holds.confidence);
  }
}

const common = (
  proposal: ProposedNorm | ProposedOrderProvision | ProposedClaim,
  { clause, text, issues }: ProvisionPlace,
) => {
  const { from, to } = proposal.words;
  return {
    clause,
    words: { from, to, exact: text.slice(from, to) },
    issues: [...issues],
    force: proposal.force.value,
    firmness: 'unstated' as const,
    vague: proposal.vague.map(({ value }) => value),
    layer: 'main',
    review: { state: 'suggested' as const, by: 'Parley', why: tellReasons(proposal) },
  };
};

function normOf(proposal: ProposedNorm, place: ProvisionPlace, id: Id): Norm {
  const { lexicon } = place;
  const act = lexicon.idOf('acts', proposal.act.value);
  const home = place.homeOf(act);
  const bearers = bearersOf(proposal, place);
  const given = proposal.unconditional
    ? []
    : proposal.given.map(({ value }) => ({ event: lexicon.idOf('events', value) }));
  const exceptions = proposal.exceptions.map(({ value }) => `“${value}”`).join(', ');
  return {
    ...common(proposal, place),
    id,
    kind: 'norm',
    issues: home === undefined ? place.issues : unique([home, ...place.issues]),
    firmness: proposal.firmness.value,
    bearers,
    counterparties: unique(
      proposal.counterparties.map(({ value }) => lexicon.idOf('actors', value)),
    ).filter((actor) => !bearers.includes(actor)),
    act,
    modality: proposal.modality.value,
    scope: scopeOf(proposal, place),
    amounts: proposal.amounts.flatMap((amount) => amountOf(amount, place)),
    given,
    onlyIf: proposal.onlyIf && given.length > 0,
    unconditional: proposal.unconditional,
    ...(exceptions === '' ? {} : { note: `The words make an exception: ${exceptions}.` }),
  };
}

const unique = (ids: readonly Id[]): Id[] => [...new Set(ids)];

/**
 * Who is bound: those the words name; where they name nobody ("a ceasefire is established"), every
 * party, since whoever drafted it wrote of all who would sign.
 */
function bearersOf({ bearers }: ProposedNorm, place: ProvisionPlace): readonly Id[] {
  const { party, others } = place;
  const known = bearers.value.filter(({ id, label }) => id !== undefined || isName(label));
  if (known.length === 0 || bearers.confidence < leastBearer)
    return unique([party, ...others]).toSorted();
  return unique(known.map((bearer) => place.lexicon.idOf('actors', bearer)));
}

/** Words read as somebody's name: letters alone, and not "during the ceasefire a party". */
const isName = (label: string): boolean =>
  /^[\p{L}\p{M}\s'’.-]+$/u.test(label) &&
  !/^(?:after|at|before|by|during|for|from|in|of|on|since|this|that|there|under|until|with|within)\s/iu.test(
    label,
  ) &&
  !/^(?:this|that|there|these|those|it)$/iu.test(label);

/** Only values the dossier knows limit a norm; others would make every scope look disjoint. */
function scopeOf(
  { scope }: ProposedNorm,
  { dimensions }: ProvisionPlace,
): Readonly<Record<Id, readonly Id[]>> {
  const limits = scope.flatMap(({ value: { dimension, atoms } }) => {
    const values = dimension.id === undefined ? undefined : dimensions.get(dimension.id);
    const known = atoms.flatMap(({ id }) => (id !== undefined && values?.has(id) ? [id] : []));
    return dimension.id === undefined || known.length === 0
      ? []
      : [[dimension.id, unique(known)] as const];
  });
  return Object.fromEntries(limits);
}

function amountOf(
  { value }: Guess<ProposedAmount>,
  { lexicon }: ProvisionPlace,
): readonly Amount[] {
  const { of, at, min, max, unset, ...rest } = value;
  if (!unset && min === undefined && max === undefined) return [];
  if (min !== undefined && max !== undefined && min > max) return [];
  return [
    {
      ...rest,
      of: lexicon.idOf('terms', of),
      unset,
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
      ...(at === undefined ? {} : { at: lexicon.idOf('events', at) }),
    },
  ];
}

interface OrderPlace {
  readonly place: ProvisionPlace;
  readonly nextId: () => Id;
}

/** An order whose two events turn out to be one is none. */
function ordersOf(
  { value }: Guess<ProposedOrder>,
  proposal: ProposedNorm | ProposedOrderProvision,
  { place, nextId }: OrderPlace,
): readonly Order[] {
  const before = place.lexicon.idOf('events', value.before);
  const after = place.lexicon.idOf('events', value.after);
  const { minDays, maxDays, strict } = value;
  if (before === after || (minDays ?? 0) > (maxDays ?? Infinity)) return [];
  return [
    {
      ...common(proposal, place),
      id: nextId(),
      kind: 'order',
      before,
      after,
      ...(minDays === undefined ? {} : { minDays }),
      ...(maxDays === undefined ? {} : { maxDays }),
      strict,
    },
  ];
}

function claimOf(proposal: ProposedClaim, place: ProvisionPlace, id: Id): Claim {
  const [amount] = proposal.amount === undefined ? [] : amountOf(proposal.amount, place);
  return {
    ...common(proposal, place),
    id,
    kind: 'claim',
    subject: place.lexicon.idOf('subjects', proposal.subject.value),
    holds: proposal.holds.value,
    ...(amount === undefined ? {} : { amount }),
  };
}
