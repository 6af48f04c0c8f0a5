// How well provisions are proposed from phrases the project wrote itself; README.md beside them says
// what is coded. The half with odd indices was kept out of all mending.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { proposeClause } from '#lib/intake/propose/propose-clause.ts';
import type {
  ProposalContext,
  ProposedAmount,
  ProposedOrder,
  ProposedProvision,
} from '#lib/intake/propose/proposal.ts';
import type { QualityRow, QualitySuite } from './suite.ts';

interface GoldAmount {
  readonly min?: number;
  readonly max?: number;
  readonly unit: string;
  readonly unset?: boolean;
}

interface GoldOrder {
  readonly event: string;
  readonly is: 'before' | 'after';
  readonly minDays?: number;
  readonly maxDays?: number;
}

interface GoldConditions {
  readonly given?: readonly string[];
  readonly onlyIf?: boolean;
  readonly unconditional?: boolean;
  readonly exceptions?: readonly string[];
}

interface Phrase {
  readonly by: 'a' | 'b';
  readonly heading?: string;
  readonly text: string;
  readonly modality: readonly string[];
  readonly amounts?: readonly GoldAmount[];
  readonly orders?: readonly GoldOrder[];
  readonly conditions?: GoldConditions;
}

interface PhraseSet {
  readonly parties: { readonly a: readonly string[]; readonly b: readonly string[] };
  readonly phrases: readonly Phrase[];
}

type Slot = 'modality' | 'amounts' | 'deadlines and orders' | 'conditions';
const slots: readonly Slot[] = ['modality', 'amounts', 'deadlines and orders', 'conditions'];

interface Judged {
  readonly phrase: Phrase;
  /** Of the phrases written after the rules. */
  readonly isLater: boolean;
  readonly isKeptOut: boolean;
  readonly right: Readonly<Record<Slot, boolean>>;
  readonly proposed: readonly ProposedProvision[];
}

const folder = join(import.meta.dirname, 'phrases');

/** Every phrase with what was proposed for it, in the order of the files. */
export function judgePhrases(): readonly Judged[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .flatMap((file) => {
      const set = JSON.parse(readFileSync(join(folder, file), 'utf8')) as PhraseSet;
      const isLater = file.startsWith('second-');
      return set.phrases.map((phrase, index) => ({
        ...judge(phrase, set),
        ...{ isLater, isKeptOut: index % 2 === 1 },
      }));
    });
}

function judge(phrase: Phrase, { parties }: PhraseSet): Omit<Judged, 'isLater' | 'isKeptOut'> {
  const context: ProposalContext = {
    language: 'en',
    parties: [phrase.by],
    otherParties: [phrase.by === 'a' ? 'b' : 'a'],
    actors: [
      { id: 'a', names: parties.a },
      { id: 'b', names: parties.b },
    ],
    ...{ acts: [], events: [], dimensions: [], terms: [] },
    headings: phrase.heading === undefined ? [] : [phrase.heading],
  };
  const proposed = proposeClause(phrase.text, context);
  return {
    ...{ phrase, proposed },
    right: {
      modality: sameList(proposed.map(kindOf), phrase.modality),
      amounts: sameAmounts(amountsOf(proposed), phrase.amounts ?? []),
      'deadlines and orders': sameOrders(ordersOf(proposed), phrase.orders ?? []),
      conditions: sameConditions(proposed, phrase.conditions ?? {}),
    },
  };
}

const kindOf = (one: ProposedProvision): string =>
  one.kind === 'norm' ? one.modality.value : one.kind;

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((value, index) => value === b[index]);

const amountsOf = (proposed: readonly ProposedProvision[]): readonly ProposedAmount[] =>
  proposed.flatMap((one) => {
    if (one.kind === 'norm') return one.amounts.map(({ value }) => value);
    return one.kind === 'claim' && one.amount !== undefined ? [one.amount.value] : [];
  });

/** An open figure whose unit the phrase does not tell has an empty unit in the set. */
const sameAmounts = (mine: readonly ProposedAmount[], gold: readonly GoldAmount[]): boolean =>
  mine.length === gold.length &&
  gold.every((amount, index) => {
    const own = mine[index];
    if (own === undefined) return false;
    if (amount.unset === true) return own.unset && (amount.unit === '' || own.unit === amount.unit);
    return own.min === amount.min && own.max === amount.max && own.unit === amount.unit;
  });

const ordersOf = (proposed: readonly ProposedProvision[]): readonly ProposedOrder[] =>
  proposed.flatMap((one) => {
    if (one.kind === 'norm') return one.orders.map(({ value }) => value);
    return one.kind === 'order' ? [one.order.value] : [];
  });

const sameOrders = (mine: readonly ProposedOrder[], gold: readonly GoldOrder[]): boolean =>
  mine.length === gold.length &&
  gold.every(({ event, is, minDays, maxDays }, index) => {
    const own = mine[index];
    const named = is === 'before' ? own?.before : own?.after;
    return holds(named?.label, event) && own?.minDays === minDays && own?.maxDays === maxDays;
  });

/** Articles before an event are no part of it. */
const holds = (label: string | undefined, words: string): boolean =>
  label?.toLowerCase().includes(words.toLowerCase().replace(/^(?:the|a) /, '')) ?? false;

function sameConditions(proposed: readonly ProposedProvision[], gold: GoldConditions): boolean {
  const norms = proposed.filter((one) => one.kind === 'norm');
  const given = norms.flatMap((one) => one.given.map(({ value }) => value.label));
  const exceptions = norms.flatMap((one) => one.exceptions.map(({ value }) => value));
  return (
    sameWords(given, gold.given ?? []) &&
    sameWords(exceptions, gold.exceptions ?? []) &&
    norms.some(({ onlyIf }) => onlyIf) === (gold.onlyIf ?? false) &&
    norms.some(({ unconditional }) => unconditional) === (gold.unconditional ?? false)
  );
}

const sameWords = (mine: readonly string[], gold: readonly string[]): boolean =>
  mine.length === gold.length && gold.every((words, index) => holds(mine[index], words));

/** The share that has to be right in each slot on the phrases kept out of mending. */
const floor = 0.9;

function rowsOf(judged: readonly Judged[]): readonly QualityRow[] {
  const keptOut = judged.filter(({ isKeptOut }) => isKeptOut);
  const halves = [
    { on: 'phrases kept out', half: keptOut, bound: { floor } },
    {
      on: 'of these, later than the rules',
      half: keptOut.filter(({ isLater }) => isLater),
      bound: {},
    },
    { on: 'phrases mended on', half: judged.filter(({ isKeptOut }) => !isKeptOut), bound: {} },
  ];
  return halves.flatMap(({ on, half, bound }) =>
    slots.flatMap((slot) => {
      const stated = half.filter(({ phrase }) => states(phrase, slot));
      return [
        { name: slot, on: `${half.length} ${on}`, value: share(half, slot), ...bound },
        { name: `${slot}, where stated`, on: `${stated.length} ${on}`, value: share(stated, slot) },
      ];
    }),
  );
}

/** Whether a phrase says anything of a slot: proposing nothing is easy where nothing is said. */
function states({ amounts, orders, conditions }: Phrase, slot: Slot): boolean {
  switch (slot) {
    case 'modality':
      return true;
    case 'amounts':
      return amounts !== undefined;
    case 'deadlines and orders':
      return orders !== undefined;
    case 'conditions':
      return conditions !== undefined;
  }
}

const share = (judged: readonly Judged[], slot: Slot): number =>
  judged.filter(({ right }) => right[slot]).length / Math.max(1, judged.length);

const suite: QualitySuite = {
  name: 'propose',
  needs: [],
  run: () => Promise.resolve(rowsOf(judgePhrases())),
};

export default suite;
