import type { Catalogue } from "@rode-draad/catalogue";
import type { Month, ThemeId } from "@rode-draad/domain";
import { monthName } from "./dutch-words.js";
import { windowsOf } from "./report-window.js";

/**
 * What the calendar says about a theme in the window of a month: a busy season, and a rule that changed. Facts of the catalogue, so they
 * tell nothing of the municipality, and no cause: that they explain a change is for a person to say.
 */
export function themeNotes(catalogue: Catalogue, themeId: ThemeId, month: Month): readonly string[] {
  const { from, to } = windowsOf(month).now;
  const busy = catalogue.theme(themeId)?.season.months ?? [];
  const isBusy = [from, to].some((one) => busy.includes(Number(one.slice(5))));
  const rule = catalogue.ruleChangeOf(themeId, month);
  return [
    ...(isBusy ? ["Dit is een drukke tijd voor dit thema."] : []),
    ...(rule === undefined ? [] : [`Vanaf ${monthName(rule.startMonth)} geldt een nieuwe regel.`]),
  ];
}
