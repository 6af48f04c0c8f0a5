import process from 'node:process';
import { setImmediate } from 'node:timers/promises';

/** What pdf.js calls the faults it finds in files. */
const faultNames = new Set([
  'AbortException',
  'BaseException',
  'FormatError',
  'InvalidPDFException',
  'MissingDataException',
  'ParserEOFException',
  'UnknownErrorException',
  'XRefEntryException',
  'XRefParseException',
]);

/**
 * Runs `work` on a damaged file. pdf.js rejects promises over such files that nothing waits for, which
 * would end the process; those are let go until the work is done. Any other stray rejection is thrown
 * on, as it would be without this.
 */
export async function withoutStrayRejections<T>(work: () => Promise<T>): Promise<T> {
  process.on('unhandledRejection', letFaultsGo);
  try {
    return await work();
  } finally {
    // Rejections are told behind all that is already under way.
    await setImmediate();
    process.off('unhandledRejection', letFaultsGo);
  }
}

function letFaultsGo(reason: unknown): void {
  if (!isFault(reason)) throw reason;
}

const isFault = (reason: unknown): boolean =>
  reason instanceof Error &&
  (faultNames.has(reason.name) || (reason.stack ?? '').includes('pdfjs'));
