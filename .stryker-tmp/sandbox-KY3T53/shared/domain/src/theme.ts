import type { ThemeId } from "./ids.js";
import type { Week } from "./period.js";

/** Whether a group offer fits: `never` themes get the specialist route, `only-with-care` needs a person's explicit yes. */
export type Collective = "suitable" | "only-with-care" | "never";
export type Sensitivity = "laag" | "midden" | "hoog";

/** A theme that no catalogue foresaw, found among the unknown questions. */
export interface EmergentTheme {
  readonly id: ThemeId;
  /** Three characteristic words, most telling first. Generated from counts over many cases, never a quote. */
  readonly terms: readonly string[];
  readonly label: string;
  readonly firstWeek: Week;
  readonly cases: number;
}
