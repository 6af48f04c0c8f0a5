import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** The channel on which servers wake each other. */
const channel = 'parley';
const longestWaitMs = 30_000;

/**
 * Calls back for every notification, over a connection of its own; a connection that breaks is made
 * anew, and called back for then too, since something may have been missed. Returns how to stop.
 */
export function followNotifications(url: string, wake: () => void): () => Promise<void> {
  const stopping = new AbortController();
  let client: pg.Client | undefined;
  const follow = async (): Promise<void> => {
    for (let waitMs = 250; !stopping.signal.aborted; waitMs = Math.min(waitMs * 2, longestWaitMs)) {
      const current = new pg.Client({ connectionString: url, application_name: 'parley live' });
      client = current;
      const ended = new Promise<void>((done) => {
        current.on('error', () => {
          done();
        });
        current.on('end', () => {
          done();
        });
      });
      current.on('notification', wake);
      try {
        await current.connect();
        await current.query(`listen ${channel}`);
        wake();
        waitMs = 250;
        await ended;
      } catch {
        // Told by the next request that needs the database; here it is tried again.
      }
      await current.end().catch(() => undefined);
      await sleep(waitMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const following = follow();
  return async () => {
    stopping.abort();
    await client?.end().catch(() => undefined);
    await following;
  };
}
