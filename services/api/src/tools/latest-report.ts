import type { MunicipalityId, ThemeId } from "@rode-draad/domain";
import type { ThemeReport } from "@rode-draad/reports";
import { readLatestReport as readStoredReport, type StoreDatabase } from "@rode-draad/store";

interface ReportMeans {
  readonly db: StoreDatabase;
  readonly municipalityId: MunicipalityId;
}

/** The newest report of the whole municipality; undefined before the first one. */
export async function readLatestReport({ db, municipalityId }: ReportMeans): Promise<ThemeReport | undefined> {
  const stored = await readStoredReport(db, municipalityId);
  // The store keeps what the report stage wrote, and nothing else writes there.
  return stored?.content as ThemeReport | undefined;
}

/** The themes that a report names anywhere: what may be spoken of outside it too. */
export function themesNamedIn(report: ThemeReport | undefined): ReadonlySet<ThemeId> {
  if (report === undefined) return new Set();
  const { recurring, changes } = report.sections;
  return new Set([
    ...recurring.all.map((row) => row.themeId),
    ...changes.groups.flatMap((group) => group.items.map((item) => item.themeId)),
  ]);
}
