import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** Counts tries in the memory of this process: with n processes that answer the same address, n times as many pass. */
export interface Limit {
  /** Counts one try. Gives the seconds to wait when it is one too many. */
  take(key: string): Promise<number | undefined>;
  forget(key: string): Promise<void>;
}

export function openLimit({ points, seconds }: { readonly points: number; readonly seconds: number }): Limit {
  const limiter = new RateLimiterMemory({ points, duration: seconds });
  return {
    async take(key) {
      try {
        await limiter.consume(key);
        return undefined;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000));
        throw refusal;
      }
    },
    async forget(key) {
      await limiter.delete(key);
    },
  };
}

const QUARTER = 15 * 60;

/**
 * Slows guessing down without locking anybody out for good (ASVS 5.0, 6.3.1). One name from one place gets five tries a
 * quarter; one name from everywhere thirty, so that many machines together cannot guess on; one place fifty, for who tries
 * one password on many names. A person who is locked out by somebody else waits a quarter at most.
 */
export function openSignInDelay() {
  const together = openLimit({ points: 5, seconds: QUARTER });
  const perName = openLimit({ points: 30, seconds: QUARTER });
  const perPlace = openLimit({ points: 50, seconds: QUARTER });
  return {
    /** Counts a try before the password is looked at, so that tries at the same moment count too. */
    async take(login: string, address: string): Promise<number | undefined> {
      const waits = await Promise.all([
        together.take(`${address} ${login}`),
        perName.take(login),
        perPlace.take(address),
      ]);
      const longest = Math.max(...waits.map((wait) => wait ?? 0));
      return longest === 0 ? undefined : longest;
    },
    async forgive(login: string, address: string): Promise<void> {
      await Promise.all([together.forget(`${address} ${login}`), perName.forget(login)]);
    },
  };
}
