import type { UnknownQuestion } from "./unknown-question.js";

/** A theme takes a question that the recogniser left open at these log odds: e to 1 in favour. */
export const LOG_ODDS_MIN = 1;
/** What has a certain theme joins from here on, however certain: the recogniser can be certain of the nearest theme only. */
const CERTAIN_ODDS_MIN = 7;
/** Context: there is ten times as much of it as of unknown questions, so chance finds more of it. */
const CONTEXT_ODDS_MIN = 5;

/**
 * Log odds from which a question belongs to a theme whose words it shares. Rule: the theme has to outweigh the recogniser, so the odds
 * of the catalogue theme that it gave are added to those that any question needs. Measured on five invented municipalities with the
 * planted themes and three with other ones, against one bound for doubted and one for certain questions: 0.92 and 0.73 of
 * a theme were its own, and are 0.94 and 0.80, with as many of the planted questions found.
 */
export function joiningOddsMin({ joinsOnly, confidence }: Pick<UnknownQuestion, "joinsOnly" | "confidence">): number {
  if (confidence === undefined) return joinsOnly ? CONTEXT_ODDS_MIN : LOG_ODDS_MIN;
  const odds = Math.log(confidence / (1 - confidence));
  return Math.min(CERTAIN_ODDS_MIN, LOG_ODDS_MIN + Math.max(0, odds));
}
