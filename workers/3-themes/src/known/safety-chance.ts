/**
 * How far a stretch, if it is a question, is about safety (0 to 1): the shares of the safety themes, less as the recogniser knows less
 * of it. Among words that it never saw all themes have some share, and those of safety add up to more than the floor of the
 * safety route; such a stretch is about something new, not about danger. What is known is one less the entropy of the shares as a part
 * of the most it can be (Shannon, 1948). To the power 1.5, chosen on hands left out: at equal false alarms as many safety matters of sets
 * A and B are found as with the plain sum, and of questions on subjects that no theme foresees 0.06 take the safety route instead of
 * 0.10; squared, one safety matter in a hundred more is missed.
 *
 * `shares`: of all themes, adding up to 1. O(themes).
 */
export function safetyChance(shares: Float64Array, safetyColumns: readonly number[]): number {
  let unsafe = 0;
  for (const column of safetyColumns) unsafe += shares[column] as number;
  // Most stretches; and what is left out is far below every floor.
  if (unsafe < UNSAFE_LEAST) return 0;
  let spread = 0;
  for (let theme = 0; theme < shares.length; theme++) {
    const share = shares[theme] as number;
    if (share > 0) spread -= share * Math.log(share);
  }
  const known = Math.max(0, 1 - spread / Math.log(shares.length));
  return unsafe * known ** 1.5;
}

const UNSAFE_LEAST = 0.002;
