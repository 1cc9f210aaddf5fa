import type { Catalogue } from "@rode-draad/catalogue";
import type {
  AreaCode,
  Day,
  Direction,
  Month,
  Scope,
  Signal,
  TeamCode,
  ThemeId,
  ThemePairCount,
} from "@rode-draad/domain";
import type { CountCell, ReleaseParameters, ReleaseRecord } from "@rode-draad/privacy";
import type { EmergentName, ReportProposal, RunningInitiative } from "./report-input.js";

/** Everything that one month's reports are made of, for all audiences at once. The counts in it are exact: they go to the gate. */
export interface MonthFacts {
  readonly month: Month;
  readonly municipality: { readonly id: string; readonly name: string };
  readonly areas: readonly { readonly code: AreaCode; readonly name: string }[];
  readonly teams: readonly { readonly code: TeamCode; readonly name: string }[];
  readonly catalogue: Catalogue;
  readonly parameters: ReleaseParameters;
  /** Theme × (everything | area | team) in the window of the month, and in the window before it. */
  readonly counts: readonly CountCell[];
  readonly earlierCounts: readonly CountCell[];
  /** Every two themes that a case holds both in the window of the month, in the whole municipality. */
  readonly pairs: readonly ThemePairCount[];
  /** The latest release before this one, so that bands keep still around an edge. */
  readonly previousRelease?: ReleaseRecord;
  /** The release of the earlier window, when there was one: it is shown again as it was. */
  readonly earlierRelease?: ReleaseRecord;
  /** Keys of cells that a refused release named: this month leaves them out. */
  readonly withhold?: ReadonlySet<string>;
  readonly directions: readonly ScopedDirection[];
  readonly signals: readonly Signal[];
  readonly emergent: readonly EmergentName[];
  readonly proposals: readonly ReportProposal[];
  /** What runs, or was held in the window of the month or since. */
  readonly running: readonly RunningInitiative[];
  readonly totals: readonly ScopeTotals[];
  /** Of each scope that has any, the cases with a note that could not be read. */
  readonly unreadable: readonly UnreadableTotals[];
  readonly modelVersion: string;
  readonly productVersion: string;
  readonly madeOn: Day;
}

export interface ScopedDirection extends Scope {
  readonly themeId: ThemeId;
  readonly direction: Direction;
}

/** Exact too. */
interface UnreadableTotals extends Scope {
  readonly cases: number;
  readonly professionals: number;
}

/** Exact totals of a scope in the window; they too leave through the gate only. */
export interface ScopeTotals extends Scope {
  /** Distinct cases with a help question. */
  readonly cases: number;
  /** Of those, the ones with at least one theme. */
  readonly assigned: number;
  readonly professionals: number;
}
