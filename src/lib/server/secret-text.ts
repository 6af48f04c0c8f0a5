import { createHash, randomBytes } from 'node:crypto';

/** A secret nobody can guess, of 256 bits, for links and scripts. */
export const makeSecret = (): string => randomBytes(32).toString('base64url');

/** What is kept of a secret: enough to recognise it, not enough to use it. */
export const hashSecret = (secret: string): string =>
  createHash('sha256').update(secret).digest('hex');
