import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Whether something may be tried now; if not, in how many seconds again. */
export type Allowance =
  { readonly ok: true } | { readonly ok: false; readonly retryAfterS: number };

/** How often things may be tried. Each server counts for itself. */
export interface RateLimits {
  /** Counts an attempt to sign in, by where it comes from and at whom it is aimed. */
  readonly trySignIn: (address: string, email: string) => Promise<Allowance>;
  /** Forgets the failures of somebody who then signed in. */
  readonly forgive: (email: string) => Promise<void>;
  /** Counts a request to the API. */
  readonly tryRequest: (who: string) => Promise<Allowance>;
}

const quarterHourS = 900;
const attemptsByAddress = 50;
const attemptsByEmail = 10;
const requestsAMinute = 1200;

/** Starts counting. */
export function openRateLimits(): RateLimits {
  const byAddress = new RateLimiterMemory({ points: attemptsByAddress, duration: quarterHourS });
  const byEmail = new RateLimiterMemory({ points: attemptsByEmail, duration: quarterHourS });
  const byRequest = new RateLimiterMemory({ points: requestsAMinute, duration: 60 });
  const fold = (email: string): string => email.trim().toLowerCase().slice(0, 254);
  return {
    trySignIn: async (address, email) => {
      const first = await consume(byAddress, address);
      return first.ok ? consume(byEmail, fold(email)) : first;
    },
    forgive: async (email) => {
      await byEmail.delete(fold(email));
    },
    tryRequest: (who) => consume(byRequest, who),
  };
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<Allowance> {
  try {
    await limiter.consume(key);
    return { ok: true };
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return { ok: false, retryAfterS: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) };
  }
}
