/** What of a request tells where it was sent from. */
export interface SentFrom {
  readonly method: string;
  readonly headers: Headers;
  /** The own origin of this Parley: `http://127.0.0.1:3000`. */
  readonly own: string;
}

const harmless: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Whether a request that may change something was sent by a page of this Parley, or by a program that
 * is no browser. Browsers name the sending page in `Origin` and say in `Sec-Fetch-Site` how near it
 * is; a foreign page can leave out neither. Without this a page anywhere could post to the loopback
 * address of whoever reads it, where no password stands in between.
 */
export function isFromHere({ method, headers, own }: SentFrom): boolean {
  if (harmless.includes(method)) return true;
  const origin = headers.get('origin');
  if (origin !== null) return origin === own;
  const site = headers.get('sec-fetch-site');
  return site === null || site === 'same-origin' || site === 'none';
}
