import { AUDIENCE } from "@rode-draad/api";
import { addMonths } from "@rode-draad/domain";
import type { ReleaseRecord } from "@rode-draad/privacy";
import { composeLines, concerns, placeOf, themeNotes } from "@rode-draad/reports";
import { listInitiatives, listReleasedCells, readCorrectionLayer } from "@rode-draad/store";
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
      const from = addMonths(month, 1 - LINE_MONTHS);
      const [report, held, { layer }] = await Promise.all([
        readChosenReport(means, choice),
        listInitiatives(store.db, municipalityId, { states: ["held"] }),
        readCorrectionLayer(store.db, municipalityId, catalogue.neverThemeIds),
      ]);
      const themeIds = (report?.sections.recurring.rows ?? []).map(({ themeId }) => themeId);
      const asked = { ...placeOf(part), themeIds };
      const releases = await listReleasedCells(store.db, municipalityId, AUDIENCE, { from, to: month }, asked);
      const months = releases.map(({ month: of, record }) => ({
        month: of,
        cells: showRelease(catalogue, of, record as ReleaseRecord).cells,
      }));
      return {
        laneCount: catalogue.privacyParameters.displayBands.length,
        lines: composeLines(catalogue, themeIds, months),
        notes: new Map(themeIds.map((themeId) => [themeId, themeNotes(catalogue, themeId, month)])),
        named: new Set(
          report?.sections.recurring.all.map(({ themeId }) => themeId).filter((id) => layer.nameOf(id) !== undefined),
        ),
        toEvaluate: held.filter((initiative) => concerns(initiative, part)).length,
      };
    },
  };
}
