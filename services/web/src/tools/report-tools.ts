import type { Day, Month } from "@rode-draad/domain";
import type { ReportComparison, ThemeReport } from "@rode-draad/reports";
import type { Choice } from "./frame-tools.js";

/** The reports of the months, and letting one out. */
export interface ReportTools {
  /** Undefined when there is no report for this month and part. `exportAs`: it leaves as a file of this kind. */
  readReport(choice: Choice, exportAs?: ReportFileKind): Promise<ThemeReport | undefined>;
  /** Whether the report of a month is still a draft; undefined when there is none. */
  readReportState(month: Month): Promise<ReportState | undefined>;
  /** What the report shows otherwise than that of the month before; undefined when there is no such pair. */
  compareReport(choice: Choice): Promise<ReportComparison | undefined>;
  /** Where this person gets a mail when a month was released; undefined: nowhere. */
  readSubscription(): Promise<SubscriptionView | undefined>;
  /** Undefined ends it. A sentence when it was not done. */
  changeSubscription(email: string | undefined): Promise<{ readonly refused?: "no-account" }>;
  /** A person signs the draft off that they saw. A sentence when it was not let out. */
  releaseMonth(order: { readonly month: Month; readonly madeAt: string }): Promise<{ readonly refused?: string }>;
}

/** A draft can change with every import; what was released never does. */
export type ReportState =
  | { readonly kind: "released"; readonly by: string; readonly day: Day }
  /**
   * `madeAt` says which draft it is, as an ISO moment; `whyNotRelease` why this person may not release it. `refusals`: the tries to
   * release it that were refused, the latest first.
   */
  | {
      readonly kind: "draft";
      readonly madeAt: string;
      readonly refusals: readonly { readonly day: Day; readonly sentence: string }[];
      readonly whyNotRelease?: string;
    };

export interface SubscriptionView {
  readonly email: string;
  /** The mail server refuses the address. */
  readonly hasFailed: boolean;
}

export type ReportFileKind = "csv" | "json" | "xlsx" | "html" | "pdf";
