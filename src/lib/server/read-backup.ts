import { createHash } from 'node:crypto';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import * as z from 'zod';
import type { Parsed, Problem } from '#lib/model/parsed.ts';
import { manifestFile, parseManifest, tableFile, type BackupManifest } from './backup-format.ts';
import { explainFileError } from './file-error.ts';
import type { Row } from './table-rows.ts';

/** A backup whose every hash and count was found right. */
export interface VerifiedBackup {
  readonly file: string;
  readonly manifest: BackupManifest;
}

/** Reads what a backup says of itself, without looking at the rest. */
export async function readManifest(file: string): Promise<Parsed<BackupManifest>> {
  const opened = await openBackup(file);
  if (!opened.ok) return opened;
  opened.value.zip.close();
  return { ok: true, value: opened.value.manifest };
}

/** Reads a whole backup and tells what is not as its manifest says. */
export async function verifyBackup(file: string): Promise<Parsed<VerifiedBackup>> {
  const opened = await openBackup(file);
  if (!opened.ok) return opened;
  const { zip, entries, manifest } = opened.value;
  try {
    const problems: Problem[] = [];
    for (const table of manifest.tables) {
      const path = tableFile(table.name);
      const found = await weigh(zip, entries.get(path));
      if (found === undefined || found.sha256 !== table.sha256 || found.rows !== table.rows) {
        const message = 'this part of the backup is damaged or missing; restore another backup';
        problems.push({ code: 'backup_damaged', path, message });
      }
    }
    if (problems.length > 0) return { ok: false, problems };
    return { ok: true, value: { file, manifest } };
  } finally {
    zip.close();
  }
}

interface OpenBackup {
  readonly zip: ZipFile;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly manifest: BackupManifest;
}

const largestManifest = 64 * 1024 * 1024;

async function openBackup(file: string): Promise<Parsed<OpenBackup>> {
  const notOne = (reason: string): Parsed<never> => {
    const message = `this is no Parley backup: ${reason}`;
    return { ok: false, problems: [{ code: 'not_a_backup', path: file, message }] };
  };
  let zip: ZipFile;
  try {
    zip = await openPromise(file, { lazyEntries: true, autoClose: false });
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error))
      return notOne('it is no intact zip archive');
    return { ok: false, problems: [{ ...explainFileError(error), path: file }] };
  }
  try {
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
    const entry = entries.get(manifestFile);
    if (entry === undefined || entry.uncompressedSize > largestManifest)
      throw new Error('it has no manifest.json');
    let text = '';
    for await (const line of readLines(zip, entry)) text += `${line}\n`;
    const manifest = parseManifest(JSON.parse(text));
    if (manifest.ok) return { ok: true, value: { zip, entries, manifest: manifest.value } };
    throw new Error('its manifest.json is none this program knows');
  } catch (error) {
    zip.close();
    return notOne(error instanceof Error ? error.message : 'it is damaged');
  }
}

async function weigh(
  zip: ZipFile,
  entry: Entry | undefined,
): Promise<{ readonly rows: number; readonly sha256: string } | undefined> {
  if (entry === undefined) return undefined;
  const hash = createHash('sha256');
  let rows = 0;
  try {
    for await (const bytes of contentOf(zip, entry)) {
      hash.update(bytes);
      for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) rows += 1;
    }
  } catch {
    return undefined;
  }
  return { rows, sha256: hash.digest('hex') };
}

const rowSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** The rows of a table of a verified backup; throws when the file has changed since. */
export async function* readTable(
  { file, manifest }: VerifiedBackup,
  table: string,
): AsyncGenerator<Row> {
  if (!manifest.tables.some(({ name }) => name === table)) return;
  const opened = await openBackup(file);
  if (!opened.ok) throw new Error('the backup is gone');
  const { zip, entries } = opened.value;
  try {
    const entry = entries.get(tableFile(table));
    if (entry === undefined) throw new Error('the backup has changed');
    for await (const line of readLines(zip, entry)) yield rowSchema.parse(JSON.parse(line));
  } finally {
    zip.close();
  }
}

/** Lines end with a line feed and nothing else: texts hold every other character. */
async function* readLines(zip: ZipFile, entry: Entry): AsyncGenerator<string> {
  const pieces: Buffer[] = [];
  for await (const bytes of contentOf(zip, entry)) {
    let from = 0;
    for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, from)) {
      pieces.push(bytes.subarray(from, at));
      yield Buffer.concat(pieces.splice(0)).toString('utf8');
      from = at + 1;
    }
    if (from < bytes.length) pieces.push(bytes.subarray(from));
  }
  if (pieces.length > 0) yield Buffer.concat(pieces).toString('utf8');
}

async function* contentOf(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    const bytes: unknown = chunk;
    if (Buffer.isBuffer(bytes)) yield bytes;
  }
}
