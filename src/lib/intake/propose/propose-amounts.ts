// The amounts of a demand with their terms, as proposals.
import type { FoundAmount } from './find-amounts.ts';
import { guess } from './guess.ts';
import type { Lookup } from './lookup.ts';
import type { Guess, KnownName, NamedThing, ProposedAmount } from './proposal.ts';
import type { AnchorQualifier } from './qualifiers.ts';
import { settleAmount, type AmountUse } from './settle-amounts.ts';
import { spanOf, type Token } from './tokens.ts';
import { isMoney, isTimeUnit } from './units.ts';

interface AmountSource {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly lookup: Lookup;
  readonly use: AmountUse;
  /** Events that lengths of time run from, each right behind its length. */
  readonly anchors: readonly (AnchorQualifier & { readonly event: NamedThing })[];
}

/** What the words accept of each term they measure. */
export function proposeAmounts(
  found: readonly FoundAmount[],
  source: AmountSource,
): readonly Guess<ProposedAmount>[] {
  const { text, tokens, lookup, use, anchors } = source;
  return found.map((amount) => {
    const { min, max, confidence } = settleAmount(amount, use);
    const anchor = anchors.find(({ first }) => first === amount.last);
    const value: ProposedAmount = {
      of: termOf(amount, tokens, lookup),
      unit: amount.unit,
      ...(amount.per === undefined ? {} : { per: amount.per }),
      ...(amount.base === undefined ? {} : { base: amount.base }),
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
      unset: min === undefined && max === undefined,
      ...(anchor === undefined ? {} : { at: anchor.event }),
    };
    const code = isTimeUnit(amount.unit) ? 'duration' : 'figure';
    return guess(value, { confidence, code, trigger: spanOf(tokens, amount), text });
  });
}

const lengths: ReadonlySet<string> = new Set(['m', 'km', 'miles', 'nautical miles', 'cm', 'mm']);

/**
 * What the figure measures: a term of the dossier that the words around it name, else a plain word for
 * the unit, so that both sides' figures on one act meet.
 */
function termOf(amount: FoundAmount, tokens: readonly Token[], { terms }: Lookup): NamedThing {
  const around = tokens.slice(Math.max(0, amount.first - 3), amount.last + 3);
  if (amount.unit === 'times') return { label: 'frequency' };
  const known = terms.find(tokens.slice(amount.first, amount.last)) ?? terms.find(around);
  if (known !== undefined && (!isTimeUnit(amount.unit) || measuresTime(known.record))) {
    const { id, names } = known.record;
    return { id, label: names[0] ?? id };
  }
  if (around.some(({ word }) => word === 'notice' || word === 'advance' || word === 'ahead'))
    return { label: 'notice' };
  return { label: plainTerm(amount) };
}

/** A term of the dossier that lengths of time may measure; others only stand beside one. */
const measuresTime = ({ names }: KnownName): boolean =>
  names.some((name) => timeWords.test(name.toLowerCase()));

const timeWords =
  /\b(?:duration|period|term|length|time|notice|leave|deadline|hours?|days?|weeks?|months?|years?)\b/;

function plainTerm({ unit, noun }: FoundAmount): string {
  if (isTimeUnit(unit)) return 'duration';
  if (isMoney(unit)) return 'sum of money';
  if (unit === 'percent' || unit === 'percentage points') return 'share';
  if (lengths.has(unit)) return 'distance';
  if (unit === 'times') return 'frequency';
  if (unit === 'unit') return noun;
  if (unit === 'persons') return 'number of persons';
  return noun === unit ? `number of ${noun}` : noun;
}
