import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** Counts tries in the memory of this process: with n processes that answer the same address, n times as many pass. */
export interface Limit {
  /** Counts one try. Gives the seconds to wait when it is one too many. */
  take(key: string): Promise<number | undefined>;
  forget(key: string): Promise<void>;
  /** Takes one try back that turned out to be none. */
  giveBack(key: string): Promise<void>;
}

export function openLimit({ points, seconds }: { readonly points: number; readonly seconds: number }): Limit {
  const limiter = new RateLimiterMemory({ points, duration: seconds });
  return {
    async take(key) {
      try {
        await limiter.consume(key);
        return undefined;
      } catch (refusal) {
        // Tries are forgotten by a timer that no clock moves; the library counts what is left of it by the clock, which may be set back.
        if (refusal instanceof RateLimiterRes)
          return Math.min(seconds, Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000)));
        throw refusal;
      }
    },
    async forget(key) {
      await limiter.delete(key);
    },
    async giveBack(key) {
      await limiter.reward(key);
    },
  };
}

const QUARTER = 15 * 60;
const DAY = 24 * 3_600;

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
    /** It was the right password. A place gets this one try back, since a whole town hall may sign in from one address. */
    async forgive(login: string, address: string): Promise<void> {
      await Promise.all([together.forget(`${address} ${login}`), perName.forget(login), perPlace.giveBack(address)]);
    },
  };
}

/**
 * Slows guessing codes down, for one account from everywhere: who guesses knows the password already. Two codes of a million are right
 * at a time, so fifty tries a day find one in ten thousand days.
 */
export function openCodeDelay() {
  const quarter = openLimit({ points: 5, seconds: QUARTER });
  const day = openLimit({ points: 50, seconds: DAY });
  return {
    /** Counts a try before the code is looked at. */
    async take(accountId: string): Promise<number | undefined> {
      // A try that a quarter already refuses costs none of the day.
      return (await quarter.take(accountId)) ?? (await day.take(accountId));
    },
    async forgive(accountId: string): Promise<void> {
      await Promise.all([quarter.forget(accountId), day.forget(accountId)]);
    },
  };
}
