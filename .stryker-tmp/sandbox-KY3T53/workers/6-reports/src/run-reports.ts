import type { StagePayload } from "@rode-draad/contracts";
import type { Month, MunicipalityId } from "@rode-draad/domain";
import type { ReleaseRecord } from "@rode-draad/privacy";
import { composeScopeReport, releaseMonth, reportScopes } from "./compose-month.js";
import type { MonthFacts } from "./month-facts.js";
import type { ThemeReport } from "./theme-report.js";

/** What the stage needs from the store. */
export interface ReportTools {
  /** The months whose report is missing or out of date, oldest first. */
  readonly listMonthsToReport: (municipalityId: MunicipalityId) => Promise<readonly Month[]>;
  readonly readMonthFacts: (municipalityId: MunicipalityId, month: Month) => Promise<MonthFacts>;
  /** Writes a month's reports and the line of the release ledger that belongs to them, in one transaction. */
  readonly saveReports: (
    municipalityId: MunicipalityId,
    month: Month,
    reports: readonly ThemeReport[],
    release: ReleaseRecord,
  ) => Promise<void>;
}

/** What a run did, for the log. */
export interface ReportRun {
  readonly months: readonly Month[];
  readonly reports: number;
}

/** The stage: for each changed month, one release, and from it the report of the municipality and of each team. */
export async function runReports(payload: StagePayload<"reports">, tools: ReportTools): Promise<ReportRun> {
  const { municipalityId } = payload;
  const months = await tools.listMonthsToReport(municipalityId);
  let written = 0;
  for (const month of months) {
    const facts = await tools.readMonthFacts(municipalityId, month);
    const released = releaseMonth(facts);
    const reports = reportScopes(facts).map((scope) => composeScopeReport(facts, released, scope));
    await tools.saveReports(municipalityId, month, reports, released.record);
    written += reports.length;
  }
  return { months, reports: written };
}
