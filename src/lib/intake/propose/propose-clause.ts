/**
 * Provisions proposed for a clause, by rules over its words: first what says when and on what condition
 * is set aside, then the figures, and what is left says who must do what. The rules and cue words are
 * the project's own; that noun phrases and headings carry the modality of memoranda, and modal verbs
 * that of contracts, was measured before (49 of 53 clauses of memoranda had no modal verb).
 */
import type { Span } from '#lib/model/clause.ts';
import { findAmounts, type FoundAmount } from './find-amounts.ts';
import { findBearers, findCounterparties, subjectAt, type Bearers } from './find-bearers.ts';
import { findFirmness, findForce } from './find-force.ts';
import { findModality, type FoundModality } from './find-modality.ts';
import { findScope, findVague } from './find-scope.ts';
import { guess } from './guess.ts';
import { lookupOf, type Lookup } from './lookup.ts';
import { findOpenAmounts } from './open-amounts.ts';
import { proposeAct } from './propose-act.ts';
import { proposeAmounts } from './propose-amounts.ts';
import { proposeClaim } from './propose-claim.ts';
import { comesFirst, eventOf, orderOf, turnedOrder } from './propose-order.ts';
import type {
  Guess,
  NamedThing,
  ProposeClause,
  ProposedNorm,
  ProposedOrder,
  ProposedProvision,
} from './proposal.ts';
import type { Qualifier, TimeQualifier } from './qualifiers.ts';
import type { ReadAct } from './read-act.ts';
import type { BoundSide } from './settle-amounts.ts';
import { splitDemands, type Demand } from './split-demands.ts';
import { isWithin, spanOf, spanOfWords, tokenise, type Token } from './tokens.ts';

/** What a clause seems to state, in the order of its words; nothing where it has no words. */
export const proposeClause: ProposeClause = (text, context) => {
  const lookup = lookupOf(context);
  const tokens = tokenise(text);
  const clause: Clause = { text, tokens, lookup };
  const proposals: ProposedProvision[] = [];
  let previous: Read | undefined;
  for (const demand of splitDemands(text, tokens, lookup.cues)) {
    const read = readDemand(clause, demand, previous);
    if (read === undefined) continue;
    proposals.push(read.proposal);
    previous = read;
  }
  return proposals;
};

interface Clause {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly lookup: Lookup;
}

/** A demand as it was read, for the one behind it to go on from. */
interface Read {
  readonly proposal: ProposedProvision;
  readonly subject: readonly Token[];
  readonly event: NamedThing;
}

function readDemand(clause: Clause, demand: Demand, previous: Read | undefined): Read | undefined {
  const { text, tokens, lookup } = clause;
  const own = mainWords(tokens, demand);
  if (!own.some(({ kind }) => kind === 'word')) return undefined;
  const words = demand.sharesSubject ? [...(previous?.subject ?? []), ...own] : own;
  const precedence = precedenceIn(clause, demand);
  if (precedence !== undefined) return { proposal: precedence, subject: [], event: { label: '' } };
  const claim = proposeClaim({ ...clause, stretch: demand.stretch, words });
  if (claim !== undefined) return { proposal: claim, subject: [], event: claim.subject.value };
  const modality = findModality({ words, cues: lookup.cues, headings: lookup.context.headings });
  const amounts = amountsIn(clause, demand);
  const bare = withoutAmounts(words, amounts, tokens);
  const act = proposeAct({ text, words, bare, lookup, modality });
  const bearers = bearersOf(clause, { words, modality, read: act.read });
  const settled = { modality: act.modality, bearers, amounts, act, words };
  const orders = ordersIn(clause, demand, { act: act.event, modality: act.modality, previous });
  const isOrder = orders.find(({ isAlone }) => isAlone);
  const proposal: ProposedProvision =
    isOrder === undefined
      ? normOf(clause, demand, { ...settled, orders: orders.map(({ order }) => order) })
      : {
          kind: 'order',
          words: spanOf(tokens, demand.stretch),
          order: isOrder.order,
          force: guess('demand', { confidence: 0.5, code: 'default', text, trigger: nowhere }),
          vague: findVague(own, lookup, text),
        };
  return { proposal, subject: act.read.subject, event: act.event };
}

const nowhere: Span = { from: 0, to: 0 };

/** The words of a demand without those that say when and on what condition. */
const mainWords = (
  tokens: readonly Token[],
  { stretch: { first, last }, qualifiers }: Demand,
): readonly Token[] =>
  tokens.slice(first, last).filter((_, index) => !isWithin(qualifiers, first + index));

/** The figures of a demand; those inside the name of an event count nothing of it. */
function amountsIn(
  { tokens, lookup: { cues } }: Clause,
  { stretch, qualifiers }: Demand,
): readonly FoundAmount[] {
  const ordered = qualifiers.filter(({ kind }) => kind === 'time' || kind === 'anchor');
  const sentence = { tokens, stretch, cues };
  const found = findAmounts(sentence, (index) => isWithin(ordered, index));
  return found.length > 0 ? found : findOpenAmounts(sentence);
}

/** An open figure is a word of the sentence; only printed figures are taken out of it. */
function withoutAmounts(
  words: readonly Token[],
  amounts: readonly FoundAmount[],
  tokens: readonly Token[],
): readonly Token[] {
  const spans = amounts
    .filter(({ low }) => low !== undefined)
    .map((one) => spanOf(tokens, countOf(one)));
  return words.filter(({ from }) => !spans.some((span) => from >= span.from && from < span.to));
}

/** What is counted stays in the act unless it is a measure: "hand over bodies", not "over 40 km". */
const countOf = (amount: FoundAmount): FoundAmount =>
  amount.unit === amount.noun.toLowerCase() && !measures.has(amount.unit)
    ? { ...amount, last: amount.last - 1 }
    : amount.unit === 'persons'
      ? { ...amount, last: amount.last - 1 }
      : amount;

const measures: ReadonlySet<string> = new Set(
  'percent days weeks months years hours minutes km m tonnes hectares degrees times EUR USD GBP CHF'.split(
    ' ',
  ),
);

function bearersOf(
  { text, lookup }: Clause,
  {
    words,
    modality,
    read,
  }: { readonly words: readonly Token[]; readonly modality: FoundModality; readonly read: ReadAct },
): Bearers {
  const subject = subjectAt(words, lookup);
  return findBearers({
    ...{ lookup, text, words, subject },
    act: read,
    isNegative: modality.isTurned || modality.form === 'negator',
  });
}

interface Settled {
  readonly modality: Guess<ProposedNorm['modality']['value']>;
  readonly bearers: Bearers;
  readonly amounts: readonly FoundAmount[];
  readonly act: ReturnType<typeof proposeAct>;
  readonly words: readonly Token[];
  readonly orders: readonly Guess<ProposedOrder>[];
}

function normOf(clause: Clause, demand: Demand, settled: Settled): ProposedNorm {
  const { text, tokens, lookup } = clause;
  const { modality, bearers, act, words } = settled;
  const side = sideOf(bearers, lookup);
  const conditions = conditionsIn(clause, demand);
  const all = tokens.slice(demand.stretch.first, demand.stretch.last);
  const anchors = demand.qualifiers.flatMap((one) =>
    one.kind === 'anchor' ? [{ ...one, event: eventOf(one.thing, clause) }] : [],
  );
  const use = { modality: modality.value, side };
  return {
    kind: 'norm',
    words: spanOf(tokens, demand.stretch),
    force: findForce({
      ...{ words, text, side, cues: lookup.cues, headings: lookup.context.headings },
      modality: modality.value,
    }),
    firmness: findFirmness(words, lookup.cues, text),
    modality,
    bearers,
    counterparties: findCounterparties(act.read, lookup, text),
    act: act.act,
    scope: findScope(words, lookup, text),
    amounts: proposeAmounts(settled.amounts, { text, tokens, lookup, use, anchors }),
    ...conditions,
    orders: settled.orders,
    vague: findVague(all, lookup, text),
  };
}

function sideOf({ value, confidence }: Bearers, { context }: Lookup): BoundSide {
  if (confidence < 0.3) return 'unknown';
  if (value.some(({ id }) => id !== undefined && context.parties.includes(id))) return 'own';
  const others = context.otherParties ?? [];
  return value.some(({ id }) => id !== undefined && others.includes(id)) ? 'other' : 'unknown';
}

type Conditions = Pick<ProposedNorm, 'given' | 'onlyIf' | 'unconditional' | 'exceptions'>;

function conditionsIn(clause: Clause, { qualifiers }: Demand): Conditions {
  const { text, tokens } = clause;
  const told = (one: Qualifier, code: 'condition-word' | 'order-word') => ({
    ...{ confidence: 0.75, code, text },
    trigger: spanOf(tokens, one),
  });
  const given = qualifiers.flatMap((one) => {
    const isGiven = one.kind === 'given' || one.kind === 'only-if';
    if (!isGiven && !isOnlyAfter(one)) return [];
    return [
      guess(eventOf(one.thing, clause), told(one, isGiven ? 'condition-word' : 'order-word')),
    ];
  });
  const unconditional =
    given.length === 0 && qualifiers.some(({ kind }) => kind === 'unconditional');
  return {
    given,
    onlyIf: qualifiers.some((one) => one.kind === 'only-if' || isOnlyAfter(one)),
    unconditional,
    exceptions: qualifiers.flatMap((one) => {
      if (one.kind !== 'exception') return [];
      const { from, to } = spanOf(tokens, one.thing);
      const words = text.slice(from, to) || text.slice(...ends(spanOf(tokens, one.cue)));
      return [guess(words, told(one, 'condition-word'))];
    }),
  };
}

const ends = ({ from, to }: Span): [number, number] => [from, to];

const isOnlyAfter = (one: Qualifier): boolean =>
  one.kind === 'time' && one.timing === 'only-after' && !one.isDate;

interface OrderUse {
  readonly act: NamedThing;
  readonly modality: Guess<ProposedNorm['modality']['value']>;
  readonly previous: Read | undefined;
}

interface FoundOrder {
  readonly order: Guess<ProposedOrder>;
  /** The demand is nothing but this order. */
  readonly isAlone: boolean;
}

function ordersIn(
  clause: Clause,
  { qualifiers, sequel }: Demand,
  { act, modality, previous }: OrderUse,
): readonly FoundOrder[] {
  const timed = qualifiers.flatMap((one) => {
    if (one.kind !== 'time') return [];
    const order = orderOf(one, act, clause);
    const isAlone = modality.value === 'must-not' && isPrerequisite(one);
    return [{ order: isAlone ? turnedOrder(order) : order, isAlone }];
  });
  if (sequel === undefined || previous === undefined || previous.event.label === '') return timed;
  const value = { before: previous.event, after: act, strict: true };
  const trigger = spanOf(clause.tokens, sequel);
  const order = guess(value, { confidence: 0.6, code: 'order-word', trigger, text: clause.text });
  return [...timed, { order, isAlone: false }];
}

/** "No talks before the truce" wants talks, after it; it does not forbid them. */
const isPrerequisite = (one: TimeQualifier): boolean =>
  !one.isDate &&
  !comesFirst(one) &&
  one.timing !== 'by' &&
  one.minDays === undefined &&
  one.maxDays === undefined;

/** "The truce precedes the talks": an order and nothing else. */
function precedenceIn(clause: Clause, { stretch }: Demand): ProposedProvision | undefined {
  const { text, tokens, lookup } = clause;
  for (let at = stretch.first + 1; at < stretch.last; at += 1) {
    const cue = lookup.cues.precedence.findAt(tokens, at);
    if (cue === undefined || cue.last >= stretch.last) continue;
    const before = eventOf({ first: stretch.first, last: cue.first }, clause);
    const after = eventOf({ first: cue.last, last: lastWord(tokens, stretch.last) }, clause);
    const trigger = spanOfWords(tokens.slice(cue.first, cue.last));
    const grounds = { confidence: 0.7, code: 'order-word', trigger, text } as const;
    return {
      kind: 'order',
      words: spanOf(tokens, stretch),
      order: guess({ before, after, strict: true }, grounds),
      force: guess('demand', { confidence: 0.5, code: 'default', text, trigger: nowhere }),
      vague: [],
    };
  }
  return undefined;
}

const lastWord = (tokens: readonly Token[], last: number): number =>
  tokens[last - 1]?.kind === 'sign' ? last - 1 : last;
