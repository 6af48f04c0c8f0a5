/**
 * The fixed words of one language: every closed set of the model and of comparisons, entry by entry.
 * A language that misses one does not compile.
 */
import type { Attribution, PaperKind, TextKind } from '#lib/model/paper.ts';
import type { Availability } from '#lib/model/clause.ts';
import type { Context } from '#lib/model/context.ts';
import type { Firmness, Modality, Provision, ReviewState } from '#lib/model/provision.ts';
import type { LinkRelation } from '#lib/model/lexicon.ts';
import type { NegotiationStatus } from '#lib/model/row-ledger.ts';
import type { PremiseKind } from '#lib/model/basis.ts';
import type { Relation, Rule } from '#lib/model/relation.ts';
import type { BasisOfFinding, EmptyCell } from '#lib/engine/comparison.ts';
import type { Voicing } from '#lib/engine/silence-map.ts';
import type { MoveKind } from '#lib/engine/rounds/move.ts';
import type { Status } from '#lib/engine/status.ts';

/** A term of the interface with the one sentence that explains it. */
export interface Term {
  readonly name: string;
  readonly meaning: string;
}

/** A relation: its sign (never the only mark), its words in mid-sentence form, and what it means. */
export interface RelationWord extends Term {
  readonly sign: string;
}

export interface Words {
  readonly relations: Readonly<Record<Relation, RelationWord>>;
  /** What becomes of a provision between two rounds. */
  readonly moves: Readonly<Record<MoveKind, Term>>;
  readonly rules: Readonly<Record<Rule, Term>>;
  readonly emptyCells: Readonly<Record<EmptyCell, Term>>;
  readonly availabilities: Readonly<Record<Availability, string>>;
  readonly voicings: Readonly<Record<Voicing, Term>>;
  readonly modalities: Readonly<Record<Modality, Term>>;
  readonly statuses: Readonly<Record<Status, Term>>;
  readonly forces: Readonly<Record<Provision['force'], string>>;
  readonly firmnesses: Readonly<Record<Firmness, string>>;
  readonly textKinds: Readonly<Record<TextKind, Term>>;
  readonly paperKinds: Readonly<Record<PaperKind, string>>;
  readonly attributions: Readonly<Record<Attribution, string>>;
  readonly premiseKinds: Readonly<Record<PremiseKind, Term>>;
  readonly linkRelations: Readonly<Record<LinkRelation, string>>;
  readonly contextRoles: Readonly<Record<Context['role'], string>>;
  readonly reviewStates: Readonly<Record<ReviewState, Term>>;
  readonly bases: Readonly<Record<BasisOfFinding, string>>;
  readonly negotiationStatuses: Readonly<Record<NegotiationStatus, string>>;
}
