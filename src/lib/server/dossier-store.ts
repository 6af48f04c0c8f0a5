// The store of dossiers: what every page, endpoint and command reads and writes. A change is one
// transaction that first counts up the dossier's sequence: whoever changes the same dossier waits
// for that row, so that changes have an order, and each is checked against the state right before.
import type { ChangeEntry } from '#lib/model/change-entry.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import type { Edit } from '#lib/model/edit.ts';
import type { Parsed, Problem } from '#lib/model/parsed.ts';
import type { StoredRecord } from '#lib/model/record.ts';
import { changeDossier, undoChange } from './change-dossier.ts';
import { readChanges, type ChangeQuery } from './change-log.ts';
import {
  unknownDossier,
  type ChangeOutcome,
  type ChangeTerms,
  type NewDossier,
} from './change-outcome.ts';
import { createDossier } from './create-dossier.ts';
import type { Database } from './database.ts';
import { isDatabaseTrouble, explainDatabaseError } from './database-error.ts';
import { removeDossier, type Removed } from './remove-dossier.ts';
import { inSnapshot, isSameState, readMark, readState, type StoredState } from './stored-state.ts';

export interface DossierSummary {
  readonly id: string;
  readonly title: string;
  readonly sequence: number;
  readonly createdAt: string;
  readonly changedAt: string;
  /** The digest of the example it was loaded from; null for own dossiers. */
  readonly exampleDigest: string | null;
  /** Its sequence right after the example was loaded; a higher one has been edited. */
  readonly exampleSequence: number | null;
}

/** A durable change of a dossier; `number` is null when the dossier is gone. */
export interface ChangeNotice {
  readonly dossier: string;
  readonly number: number | null;
}

export interface DossierStore {
  readonly list: () => Promise<readonly DossierSummary[]>;
  /** The dossier as it is now; the same object as long as nobody changes it. */
  readonly load: (id: string) => Promise<Parsed<StoredState>>;
  /** The private notes of one person. */
  readonly privateNotes: (id: string, viewer: string) => Promise<readonly StoredRecord[]>;
  /** Stores a dossier that has been checked; refuses an id that is taken. */
  readonly create: (dossier: Dossier, terms: NewDossier) => Promise<ChangeOutcome>;
  readonly change: (
    id: string,
    edits: readonly Edit[],
    terms: ChangeTerms,
  ) => Promise<ChangeOutcome>;
  /** Takes a change back, unless what it wrote has been changed since: that is a conflict. */
  readonly undo: (id: string, number: number, terms: ChangeTerms) => Promise<ChangeOutcome>;
  /** Entries of the log, newest first, without what is private to others. */
  readonly changes: (id: string, query: ChangeQuery) => Promise<readonly ChangeEntry[]>;
  /** Up to which change a person has seen the dossier. */
  readonly visit: (
    id: string,
    viewer: string,
  ) => Promise<{ readonly seen: number; readonly at: string } | undefined>;
  readonly markSeen: (
    id: string,
    viewer: string,
    seen: { readonly number: number; readonly at: string },
  ) => Promise<void>;
  /** Deletes a dossier and everything that belongs to it, beyond undoing. */
  readonly remove: (id: string) => Promise<Parsed<Removed>>;
  /** Calls back after each durable change made through this store; returns how to stop that. */
  readonly onChange: (listener: (notice: ChangeNotice) => void) => () => void;
}

/** Opens the store on a database. One is enough for a process; it remembers the dossiers it read. */
export function openDossierStore(database: Database): DossierStore {
  const { db } = database;
  const states = new Map<string, StoredState>();
  const listeners = new Set<(notice: ChangeNotice) => void>();
  const announce = (notice: ChangeNotice): void => {
    for (const listener of listeners) listener(notice);
  };
  const load = (id: string): Promise<Parsed<StoredState>> =>
    withoutTrouble(() => loadState(db, states, id));
  const settle = (id: string, outcome: ChangeOutcome): ChangeOutcome => {
    if (outcome.ok && !outcome.change.repeated)
      announce({ dossier: id, number: outcome.change.number });
    return outcome;
  };
  const attempt = async (id: string, run: () => Promise<ChangeOutcome>): Promise<ChangeOutcome> => {
    const outcome = await withoutTrouble(run);
    return 'change' in outcome || 'reason' in outcome
      ? settle(id, outcome)
      : { ...outcome, reason: 'refused' };
  };
  return {
    list: () => listDossiers(db),
    load,
    privateNotes: async (id, viewer) => {
      const state = await load(id);
      if (!state.ok) return [];
      return [...state.value.set.records.values()].filter(({ privateTo }) => privateTo === viewer);
    },
    create: (dossier, terms) => attempt(dossier.id, () => createDossier(db, dossier, terms)),
    change: (id, edits, terms) =>
      attempt(id, () => changeDossier({ db, states, id, terms }, () => Promise.resolve(edits))),
    undo: (id, number, terms) => attempt(id, () => undoChange({ db, states, id, terms }, number)),
    changes: (id, query) => readChanges(db, id, query),
    visit: (id, viewer) =>
      db
        .selectFrom('visit')
        .select(['seen', 'at'])
        .where('dossier', '=', id)
        .where('viewer', '=', viewer)
        .executeTakeFirst(),
    markSeen: async (id, viewer, { number, at }) => {
      await db
        .insertInto('visit')
        .columns(['dossier', 'viewer', 'seen', 'at'])
        .expression((eb) =>
          eb
            .selectFrom('dossier')
            .select((s) => [s.ref('dossier.id').as('dossier'), s.val(viewer).as('viewer')])
            .select((s) => [s.lit(number).as('seen'), s.val(at).as('at')])
            .where('dossier.id', '=', id),
        )
        .onConflict((oc) => oc.columns(['dossier', 'viewer']).doUpdateSet({ seen: number, at }))
        .execute();
    },
    remove: async (id) => {
      const removed = await withoutTrouble(() => removeDossier(database, id));
      states.delete(id);
      if (removed.ok) announce({ dossier: id, number: null });
      return removed;
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Turns the troubles of a database that a person can be told about into problems. */
async function withoutTrouble<T>(
  run: () => Promise<T>,
): Promise<T | { readonly ok: false; readonly problems: readonly Problem[] }> {
  try {
    return await run();
  } catch (error) {
    if (!isDatabaseTrouble(error)) throw error;
    return { ok: false, problems: [explainDatabaseError(error)] };
  }
}

async function listDossiers(db: Database['db']): Promise<readonly DossierSummary[]> {
  const rows = await db.selectFrom('dossier').selectAll().orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    sequence: row.sequence,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    exampleDigest: row.example_digest,
    exampleSequence: row.example_sequence,
  }));
}

/** The most dossiers whose state is kept in memory. */
const mostStates = 20;

async function loadState(
  db: Database['db'],
  states: Map<string, StoredState>,
  id: string,
): Promise<Parsed<StoredState>> {
  const now = await readMark(db, id);
  if (now === undefined) {
    states.delete(id);
    return unknownDossier(id);
  }
  const known = states.get(id);
  if (known !== undefined && isSameState(known, now)) return { ok: true, value: known };
  const read = await inSnapshot(db, async (trx) => {
    const current = await readMark(trx, id);
    return current === undefined ? unknownDossier(id) : readState(trx, id, current);
  });
  if (!read.ok) return read;
  // Re-inserted, so that the one not asked for longest is the first to be forgotten.
  states.delete(id);
  states.set(id, read.value);
  if (states.size > mostStates) states.delete(states.keys().next().value ?? '');
  return read;
}
