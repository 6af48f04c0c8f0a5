import type { Problem } from '#lib/model/parsed.ts';

const place = 'database';

/** The codes and numbers by which the engines say the same things. */
const causes: readonly (readonly [RegExp, Problem])[] = [
  [
    /SQLITE_FULL|database or disk is full|ENOSPC|53100|could not extend file|No space left/i,
    {
      code: 'storage_full',
      path: place,
      message: 'the disk is full: nothing was changed; free some space and try again',
    },
  ],
  [
    /SQLITE_BUSY|database is locked|55P03|40001|40P01/i,
    {
      code: 'storage_busy',
      path: place,
      message: 'another program is writing to the database: nothing was changed; try again',
    },
  ],
  [
    /SQLITE_READONLY|readonly database|25006/i,
    {
      code: 'storage_read_only',
      path: place,
      message: 'the database may not be written to; check who owns its file and folder',
    },
  ],
  [
    /SQLITE_NOTADB|file is not a database|SQLITE_CORRUPT|malformed/i,
    {
      code: 'storage_damaged',
      path: place,
      message: 'this file is no intact database; restore a backup with "parley restore"',
    },
  ],
  [
    /unable to open database file|EACCES|EPERM|ENOTDIR|EEXIST|EISDIR|EROFS/i,
    {
      code: 'storage_unreachable',
      path: place,
      message: 'the database file cannot be opened; check PARLEY_DATA and who owns that folder',
    },
  ],
  [
    /22021|22P05|invalid byte sequence|unsupported Unicode escape/i,
    {
      code: 'unkeepable_character',
      path: place,
      message: 'a text holds a character no database keeps (NUL); take it out and try again',
    },
  ],
  [
    /28P01|28000|password authentication/i,
    {
      code: 'storage_login',
      path: 'DATABASE_URL',
      message: 'PostgreSQL refuses this user or password; check DATABASE_URL',
    },
  ],
  [
    /3D000|does not exist/i,
    {
      code: 'storage_missing',
      path: 'DATABASE_URL',
      message: 'PostgreSQL has no database of this name; create it, or correct DATABASE_URL',
    },
  ],
  [
    /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ECONNRESET|57P0[123]|Connection terminated|not queryable|timeout/i,
    {
      code: 'storage_away',
      path: place,
      message:
        'the database does not answer: nothing is known to be changed; try again in a moment',
    },
  ],
];

/** What an error of the database means for a person, without any of its data or passwords. */
export function explainDatabaseError(error: unknown): Problem {
  const text = textOf(error);
  const cause = causes.find(([pattern]) => pattern.test(text));
  if (cause !== undefined) return cause[1];
  return {
    code: 'storage_trouble',
    path: place,
    message: 'the database reports an error it should not; the log of the server names it',
  };
}

/** Whether an error is one of the database's own, which a person can be told about. */
export const isDatabaseTrouble = (error: unknown): boolean =>
  causes.some(([pattern]) => pattern.test(textOf(error)));

function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  const inner = error instanceof AggregateError ? error.errors.map(textOf).join(' ') : '';
  return `${code} ${error.message} ${inner}`;
}
