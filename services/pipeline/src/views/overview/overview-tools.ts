import { AUDIENCE } from "@rode-draad/api";
import { addMonths } from "@rode-draad/domain";
import type { ReleaseRecord } from "@rode-draad/privacy";
import { composeLines, concerns, placeOf, themeNotes } from "@rode-draad/reports";
import { listInitiatives, listMonthReleases } from "@rode-draad/store";
import type { OverviewTools } from "@rode-draad/web";
import { showRelease } from "../../stages/report-tools.js";
import { readChosenReport } from "../reports/report-tools.js";
import type { WebMeans } from "../web-means.js";

/** A year: long enough to see a season, short enough for a line of text. */
const LINE_MONTHS = 12;

export function overviewTools(means: WebMeans): OverviewTools {
  const { store, municipalityId, catalogue } = means.product;
  return {
    async readOverview(choice) {
      const { month, part } = choice;
      const place = placeOf(part);
      const from = addMonths(month, 1 - LINE_MONTHS);
      const [report, releases, held] = await Promise.all([
        readChosenReport(means, choice),
        listMonthReleases(store.db, municipalityId, AUDIENCE, { from, to: month }),
        listInitiatives(store.db, municipalityId, { states: ["held"] }),
      ]);
      const rows = report?.sections.recurring.all ?? [];
      const shown = new Set(rows.map(({ themeId }) => themeId));
      const months = releases.map(({ month: of, record }) => {
        const whole = record as ReleaseRecord;
        const released = whole.released.filter(
          (cell) => shown.has(cell.themeId) && cell.areaCode === place.areaCode && cell.teamCode === place.teamCode,
        );
        return { month: of, cells: showRelease(catalogue, of, { ...whole, released }).cells };
      });
      return {
        laneCount: catalogue.privacyParameters.displayBands.length,
        lines: composeLines(catalogue, [...shown], months),
        notes: new Map([...shown].map((themeId) => [themeId, themeNotes(catalogue, themeId, month)])),
        toEvaluate: held.filter((initiative) => concerns(initiative, part)).length,
      };
    },
  };
}
