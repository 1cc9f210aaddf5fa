import { addDays, addMonths, type Month, monthOf, monthsBetween } from "@rode-draad/domain";
import { monthName, monthWord } from "../dutch-words.js";
import { joinNames } from "../proposal-card.js";
import type { ReportInput } from "../report-input.js";
import type { LookAheadItem, ThemeRow } from "../theme-report.js";

const LOOK_AHEAD_DAYS = 8 * 7;
/** Themes named for one month; more would be a list nobody prepares for. */
const THEMES_PER_MONTH = 3;

/**
 * Section 6: what the calendar says about the eight weeks after the reported month. Themes that recur here now come first;
 * the others only when their season begins, so that a theme in season all winter is not announced every month. A theme that
 * people split off is named only where it recurs: its season is that of another theme, and nobody has seen it begin.
 */
export function lookAhead(input: ReportInput, rows: readonly ThemeRow[]): { readonly items: readonly LookAheadItem[] } {
  const start = `${addMonths(input.month, 1)}-01`;
  const months = monthsBetween(monthOf(start), monthOf(addDays(start, LOOK_AHEAD_DAYS - 1)));
  const here = new Set(rows.map((row) => row.themeId));
  return {
    items: months.flatMap((month) => [...ruleItems(input, month), ...seasonItems(input, month, here)]),
  };
}

function ruleItems(input: ReportInput, month: Month): LookAheadItem[] {
  const year = Number(month.slice(0, 4));
  return input.catalogue.ruleChanges
    .filter(({ starts }) => starts.month === Number(month.slice(5)) && (starts.year ?? year) === year)
    .filter(({ themeId }) => !input.catalogue.neverThemeIds.has(themeId))
    .map(({ note }) => ({ when: `1 ${monthName(month)}`, date: `${month}-01`, text: note }));
}

function seasonItems(input: ReportInput, month: Month, here: ReadonlySet<string>): LookAheadItem[] {
  const inSeason = input.catalogue.themesInSeason(month);
  const before = new Set(input.catalogue.themesInSeason(addMonths(month, -1)));
  const recurring = inSeason.filter((theme) => here.has(theme.id)).slice(0, THEMES_PER_MONTH);
  const starting = inSeason
    .filter((theme) => !here.has(theme.id) && !before.has(theme) && theme.collective === "suitable")
    .filter(({ splitFrom }) => splitFrom === undefined)
    .slice(0, THEMES_PER_MONTH);
  const items: LookAheadItem[] = [];
  if (recurring.length > 0) items.push(item(month, `Druk blijft: ${names(recurring)}.`));
  if (starting.length > 0) items.push(item(month, `Vaak begint dan: ${names(starting)}.`));
  return items;
}

function item(month: Month, text: string): LookAheadItem {
  return { when: monthWord(month), date: month, text };
}

function names(themes: readonly { readonly label: string }[]): string {
  return joinNames(themes.map((theme) => theme.label));
}
