/** Shared words that make two themes the same, at least … */
const SHARED_MIN = 2;
/** … and as a part of the shorter list. */
const SHARED_PART_MIN = 2 / 3;

/**
 * Rule: two themes that the machine found are one when they share two of their three characteristic words. Rationale: after
 * the memory of emergent themes was lost, a theme comes back under a new id, and what people said of it still holds.
 */
export function sameWords(one: readonly string[], other: readonly string[]): boolean {
  const shared = one.filter((word) => other.includes(word)).length;
  return shared >= SHARED_MIN && shared >= SHARED_PART_MIN * Math.min(one.length, other.length);
}
