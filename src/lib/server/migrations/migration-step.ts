import type { Kysely, RawBuilder } from 'kysely';

/** The engines Parley stores dossiers in. */
export const engines = ['sqlite', 'postgres'] as const;
export type Engine = (typeof engines)[number];

/** The few things that the engines spell differently. */
export interface Spelling {
  readonly engine: Engine;
  /** The type of a text that is ordered by its bytes, whatever the language of the database is. */
  readonly places: RawBuilder<unknown>;
}

/** One step from an older schema to a newer one. Steps are never changed once released. */
export interface MigrationStep {
  /** Number and subject; steps run in the order of their names. */
  readonly name: string;
  readonly up: (db: Kysely<unknown>, spelling: Spelling) => Promise<void>;
}
