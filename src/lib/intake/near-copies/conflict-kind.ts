import type { Compared, Hunk } from './differences.ts';
import type { Stance } from './read-stance.ts';

/**
 * What two texts disagree about, if they disagree (the kinds of Aires et al. 2017): only whether
 * something must, may or must not be; the same in other words or of a part; on the same footing, but
 * what, when or how much; or on what condition.
 */
export type ConflictKind = 'same' | 'modality' | 'structure' | 'object' | 'conditional';

export interface StancedPair {
  readonly a: Stance;
  readonly b: Stance;
  /** Undefined where the texts have too little in common to be compared word by word. */
  readonly compared: Compared | undefined;
}

/** From this share of common words on, what differs was changed on purpose. */
const near = 0.75;
/** Down to this share, words may also have been left out at one end. */
const trimmed = 0.5;

/** The kind of conflict by rules; the first that holds decides. `b` is the later text. */
export function conflictKind({ a, b, compared }: StancedPair): ConflictKind {
  const hunks = compared?.hunks ?? [];
  const similarity = compared?.similarity ?? 0;
  if (compared !== undefined && hunks.every(({ kind }) => kind === 'wording')) return 'same';
  if (b.conditions > a.conditions) return 'conditional';
  if (b.conditions < a.conditions && similarity >= near) return 'conditional';
  const isTurned = standsOtherwise(a, b);
  if (isTurned && hunks.some(isModal) && (similarity >= near || isTrimmed(hunks, similarity)))
    return 'modality';
  return isTurned ? 'structure' : 'object';
}

/** Whether two texts ask for different things of the same act, as far as their words say. */
function standsOtherwise(a: Stance, b: Stance): boolean {
  const isKnown = a.modality !== undefined && b.modality !== undefined;
  return (isKnown && a.modality !== b.modality) || a.denials > 0 !== b.denials > 0;
}

const isModal = ({ kind }: Hunk): boolean => kind === 'modality' || kind === 'negation';

function isTrimmed(hunks: readonly Hunk[], similarity: number): boolean {
  const others = hunks.filter((hunk) => !isModal(hunk));
  return (
    similarity >= trimmed &&
    (others.every(({ left }) => left.length === 0) ||
      others.every(({ right }) => right.length === 0))
  );
}
