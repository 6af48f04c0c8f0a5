/**
 * What became of a text between two rounds: codes and arguments, no sentences. A move is told of a
 * position, by the algebra that compares parties: the later text *asks more* when it accepts only some of
 * what the earlier accepted. Of clauses that nobody has coded only their words are told.
 */
import type { Id } from '#lib/model/id.ts';
import type { Because, DomainPart, RowTopic, Slot } from '../comparison.ts';
import type { SetRelation } from '../status.ts';

/** What can become of a provision or of the words of a clause, in the order in which it is told. */
export const moveKinds = [
  'asks-more',
  'asks-less',
  'shifted',
  'added',
  'dropped',
  'words-added',
  'words-struck-out',
  'reworded',
  'brackets-changed',
  'moved',
  'undetermined',
  'unchanged',
] as const;

export type MoveKind = (typeof moveKinds)[number];

/** What the same move is called when the two texts change places. */
export const reversedKind: Readonly<Record<MoveKind, MoveKind>> = {
  'asks-more': 'asks-less',
  'asks-less': 'asks-more',
  shifted: 'shifted',
  added: 'dropped',
  dropped: 'added',
  'words-added': 'words-struck-out',
  'words-struck-out': 'words-added',
  reworded: 'reworded',
  'brackets-changed': 'brackets-changed',
  moved: 'moved',
  undetermined: 'undetermined',
  unchanged: 'unchanged',
};

/** Which side speaks to a part that the other does not, and in which slots it is another part. */
export interface DomainChange {
  readonly side: 'before' | 'after';
  readonly part: DomainPart;
  readonly provisions: readonly Id[];
  readonly slots: readonly ('scope' | 'bearers')[];
}

/** How one acceptance slot changed: values in the order earlier, later; how the earlier set stands to the later. */
export interface SlotChange {
  readonly slot: Slot;
  readonly set: SetRelation | null;
}

/** Why a move cannot be told. */
export type OpenReason =
  | 'terms'
  | 'contradictory'
  | 'paraphrase'
  | 'options'
  | 'earlier-not-available'
  | 'later-not-available'
  | 'earlier-not-coded'
  | 'later-not-coded';

export interface Move {
  readonly id: string;
  readonly kind: MoveKind;
  /** Missing where only words are told. */
  readonly topic?: RowTopic;
  readonly issue?: Id;
  /** The row of a comparison in which the provisions stand. */
  readonly row?: string;
  /** Provisions of the earlier and of the later text. */
  readonly before: readonly Id[];
  readonly after: readonly Id[];
  readonly slots: readonly SlotChange[];
  readonly domain: readonly DomainChange[];
  readonly common?: DomainPart;
  /** The same is owed to somebody else. */
  readonly counterparties: boolean;
  /** The steps by which two acts exclude each other, and all that is needed besides the texts. */
  readonly becauses: readonly Because[];
  readonly premises: readonly Id[];
  readonly vague: readonly string[];
  readonly open?: OpenReason;
  /** Suggested: a provision that nobody reviewed, or clauses paired by their wording alone. */
  readonly basis: 'computed' | 'suggested';
}

/** How clauses of two rounds came to stand beside each other. */
export type Lineage = 'same-paper' | 'recorded' | 'wording' | 'none';

/** Clauses of the earlier text and what continues them in the later one, with what became of them. */
export interface Passage {
  readonly before: readonly Id[];
  readonly after: readonly Id[];
  readonly lineage: Lineage;
  /** How likely a pairing by wording is right, 0 to 1. */
  readonly confidence?: number;
  /** The same clause at another place among those that stayed. */
  readonly isMoved: boolean;
  /** Whether anybody has coded what it says. */
  readonly isCoded: boolean;
  readonly issue?: Id;
  readonly moves: readonly Move[];
}
