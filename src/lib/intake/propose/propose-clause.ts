/**
 * Provisions proposed for a clause, by rules over its words: first what says when and on what condition
 * is set aside, then the figures, and what is left says who must do what. The rules and cue words are
 * the project's own; that noun phrases and headings carry the modality of memoranda, and modal verbs
 * that of contracts, was measured before (49 of 53 clauses of memoranda had no modal verb).
 */
import type { Span } from '#lib/model/clause.ts';
import type { CueTables } from './cues/cue-tables.ts';
import { ordersIn, precedenceIn } from './demand-orders.ts';
import { amountsIn, mainWords, withoutAmounts, withoutAttitude } from './demand-words.ts';
import type { FoundAmount } from './find-amounts.ts';
import { findBearers, findCounterparties, type Bearers } from './find-bearers.ts';
import { findFirmness, findForce } from './find-force.ts';
import { findModality, type FoundModality } from './find-modality.ts';
import { findScope, findVague } from './find-scope.ts';
import { guess } from './guess.ts';
import { lookupOf, type Lookup } from './lookup.ts';
import { subjectAt } from './named-sides.ts';
import { proposeAct, type ProposedAct } from './propose-act.ts';
import { proposeAmounts } from './propose-amounts.ts';
import { proposeClaim } from './propose-claim.ts';
import { conditionsIn } from './propose-conditions.ts';
import { eventOf } from './propose-order.ts';
import type {
  Guess,
  NamedThing,
  ProposeClause,
  ProposedNorm,
  ProposedOrder,
  ProposedProvision,
} from './proposal.ts';
import type { BoundSide } from './settle-amounts.ts';
import { splitDemands, type Demand } from './split-demands.ts';
import { spanOf, tokenise, type Token } from './tokens.ts';

/**
 * A clause of more signs than this was not cut (the longest of 5,102 in the contracts of ContractNLI
 * has 1,511); only its beginning is read.
 */
const longestClause = 12_000;

/** What a clause seems to state, in the order of its words; nothing where it has no words. */
export const proposeClause: ProposeClause = (text, context) => {
  const lookup = lookupOf(context);
  const tokens = tokenise(text.slice(0, longestClause));
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
  const { cues } = lookup;
  const own = mainWords({ tokens, cues }, demand);
  if (!own.some(({ kind }) => kind === 'word')) return undefined;
  const precedence = precedenceIn(clause, demand.stretch);
  if (precedence !== undefined)
    return {
      proposal: orderProposal(clause, demand, precedence),
      subject: [],
      event: { label: '' },
    };
  const spoken = withSubject(own, { demand, cues, subject: previous?.subject ?? [] });
  const words = withoutAttitude(spoken, cues);
  const amounts = amountsIn({ tokens, cues }, demand);
  const bare = withoutAmounts(words, amounts, { tokens, cues });
  const claim = proposeClaim({ ...clause, stretch: demand.stretch, words, bare, amounts });
  if (claim !== undefined) return { proposal: claim, subject: [], event: claim.subject.value };
  const said = findModality({ words, cues, headings: lookup.context.headings });
  const isLimit = amounts.some((amount) => amount.isLimit) || isLimited(words, said, cues);
  const act = proposeAct({ text, words, bare, lookup, modality: said, isLimit });
  const orders = ordersIn(clause, demand, {
    ...{ act: act.event, modality: act.modality.value },
    previous: previous?.event,
  });
  const alone = orders.find(({ isAlone }) => isAlone);
  const proposal =
    alone === undefined
      ? normOf(clause, demand, {
          said,
          act,
          spoken,
          words,
          amounts,
          orders: orders.map(({ order }) => order),
        })
      : orderProposal(clause, demand, alone.order);
  return {
    proposal: withOwner(proposal, { words, cues, previous: previous?.proposal }),
    subject: act.read.subject,
    event: act.event,
  };
}

interface Owned {
  readonly words: readonly Token[];
  readonly cues: CueTables;
  readonly previous: ProposedProvision | undefined;
}

/** Where the words name nobody, "its refusal to …" binds whom the demand before bound. */
function withOwner(
  proposal: ProposedProvision,
  { words, cues, previous }: Owned,
): ProposedProvision {
  if (proposal.kind !== 'norm' || previous?.kind !== 'norm') return proposal;
  if (proposal.bearers.confidence >= named || previous.bearers.confidence < named) return proposal;
  const isOwned = words.some((_, at) => cues.possessives.findAt(words, at) !== undefined);
  return isOwned ? { ...proposal, bearers: { ...previous.bearers, confidence: named } } : proposal;
}

/** A bearer below this is named by nothing in the words. */
const named = 0.3;

interface Following {
  readonly demand: Demand;
  readonly cues: CueTables;
  /** The subject of the demand before. */
  readonly subject: readonly Token[];
}

/** The words of a demand with the subject it takes from the one before: "and begins …", "It is …". */
function withSubject(
  own: readonly Token[],
  { demand, cues, subject }: Following,
): readonly Token[] {
  if (demand.sharesSubject) return [...subject, ...own];
  const pronoun = subject.length === 0 ? undefined : cues.pronouns.findAt(own, 0);
  return pronoun === undefined ? own : [...subject, ...own.slice(pronoun.last)];
}

function orderProposal(
  { text, tokens, lookup }: Clause,
  { stretch }: Demand,
  order: Guess<ProposedOrder>,
): ProposedProvision {
  const grounds = { confidence: 0.5, code: 'default', text, trigger: nowhere } as const;
  return {
    ...{ kind: 'order', words: spanOf(tokens, stretch), order },
    force: guess('demand', grounds),
    vague: findVague(tokens.slice(stretch.first, stretch.last), lookup, text),
  };
}

const nowhere: Span = { from: 0, to: 0 };

interface Settled {
  readonly said: FoundModality;
  readonly act: ProposedAct;
  /** All words, and those behind "the union demands". */
  readonly spoken: readonly Token[];
  readonly words: readonly Token[];
  readonly amounts: readonly FoundAmount[];
  readonly orders: readonly Guess<ProposedOrder>[];
}

function normOf(clause: Clause, demand: Demand, settled: Settled): ProposedNorm {
  const { text, tokens, lookup } = clause;
  const { said, act, words } = settled;
  const { cues, context } = lookup;
  const modality = act.modality.value;
  const bearers = findBearers({
    ...{ lookup, text, words, act: act.read, subject: subjectAt(words, lookup) },
    isNegative: said.isTurned || said.form === 'negator',
  });
  const side = sideOf(bearers, lookup);
  return {
    kind: 'norm',
    words: spanOf(tokens, demand.stretch),
    force: findForce({
      words: settled.spoken,
      text,
      side,
      cues,
      headings: context.headings,
      modality,
    }),
    firmness: findFirmness(words, cues, text),
    modality: act.modality,
    bearers,
    counterparties: findCounterparties(act.read, lookup, text),
    act: act.act,
    scope: findScope(words, lookup, text),
    amounts: proposeAmounts(settled.amounts, {
      ...{ text, tokens, lookup, anchors: anchorsIn(clause, demand) },
      use: {
        modality: settled.amounts.some(({ isLimit }) => isLimit) ? said.modality : modality,
        side,
      },
    }),
    ...conditionsIn(clause, demand.qualifiers),
    orders: settled.orders,
    vague: findVague(tokens.slice(demand.stretch.first, demand.stretch.last), lookup, text),
  };
}

/** "Shall not fall below the cost": a limit that is no figure. */
const isLimited = (
  words: readonly Token[],
  { modality, form, cue }: FoundModality,
  cues: CueTables,
): boolean =>
  form === 'modal' &&
  modality === 'must-not' &&
  cues.limiters.findAt(words, cue.last) !== undefined;

/** Events that lengths of time in the demand run from. */
const anchorsIn = (clause: Clause, { qualifiers }: Demand) =>
  qualifiers.flatMap((one) =>
    one.kind === 'anchor' ? [{ ...one, event: eventOf(one.thing, clause) }] : [],
  );

function sideOf({ value, confidence }: Bearers, { context }: Lookup): BoundSide {
  if (confidence < named) return 'unknown';
  if (value.some(({ id }) => id !== undefined && context.parties.includes(id))) return 'own';
  const others = context.otherParties ?? [];
  return value.some(({ id }) => id !== undefined && others.includes(id)) ? 'other' : 'unknown';
}
