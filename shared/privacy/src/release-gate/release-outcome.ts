import { makeOutcome, type ReleasedBand, type ReleasedOutcome, type Withheld, withheld } from "./released.js";

/** A cell of a month as it was released. */
type ReleasedValue = { readonly status: "band"; readonly band: ReleasedBand } | Withheld;

/**
 * What came of an evening, in words. The counts of the months around it are sums that betray the bands beside them, so neither a
 * rate nor an interval may leave: each would be one more equation about households that a reader holds two bands of.
 *
 * Rule: a word is only told of a theme that the reports showed in that wijk, above the lowest band, in the quarter before the evening,
 * and whose quarter afterwards was not withheld. Rationale: the word then says no more than which way two shown bands lean; without
 * them it would be the first thing that is told of fewer than ten households. Cost: constant.
 */
export function releaseOutcome<Outcome extends string>(
  outcome: Outcome,
  quarters: { readonly before: ReleasedValue; readonly after: ReleasedValue },
): { readonly status: "outcome"; readonly outcome: ReleasedOutcome<Outcome> } | Withheld {
  const { before, after } = quarters;
  if (before.status === "withheld") return before;
  if (before.band.min === 0) return withheld("below-threshold");
  return after.status === "withheld" ? after : { status: "outcome", outcome: makeOutcome(outcome) };
}
