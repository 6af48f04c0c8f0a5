/**
 * From the figure in the words to the values that are acceptable: "up to 120,000" is at least that much
 * for the side that is capped and speaks of its own right, at most that much for the side that wants the
 * cap; "no missiles of more than 150 km" leaves those up to 150.
 */
import type { Modality } from '#lib/model/provision.ts';
import type { FoundAmount } from './find-amounts.ts';

/** Who is bound, seen from the party whose paper it is. */
export type BoundSide = 'own' | 'other' | 'unknown';

export interface AmountUse {
  readonly modality: Modality;
  readonly side: BoundSide;
}

interface Limits {
  readonly min?: number;
  readonly max?: number;
  /** From 0 to 1; low where the direction is read out of the modality. */
  readonly confidence: number;
}

/** The acceptable values of a figure under a modality; without bounds where it is left open. */
export function settleAmount(amount: FoundAmount, { modality, side }: AmountUse): Limits {
  const { low, high, bound } = amount;
  if (low === undefined || high === undefined) return { confidence: 0.8 };
  const isTurned = modality === 'must-not' || modality === 'need-not';
  if (bound === undefined) return { min: low, max: high, confidence: low === high ? 0.75 : 0.9 };
  switch (bound) {
    case 'min':
      return { min: low, confidence: 0.9 };
    case 'over':
      return isTurned ? { max: low, confidence: 0.75 } : { min: low, confidence: 0.7 };
    case 'under':
      return isTurned ? { min: low, confidence: 0.75 } : { max: low, confidence: 0.75 };
    case 'max':
      return isEntitlement(amount, { modality, side })
        ? { min: low, confidence: side === 'own' ? 0.7 : 0.5 }
        : { max: low, confidence: modality === 'may' || modality === 'free' ? 0.6 : 0.9 };
  }
}

/** A right of one's own to go up to a figure is refused by whoever allows less. */
function isEntitlement({ isUpTo }: FoundAmount, { modality, side }: AmountUse): boolean {
  if (modality !== 'may' && modality !== 'free') return false;
  return side === 'own' || (isUpTo && side === 'unknown');
}
