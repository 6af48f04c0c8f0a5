import { pino } from 'pino';
import type { LogLevel } from './settings.ts';

/** One request, without anything of what was read or written. */
export interface RequestEntry {
  readonly id: string;
  readonly method: string;
  /** The route as the router names it, not the address: searches and titles stay out of logs. */
  readonly route: string;
  readonly dossier: string | undefined;
  /** The id of whoever asked; undefined for a stranger. */
  readonly viewer: string | undefined;
  readonly status: number;
  readonly ms: number;
}

/** What the server writes down, a line of JSON each. */
export interface Log {
  readonly request: (entry: RequestEntry) => void;
  /** An error nobody expected. */
  readonly trouble: (error: unknown, facts: Readonly<Record<string, unknown>>) => void;
  readonly note: (message: string, facts?: Readonly<Record<string, unknown>>) => void;
}

/** Writes to standard output, from a level on. */
export function openLog(level: LogLevel): Log {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  return {
    request: (entry) => {
      if (entry.status >= 500) logger.error(entry, 'request');
      else logger.info(entry, 'request');
    },
    trouble: (error, facts) => {
      logger.error({ ...facts, error: describeError(error, level === 'debug') }, 'trouble');
    },
    note: (message, facts = {}) => {
      logger.info(facts, message);
    },
  };
}

/**
 * An error without its message, which may quote what it stumbled over; where it happened says enough.
 * With the level `debug` the message is told too.
 */
function describeError(error: unknown, withMessage: boolean): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { name: typeof error };
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const stack = places.slice(0, 12).map((line) => line.trim());
  const code = 'code' in error ? { code: String(error.code) } : {};
  return { name: error.name, ...code, stack, ...(withMessage && { message: error.message }) };
}
