import type { Signal } from "@rode-draad/domain";
import { DEFAULT_RELEASE_PARAMETERS, type ReleaseParameters } from "@rode-draad/privacy";
import { themeNamer } from "@rode-draad/reports";
import { listSignals, monthOfWeek } from "@rode-draad/store";
import type { ApiTools, SignalView } from "./api-tools.js";
import type { StoreToolsMeans } from "./create-store-tools.js";
import { readLatestReport, themesNamedIn } from "./latest-report.js";
import { awakeOnly, readThemes } from "./read-themes.js";

type SignalMeans = Pick<StoreToolsMeans, "db" | "municipalityId" | "catalogue">;

/** Signals that may be shown, without their counts. */
export async function listSignalViews(
  means: SignalMeans,
  filter: Parameters<ApiTools["listSignals"]>[0],
): Promise<SignalView[]> {
  const { db, municipalityId } = means;
  const [signals, themes, report] = await Promise.all([
    listSignals(db, municipalityId, filter.fromMonth === undefined ? {} : { fromMonth: filter.fromMonth }),
    readThemes(db, municipalityId, means.catalogue),
    readLatestReport(means),
  ]);
  const { catalogue, emergent } = themes;
  const named = themesNamedIn(report);
  const nameOf = themeNamer(catalogue, emergent);
  const isKnown = (signal: Signal): boolean =>
    catalogue.theme(signal.themeId) !== undefined || named.has(signal.themeId);
  return awakeOnly(signals, themes)
    .filter((signal) => filter.areaCode === undefined || signal.areaCode === filter.areaCode)
    .filter((signal) => isKnown(signal) && !catalogue.neverThemeIds.has(signal.themeId))
    .filter((signal) => mayBeShown(signal, DEFAULT_RELEASE_PARAMETERS))
    .map((signal) => ({
      id: signal.id,
      themeId: signal.themeId,
      themeName: nameOf(signal.themeId),
      kind: signal.kind,
      week: signal.week,
      month: monthOfWeek(signal.week),
      ...(signal.areaCode === undefined ? {} : { areaCode: signal.areaCode }),
      ...(signal.teamCode === undefined ? {} : { teamCode: signal.teamCode }),
      explanation: signal.explanation,
    }));
}

/**
 * Rule: a signal is shown when the number behind it could be shown, so at least the cases that any shown number needs,
 * and never for a wijk and a team at once. Rationale: an alarm says that there were cases, as a number does.
 */
function mayBeShown(
  signal: Pick<Signal, "cases" | "expected" | "areaCode" | "teamCode">,
  parameters: Pick<ReleaseParameters, "caseMinShared">,
): boolean {
  if (signal.areaCode !== undefined && signal.teamCode !== undefined) return false;
  // A fall says how many there used to be.
  return Math.max(signal.cases, signal.expected) >= parameters.caseMinShared;
}
