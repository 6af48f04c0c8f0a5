// What a backup is: a .zip with one file of JSON lines for each table and a manifest that counts and
// hashes them. It knows nothing of the engine it came from, so that each restores into the other.
import * as z from 'zod';
import { parseWith, type Parsed } from '#lib/model/parsed.ts';
import { engines } from './migrations/migration-step.ts';

/** The tables that are saved, those that others refer to first. */
export const savedTables: readonly string[] = [
  'installation',
  'dossier',
  'record',
  'paper_text',
  'change',
  'change_part',
  'visit',
  'person',
  'login',
  'api_token',
  'member',
];

/** The tables that are not saved, each with the reason; they are empty after a restore. */
export const unsavedTables: Readonly<Record<string, string>> = {
  session: 'everybody signs in again after a restore',
  verification: 'steps of signing in that are under way',
  invitation: 'links that were not used yet; new ones are made',
  secret: 'each installation signs with its own',
  search_entry: 'made anew from the records',
  search_state: 'goes with the search entries',
  presence: 'who is looking right now',
  upload: 'files between their preview and their import',
  intake_desk: 'papers on their way into a dossier',
  intake_file: 'goes with the desk it lies on',
};

export const manifestFile = 'manifest.json';
export const tableFile = (table: string): string => `tables/${table}.jsonl`;

const manifestSchema = z
  .strictObject({
    format: z.literal('parley-backup'),
    version: z.literal(1),
    /** The last migration step of the database it was made of. */
    step: z.string(),
    createdAt: z.iso.datetime(),
    engine: z.enum(engines),
    tables: z
      .array(
        z
          .strictObject({
            name: z.string(),
            rows: z.int().min(0),
            bytes: z.int().min(0),
            sha256: z.string().regex(/^[0-9a-f]{64}$/),
          })
          .readonly(),
      )
      .readonly(),
    dossiers: z
      .array(z.strictObject({ id: z.string(), sequence: z.int().min(0) }).readonly())
      .readonly(),
  })
  .readonly();

/** What a backup says of itself. */
export type BackupManifest = z.infer<typeof manifestSchema>;

/** Reads a manifest. */
export const parseManifest = (input: unknown): Parsed<BackupManifest> =>
  parseWith(manifestSchema, input);
