import type { Month } from "@rode-draad/domain";
import type { ThemeReport } from "@rode-draad/reports";
import type { Choice } from "./frame-tools.js";

/** The reports of the months, and letting one out. */
export interface ReportTools {
  /** Undefined when there is no report for this month and part. `exportAs`: it leaves as a file of this kind. */
  readReport(choice: Choice, exportAs?: ReportFileKind): Promise<ThemeReport | undefined>;
  /** Whether the report of a month is still a draft; undefined when there is none. */
  readReportState(month: Month): Promise<ReportState | undefined>;
  /** A person signs the draft off that they saw. A sentence when it was not let out. */
  releaseMonth(order: { readonly month: Month; readonly madeAt: string }): Promise<{ readonly refused?: string }>;
}

/** A draft can change with every import; what was released never does. */
export type ReportState =
  | { readonly kind: "released" }
  /** `madeAt` says which draft it is, as an ISO moment; `whyNotRelease` why this person may not release it. */
  | { readonly kind: "draft"; readonly madeAt: string; readonly whyNotRelease?: string };

export type ReportFileKind = "csv" | "json" | "xlsx" | "html";
