/** Phrases for what became of a text between two rounds. */
import type { OpenReason } from '#lib/engine/rounds/move.ts';

export interface MovePhrases {
  /** What the two texts of a move are called in its sentence. */
  readonly earlier: string;
  readonly later: string;
  /** Short words for what changed: "figure: size of the armed forces", "scope narrower". */
  readonly changes: {
    readonly status: string;
    readonly amount: (term: string) => string;
    readonly conditions: string;
    readonly window: string;
    readonly claim: string;
    readonly scope: (only: 'before' | 'after' | 'both') => string;
    readonly bearers: (only: 'before' | 'after' | 'both') => string;
    readonly counterparties: string;
  };
  /** Sentences; parts of the scope and names come in words. */
  readonly noLongerSpeaks: (parts: readonly string[]) => string;
  readonly alsoSpeaks: (parts: readonly string[]) => string;
  readonly noLongerBinds: (names: readonly string[]) => string;
  readonly alsoBinds: (names: readonly string[]) => string;
  readonly owedTo: (before: string, after: string) => string;
  /** What took its place cannot stand beside it, because of the links told. */
  readonly reversed: (becauses: string) => string;
  readonly added: string;
  readonly dropped: string;
  readonly struckOut: string;
  readonly sameInOtherWords: string;
  readonly open: Readonly<Record<OpenReason, string>>;
  /** Of clauses that nobody has coded. */
  readonly words: {
    readonly added: string;
    readonly dropped: string;
    /** A mark beside moves that are told by their words. */
    readonly notCoded: string;
    /** Of how many clauses only the words are told. */
    readonly count: (clauses: string, one: boolean) => string;
  };
}
