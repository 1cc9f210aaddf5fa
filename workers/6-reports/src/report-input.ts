import type { Catalogue } from "@rode-draad/catalogue";
import type {
  Day,
  Direction,
  EmergentTheme,
  Initiative,
  Month,
  Proposal,
  ProposalState,
  Signal,
  ThemeId,
} from "@rode-draad/domain";
import type { ReleasedBand, ReleasedKnot, ReleasedNumber, ReleasedShare, Withheld } from "@rode-draad/privacy";
import type { ReportScope } from "./theme-report.js";

/** What a report is made of. Counts come in released; the exact ones stay behind the release gate. */
export interface ReportInput {
  readonly month: Month;
  readonly municipality: { readonly id: string; readonly name: string };
  readonly scope: ReportScope;
  readonly themes: readonly ReleasedTheme[];
  /** Of the whole municipality, whatever the scope: a pair of themes in one wijk would be a third dimension. */
  readonly knots: readonly ReleasedKnot[];
  readonly emergent: readonly EmergentName[];
  readonly signals: readonly ReportSignal[];
  readonly proposals: readonly ReportProposal[];
  readonly running: readonly RunningInitiative[];
  readonly quality: ReportQuality;
  readonly madeOn: Day;
  readonly productVersion: string;
  readonly catalogue: Catalogue;
}

/** A theme in the scope of the report: this window, the one before, and where it goes. */
export interface ReleasedTheme {
  readonly themeId: ThemeId;
  readonly now: ReleasedValue;
  readonly earlier: ReleasedValue;
  readonly direction: Direction;
}

/** What the release gate says of one cell. Only the gate can make the band in it. */
export type ReleasedValue = { readonly status: "band"; readonly band: ReleasedBand } | Withheld;

export type EmergentName = Pick<EmergentTheme, "id" | "label" | "terms" | "firstWeek">;
/** A signal without its counts. */
export type ReportSignal = Pick<Signal, "themeId" | "kind" | "explanation">;

export interface ReportProposal {
  readonly proposal: Proposal;
  readonly state: ProposalState;
  readonly areaName: string;
}

/** An initiative that runs or ran lately. What is not known yet is left out and said so. */
export interface RunningInitiative
  extends Pick<
    Initiative,
    "title" | "formatId" | "areaCode" | "teamCodes" | "state" | "heldOn" | "attendance" | "evaluation"
  > {
  readonly plannedOn?: Day;
  /** Titles of what grew out of it. */
  readonly followUps: readonly string[];
}

export interface ReportQuality {
  /** Households with a note that could not be read: another language than Dutch, or no words. */
  readonly unreadable: ReleasedValue;
  /**
   * Of the whole municipality only. Beside the total, a rounded number of each wijk would give that of a small one away.
   */
  readonly municipality?: {
    /** Households with a theme, as a part of all households with a help question. */
    readonly assigned: { readonly status: "share"; readonly share: ReleasedShare } | Withheld;
    readonly households: { readonly status: "number"; readonly number: ReleasedNumber } | Withheld;
    readonly colleagues: ReleasedValue;
  };
  readonly modelVersion: string;
}
