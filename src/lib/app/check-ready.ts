import type { Parsed } from '#lib/model/parsed.ts';
import { explainDatabaseError } from '#lib/server/database-error.ts';
import type { Workspace } from './workspace.ts';

/** Asks the database for its smallest answer. */
export async function checkReady({ store }: Workspace): Promise<Parsed<undefined>> {
  try {
    await store.list();
    return { ok: true, value: undefined };
  } catch (error) {
    return { ok: false, problems: [explainDatabaseError(error)] };
  }
}
