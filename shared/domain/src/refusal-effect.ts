import type { RefusalReason } from "./proposal.js";

/**
 * What a "Niet doen, want …" does to the next proposals. One table, so that what the page promises is what the next run does.
 */
export interface RefusalEffect {
  /** For so many months the answer holds, in this wijk and for these themes. */
  readonly months: number;
  /** It is asked again sooner when more households ask, or an alarm goes off. */
  readonly endsWhenWorse: boolean;
  /** Which forms may still be proposed meanwhile. */
  readonly stillProposed: "nothing" | "small-forms" | "forms-without-partner";
}

export const REFUSAL_EFFECTS: Readonly<Record<RefusalReason, RefusalEffect>> = {
  /** What is there already is there too when more people ask, so a year of silence. */
  "bestaat-al": { months: 12, endsWhenWorse: false, stillProposed: "nothing" },
  /** A quarter later the planning is another one. */
  "geen-tijd": { months: 3, endsWhenWorse: true, stillProposed: "nothing" },
  /** Half a year: long enough to be respected, short enough for a new season. */
  "past-niet-in-deze-wijk": { months: 6, endsWhenWorse: true, stillProposed: "nothing" },
  /** The subject stays, the open evening goes. More questions do not make it less delicate. */
  "te-gevoelig": { months: 12, endsWhenWorse: false, stillProposed: "small-forms" },
  /** Half a year: partners plan by half-year too. What colleagues and residents can do alone stays possible. */
  "geen-partner": { months: 6, endsWhenWorse: true, stillProposed: "forms-without-partner" },
};
