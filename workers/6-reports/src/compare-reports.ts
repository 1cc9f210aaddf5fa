import type { Month, ThemeId } from "@rode-draad/domain";
import type { ShownBand, ThemeReport } from "./theme-report.js";

/** What a report shows otherwise than the one before it. Both are released values, so this tells nothing more. */
export interface ReportComparison {
  readonly before: Month;
  readonly now: Month;
  /** Themes that are shown otherwise, in the order of the report. */
  readonly rows: readonly ComparedTheme[];
  /** How many themes stand in both with the same band. */
  readonly same: number;
}

export interface ComparedTheme {
  readonly themeId: ThemeId;
  readonly name: string;
  /** Absent: not shown then. */
  readonly before?: ShownBand;
  readonly now?: ShownBand;
  readonly change: "appeared" | "disappeared" | "more" | "fewer";
}

/** Compares two reports of the same part. Cost: linear in their themes. */
export function compareReports(now: ThemeReport, before: ThemeReport): ReportComparison {
  const earlier = new Map(before.sections.recurring.all.map((row) => [row.themeId, row]));
  const later = new Set(now.sections.recurring.all.map(({ themeId }) => themeId));
  const changed = now.sections.recurring.all.flatMap(({ themeId, name, now: band }): ComparedTheme[] => {
    const was = earlier.get(themeId)?.now;
    if (was === undefined) return [{ themeId, name, now: band, change: "appeared" }];
    if (was.min === band.min) return [];
    return [{ themeId, name, before: was, now: band, change: band.min > was.min ? "more" : "fewer" }];
  });
  const gone = before.sections.recurring.all
    .filter(({ themeId }) => !later.has(themeId))
    .map(({ themeId, name, now: band }): ComparedTheme => ({ themeId, name, before: band, change: "disappeared" }));
  const same = now.sections.recurring.all.length - changed.length;
  return { before: before.month, now: now.month, rows: [...changed, ...gone], same };
}
