/**
 * Two machines whose clocks are each a minute and a half off, the one ahead and the other behind. What was written further in the future
 * than this, was written by a clock that was wrong.
 */
const CLOCKS_APART_MS = 180_000;

/** The latest moment that something of now can bear, whichever machine wrote it. */
export function latestNow(now: Date): Date {
  return new Date(now.getTime() + CLOCKS_APART_MS);
}
