import type { Month, ThemeId } from "@rode-draad/domain";
import type { Choice } from "./frame-tools.js";

/** What the overview says of a month besides its report. */
export interface OverviewTools {
  /** The year up to the month, what the calendar says about it, and what waits for somebody. */
  readOverview(choice: Choice): Promise<OverviewView>;
}

export interface OverviewView {
  readonly laneCount: number;
  /** By theme: a lane for each of the last twelve months that there is a report of, the oldest first. */
  readonly lines: ReadonlyMap<ThemeId, readonly OverviewPoint[]>;
  /** By theme: Dutch sentences about season and rules that may explain this month. */
  readonly notes: ReadonlyMap<ThemeId, readonly string[]>;
  /** Themes that nobody foresaw and that bear a name that people gave. */
  readonly named: ReadonlySet<ThemeId>;
  /** Evenings that were held and wait for the word how they went. */
  readonly toEvaluate: number;
}

export interface OverviewPoint {
  readonly month: Month;
  /** Absent when nothing is shown. */
  readonly lane?: number;
}
