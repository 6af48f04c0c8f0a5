import type { ReadDocument } from '#lib/intake/document.ts';
import * as desks from '#lib/server/intake-desk.ts';
import { parseKeptDocument, type DeskFile } from './intake-desk-parse.ts';
import { rememberRecent } from './recent.ts';
import type { Workspace } from './workspace.ts';

/** Documents in memory, by their signs: about 30 MB with structure at most. */
const documents = rememberRecent<ReadDocument>(4_000_000, ({ text, omissions }) =>
  omissions.reduce((sum, { words }) => sum + words.length, text.length + 1000),
);

/** What reading a file of a desk gave; undefined while it is not read. */
export async function findDocument(
  { database: { db } }: Workspace,
  desk: string,
  { id, reading }: DeskFile,
): Promise<ReadDocument | undefined> {
  if (reading.status !== 'read') return undefined;
  const key = `${desk}/${id}/${reading.at}`;
  const known = documents.find(key);
  if (known !== undefined) return known;
  const kept = await desks.findDocument(db, { desk, id });
  return kept === undefined ? undefined : documents.keep(key, parseKeptDocument(kept));
}
