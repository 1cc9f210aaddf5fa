import type { FailedTry } from "@rode-draad/domain";
import { sql } from "kysely";

/** What the rows of both outboxes, of requests and of other messages, say of their own delivery. To be set in one update. */

const ONE_MORE = sql<number>`attempts + 1`;

/** It left. */
export function sentAt(now: Date) {
  return { state: "sent", sent_at: now, attempts: ONE_MORE, failure: null, next_try_at: null } as const;
}

/** It did not leave: with `final` nobody tries again by itself. */
export function afterFailure({ final, failure, nextTryAt }: FailedTry) {
  const state: "failed" | "waiting" = final ? "failed" : "waiting";
  return { state, attempts: ONE_MORE, failure, next_try_at: nextTryAt ?? null };
}

/** Somebody tries again, at the address that the partner has now. */
export function waitingAgain(partnerEmail: string | undefined, now: Date) {
  const address = partnerEmail === undefined ? {} : { partnerEmail };
  const content = sql<string>`content || ${JSON.stringify(address)}::jsonb`;
  return { state: "waiting", waiting_since: now, failure: null, next_try_at: null, content } as const;
}
