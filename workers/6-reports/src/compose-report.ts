import { dayName, monthName } from "./dutch-words.js";
import type { ReportInput } from "./report-input.js";
import { nameWindow } from "./report-window.js";
import { describeChanges } from "./sections/changes.js";
import { glance } from "./sections/glance.js";
import { explainHidden } from "./sections/hidden.js";
import { describeKnots } from "./sections/knots.js";
import { lookAhead } from "./sections/look-ahead.js";
import { offerProposals } from "./sections/proposals.js";
import { stateQuality } from "./sections/quality.js";
import { pickRecurring, publishedRows } from "./sections/recurring.js";
import { listRunning } from "./sections/running.js";
import type { PublishedCell, ReportScope, ThemeReport, ThemeRow } from "./theme-report.js";

/**
 * Writes the monthly theme report: eight sections in fixed order (domain report 6.1), in Dutch of level B1, from
 * released values only. Same input, same report. A theme that is never collective, or that is not released, is named nowhere.
 */
export function composeReport(input: ReportInput): ThemeReport {
  const all = publishedRows(input);
  const recurring = pickRecurring(all);
  const changes = describeChanges(all, input.signals);
  const proposals = offerProposals(input);
  const { caseMinShared, professionalsMin } = input.catalogue.privacyParameters;
  return {
    version: 1,
    title: `Wat speelt er in ${scopePlace(input.scope)}: ${monthName(input.month)}`,
    month: input.month,
    madeOn: input.madeOn,
    municipality: input.municipality,
    scope: input.scope,
    window: nameWindow(input.month),
    sections: {
      glance: glance(all, changes, proposals),
      recurring: { rows: recurring, all },
      changes,
      proposals,
      running: listRunning(input),
      lookAhead: lookAhead(input, all),
      hidden: explainHidden(input),
      quality: stateQuality(input, all.length > 0),
    },
    knots: describeKnots(input.knots, all),
    colophon:
      `Gemaakt op ${dayName(input.madeOn)}. Rode Draad versie ${input.productVersion}. ` +
      `Onze grenzen: minimaal ${caseMinShared} huishoudens, ${professionalsMin} collega’s en drie maanden samen. ` +
      `Vragen? Neem contact op met het functioneel beheer van de gemeente ${input.municipality.name}.`,
    published: all.map(publishedCell),
  };
}

/** "de gemeente Voorbeeldstad", "Sterrenwijk", "het werkgebied van Wijkteam Oost" */
function scopePlace(scope: ReportScope): string {
  if (scope.kind === "area") return scope.name;
  return scope.kind === "team" ? `het gebied van ${scope.name}` : scope.name;
}

function publishedCell(row: ThemeRow): PublishedCell {
  return {
    themeId: row.themeId,
    theme: row.name,
    now: row.now.label,
    earlier: "band" in row.earlier ? row.earlier.band.label : "niet getoond",
    direction: row.directionWord,
  };
}
