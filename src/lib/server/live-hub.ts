// Tells at once when a dossier changes or somebody comes to look at it, in this process or another.
// PostgreSQL wakes its listeners; of a SQLite file the counter is read that its other users move.
import { sql } from 'kysely';
import type { Database } from './database.ts';
import type { DossierStore } from './dossier-store.ts';

/** A dossier as far as those who watch it have to know. */
export interface LiveState {
  /** The number of its last change; null when it is gone. */
  readonly sequence: number | null;
  /** Who is looking, each person once, in the order of their names. */
  readonly here: readonly { readonly viewer: string; readonly name: string }[];
}

export interface Watcher {
  readonly stream: string;
  readonly dossier: string;
  readonly viewer: string;
  readonly name: string;
  /** Called after every change of the state. */
  readonly tell: (state: LiveState) => void;
}

export interface LiveHub {
  /** Watches a dossier until the returned function is called. */
  readonly watch: (watcher: Watcher) => Promise<() => Promise<void>>;
  /** Says that a watcher is still there. */
  readonly renew: (stream: string) => Promise<void>;
  /** How many streams a person has open at this server. */
  readonly count: (viewer: string) => number;
  /** Ends all streams, for the end of the process. */
  readonly onClose: (end: () => void) => () => void;
  readonly close: () => Promise<void>;
}

const pollMs = 1000;
/** Even a listener that lost its connection learns of changes after so long. */
const safetyMs = 15_000;
/** Whoever was not heard of for so long has left without a word. */
const presentMs = 60_000;

/** Opens the hub; nothing runs as long as nobody watches. */
export function openLiveHub(database: Database, store: DossierStore): LiveHub {
  const watchers = new Map<string, { readonly watcher: Watcher; last: string }>();
  const endings = new Set<() => void>();
  let stopSource: (() => Promise<void>) | undefined;
  let checking: Promise<void> | undefined;
  let again = false;

  const checkAll = async (): Promise<void> => {
    const dossiers = new Set([...watchers.values()].map(({ watcher }) => watcher.dossier));
    for (const dossier of dossiers) {
      const state = await readLiveState(database, dossier);
      const told = JSON.stringify(state);
      for (const entry of watchers.values()) {
        if (entry.watcher.dossier !== dossier || entry.last === told) continue;
        entry.last = told;
        entry.watcher.tell(state);
      }
    }
  };
  // One look at a time; what happens meanwhile is looked at right after.
  const check = (): void => {
    if (checking !== undefined) {
      again = true;
      return;
    }
    checking = checkAll()
      .catch(() => undefined)
      .finally(() => {
        checking = undefined;
        if (!again) return;
        again = false;
        check();
      });
  };
  const start = (): void => {
    if (stopSource !== undefined || watchers.size === 0) return;
    const leave = store.onChange(check);
    const stopOther =
      database.engine === 'sqlite' ? pollFile(database, check) : listen(database, check);
    stopSource = async () => {
      leave();
      await stopOther();
    };
  };
  const leave = async (stream: string): Promise<void> => {
    watchers.delete(stream);
    await database.db.deleteFrom('presence').where('stream', '=', stream).execute();
    await notifyPresence(database);
    check();
    if (watchers.size > 0) return;
    const stop = stopSource;
    stopSource = undefined;
    await stop?.();
  };
  return {
    watch: async (watcher) => {
      const { stream, dossier, viewer, name } = watcher;
      watchers.set(stream, { watcher, last: '' });
      start();
      const at = new Date().toISOString();
      const row = { stream, dossier, viewer, name, at };
      try {
        await database.db.insertInto('presence').values(row).execute();
        await notifyPresence(database);
      } catch (error) {
        watchers.delete(stream);
        throw error;
      }
      check();
      return () => leave(stream);
    },
    renew: async (stream) => {
      const now = Date.now();
      const over = new Date(now - presentMs).toISOString();
      const at = new Date(now).toISOString();
      await database.db.updateTable('presence').set({ at }).where('stream', '=', stream).execute();
      await database.db.deleteFrom('presence').where('at', '<', over).execute();
    },
    count: (viewer) =>
      [...watchers.values()].filter(({ watcher }) => watcher.viewer === viewer).length,
    onClose: (end) => {
      endings.add(end);
      return () => endings.delete(end);
    },
    close: async () => {
      for (const end of [...endings]) end();
      const stop = stopSource;
      stopSource = undefined;
      await stop?.();
      await checking;
    },
  };
}

async function readLiveState({ db }: Database, dossier: string): Promise<LiveState> {
  const row = await db
    .selectFrom('dossier')
    .select('sequence')
    .where('id', '=', dossier)
    .executeTakeFirst();
  const since = new Date(Date.now() - presentMs).toISOString();
  const here = await db
    .selectFrom('presence')
    .select(['viewer', 'name'])
    .distinct()
    .where('dossier', '=', dossier)
    .where('at', '>=', since)
    .orderBy('name')
    .execute();
  return { sequence: row?.sequence ?? null, here };
}

/** Watches the counter that other users of a SQLite file move when they write. */
function pollFile({ db }: Database, wake: () => void): () => Promise<void> {
  let last: number | undefined;
  const timer = setInterval(() => {
    void sql<{ data_version: number }>`pragma data_version`.execute(db).then(
      ({ rows }) => {
        const version = rows[0]?.data_version;
        // The first look has nothing to compare with, and something may have happened before it.
        if (version !== last) wake();
        last = version;
      },
      () => undefined,
    );
  }, pollMs);
  timer.unref();
  return () => {
    clearInterval(timer);
    return Promise.resolve();
  };
}

function listen({ place }: Database, wake: () => void): () => Promise<void> {
  if (place.engine !== 'postgres') return () => Promise.resolve();
  // Loaded when needed: an analyst alone never pays for the driver of a server.
  const stop = import('./notifications.ts').then(({ followNotifications }) =>
    followNotifications(place.url, wake),
  );
  const timer = setInterval(wake, safetyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await (
      await stop
    )();
  };
}

/** Wakes the other servers; a change does so in its own transaction. */
async function notifyPresence({ db, engine }: Database): Promise<void> {
  if (engine === 'postgres') await sql`select pg_notify('parley', '')`.execute(db);
}
