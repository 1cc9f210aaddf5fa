import type { IdentifierSpan, IdentifierType, Stretch } from "@rode-draad/domain";
import { overlaps } from "./overlap.js";

/**
 * Rule: a number that its own check digit gives away is never harmless, whatever its writer says. Rationale: chance makes such a number
 * once in ten to a hundred times, a slip of the hand makes a declaration much more often.
 */
const NEVER_HARMLESS: ReadonlySet<IdentifierType> = new Set(["BSN", "A_NUMBER", "EDUCATION_NUMBER", "IBAN"]);

/** What is left of the finds when those go that lie wholly in a stretch which the writer declared to be nobody's. O(spans × stretches). */
export function withoutHarmless(spans: readonly IdentifierSpan[], harmless: readonly Stretch[]): IdentifierSpan[] {
  if (harmless.length === 0) return [...spans];
  return spans.filter(
    ({ start, end, type }) =>
      NEVER_HARMLESS.has(type) || !harmless.some((stretch) => stretch.start <= start && end <= stretch.end),
  );
}

/** Where offsets of the raw text lie in the masked one, and back. `mask` is the step that masks; each look-up costs O(text). */
export function makePlaces(
  raw: string,
  spans: readonly IdentifierSpan[],
  mask: (text: string, spans: readonly IdentifierSpan[]) => string,
) {
  const inMasked = (offset: number): number =>
    mask(
      raw.slice(0, offset),
      spans.filter(({ end }) => end <= offset),
    ).length;
  const inRaw = (offset: number): number => {
    let [low, high] = [0, raw.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (inMasked(middle) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    /** A stretch that touches a mask says nothing about the masked text, so it is dropped. */
    toMasked: (stretches: readonly Stretch[]): Stretch[] =>
      stretches
        .filter((stretch) => !spans.some((span) => overlaps(span, stretch)))
        .map(({ start, end }) => ({ start: inMasked(start), end: inMasked(end) })),
    toRaw: (found: readonly IdentifierSpan[]): IdentifierSpan[] =>
      found.map(({ start, end, type }) => ({ start: inRaw(start), end: inRaw(end), type })),
  };
}

/** The text with spaces in place of the stretches, offsets kept. */
export function blankStretches(text: string, stretches: readonly Stretch[]): string {
  return stretches.reduce(
    (left, { start, end }) =>
      left.slice(0, start) + " ".repeat(Math.max(0, end - start)) + left.slice(Math.max(start, end)),
    text,
  );
}
