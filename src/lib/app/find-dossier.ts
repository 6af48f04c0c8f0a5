import { existsSync } from 'node:fs';
import { checkDossier } from '#lib/model/check-dossier.ts';
import type { DossierProblem } from '#lib/model/dossier-problem.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import { locateInRecords } from '#lib/model/locate-in-records.ts';
import type { Parsed } from '#lib/model/parsed.ts';
import { openDatabase } from '#lib/server/database.ts';
import { openDossierStore } from '#lib/server/dossier-store.ts';
import { openLibrary, ownDossiers } from './library.ts';
import type { WorkspacePlace } from './workspace.ts';

/** A dossier that was found, with what a person should look at. */
export interface FoundDossier {
  readonly dossier: Dossier;
  readonly warnings: readonly DossierProblem[];
}

/**
 * Finds what a person typed on the command line: a folder when it looks like a path, else the
 * dossier of that id in the database, else an example or a folder of that name. A database that is
 * not there yet is not made.
 */
export async function findDossier(
  reference: string,
  place: WorkspacePlace,
): Promise<Parsed<FoundDossier>> {
  const library = openLibrary({ examples: place.examples, own: ownDossiers(place.dataFolder) });
  const isPath = /[\\/]|^\.{1,2}$/.test(reference);
  const stored = isPath ? undefined : await findStored(reference, place);
  return stored ?? library.find(reference);
}

async function findStored(
  id: string,
  { database }: WorkspacePlace,
): Promise<Parsed<FoundDossier> | undefined> {
  if (database.engine === 'sqlite' && !existsSync(database.file)) return undefined;
  const opened = await openDatabase(database);
  if (!opened.ok) return opened;
  try {
    const state = await openDossierStore(opened.value).load(id);
    if (!state.ok) return state.problems[0]?.code === 'unknown_dossier' ? undefined : state;
    const { dossier } = state.value;
    const warnings = checkDossier(dossier).map((problem) => locateInRecords(problem, dossier));
    return { ok: true, value: { dossier, warnings } };
  } finally {
    await opened.value.close();
  }
}
