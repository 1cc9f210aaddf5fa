import type { Catalogue } from "@rode-draad/catalogue";
import type {
  AreaCode,
  Day,
  EmergentTheme,
  Month,
  Proposal,
  ProposalState,
  RefusalReason,
  Signal,
  TeamCode,
  ThemeId,
} from "@rode-draad/domain";
import type { ReleasedBand, ReleasedKnot, Withheld } from "@rode-draad/privacy";

/** What one theme did in one area during the window; exact, so nothing of it may reach a text but through the release gate. */
export interface NeedCount {
  readonly themeId: ThemeId;
  readonly areaCode: AreaCode;
  readonly teamCodes: readonly TeamCode[];
  /** Distinct cases. */
  readonly cases: number;
  /** Distinct professionals. */
  readonly professionals: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** What the month's released table shows of it: a card says no more than the report does. */
  readonly shown: { readonly status: "band"; readonly band: ReleasedBand } | Withheld;
}

/** A proposal from an earlier run and what people did with it. */
export interface EarlierProposal {
  readonly proposal: Pick<Proposal, "id" | "needKey" | "themeIds" | "areaCode" | "month" | "evidence" | "formatId">;
  readonly state: ProposalState;
  /** The day on which it came into that state. */
  readonly stateSince: Day;
  /** Why it was refused; absent for another state. */
  readonly refusal?: RefusalReason;
}

export interface ProposalInput {
  /** The last month of the window. */
  readonly month: Month;
  readonly catalogue: Catalogue;
  readonly counts: readonly NeedCount[];
  readonly signals: readonly Signal[];
  /** What is known of themes that stand in `counts` and not in the catalogue. */
  readonly emergentThemes: readonly EmergentTheme[];
  /** Themes that go together in the whole municipality, as the latest report tells them. */
  readonly knots: readonly ReleasedKnot[];
  readonly areaNames: ReadonlyMap<AreaCode, string>;
  readonly earlier: readonly EarlierProposal[];
}
