import { ProductError } from "./errors.js";

/** What a failed try comes to. */
export interface FailedTry {
  /** Nobody tries again by itself. */
  readonly final: boolean;
  /** Our own code of the failure. */
  readonly failure: string;
  readonly nextTryAt?: Date;
}

const MINUTE_MS = 60_000;
const PAUSE_MAX_MS = 60 * MINUTE_MS;
/** A receiver that was away for a day is seen to by a person, who can ask again or call. */
const GIVE_UP_MS = 24 * PAUSE_MAX_MS;

/**
 * Rule: what may pass is tried again after as long as it has waited already, a minute at least and an hour at most, and
 * given up after a day. Rationale: a server that is back within minutes gets the letter within minutes, one that is down
 * all night is asked some thirty times, and the sender hears of it the next day, not never.
 */
export function planAfterFailure(error: unknown, waitingSince: Date, now: Date): FailedTry {
  const failure = error instanceof ProductError ? error.code : "unknown";
  const waitedMs = now.getTime() - waitingSince.getTime();
  if ((error instanceof ProductError && !error.retryable) || waitedMs >= GIVE_UP_MS) return { final: true, failure };
  const pauseMs = Math.min(PAUSE_MAX_MS, Math.max(MINUTE_MS, waitedMs));
  return { final: false, failure, nextTryAt: new Date(now.getTime() + pauseMs) };
}
