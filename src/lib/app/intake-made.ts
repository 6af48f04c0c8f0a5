// What became of a desk whose draft was made: its files are gone, and for as long as a desk is kept it
// still tells into which dossier they went.
import * as desks from '#lib/server/intake-desk.ts';
import { parseDeskState, type DeskState } from './intake-desk-parse.ts';
import type { DeskQuestion } from './intake-desk.ts';
import { listDossiers } from './list-dossiers.ts';
import type { Workspace } from './workspace.ts';

/** Clears a desk away and keeps of it only which dossier its papers are in now. */
export async function markMade(
  { database: { db } }: Workspace,
  { id, viewer, at }: DeskQuestion,
  made: string,
): Promise<void> {
  const state: DeskState = {
    ...{ version: 1, dossier: '', title: '', packs: [], files: [], named: 0, made },
  };
  await desks.emptyDesk(db, { id, viewer: viewer.id, at, state: JSON.stringify(state) });
}

/** The dossier the papers of a desk went into; undefined when none is known that the viewer may read. */
export async function findMade(
  workspace: Workspace,
  { id, viewer }: Pick<DeskQuestion, 'id' | 'viewer'>,
): Promise<{ readonly id: string; readonly title: string } | undefined> {
  const found = await desks.findDesk(workspace.database.db, { id, viewer: viewer.id });
  const made = found && parseDeskState(found.state).made;
  if (made === undefined) return undefined;
  const readable = await listDossiers(workspace, viewer);
  return readable.find((dossier) => dossier.id === made);
}
