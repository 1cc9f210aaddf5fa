import type { Direction } from "@rode-draad/domain";
import { DIRECTION_WORDS } from "../dutch-words.js";
import type { ReleasedTheme, ReportInput } from "../report-input.js";
import type { ShownBand, ThemeRow } from "../theme-report.js";

/** Most themes in the chart: what fits on one screen and one A4 (domain report 6.1: top 5 to 8). */
const RECURRING_MAX = 8;

/**
 * The themes that may be named: released, above the lowest band, and not one of the themes that are never collective.
 * In the catalogue's order, emergent themes after it by id, so that the order is the same every month.
 */
export function publishedRows(input: ReportInput): ThemeRow[] {
  const released = new Map(input.themes.map((theme) => [theme.themeId, theme]));
  const rows: ThemeRow[] = [];
  for (const theme of input.catalogue.themes) {
    const values = released.get(theme.id);
    if (values === undefined || theme.collective === "never") continue;
    const row = themeRow(values, theme.label, theme.collective);
    if (row !== undefined) rows.push(row);
  }
  const byId = [...input.emergent].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const theme of byId) {
    const values = released.get(theme.id);
    const row = values && themeRow(values, theme.label, "suitable");
    if (row !== undefined) rows.push({ ...row, words: theme.terms });
  }
  return rows;
}

function themeRow(theme: ReleasedTheme, name: string, collective: ThemeRow["collective"]): ThemeRow | undefined {
  if (theme.now.status === "withheld" || isLowest(theme.now.band)) return undefined;
  const direction = provenDirection(theme);
  return {
    themeId: theme.themeId,
    name,
    now: plain(theme.now.band),
    earlier: theme.earlier.status === "band" ? { band: plain(theme.earlier.band) } : { reason: theme.earlier.sentence },
    direction,
    directionWord: DIRECTION_WORDS[direction],
    collective,
  };
}

/** "minder dan 10": such a theme stays unnamed, or its first appearance tells of one household (domain report 4.4). */
function isLowest(band: ShownBand): boolean {
  return band.min === 0;
}

function plain({ label, min, max }: ShownBand): ShownBand {
  return { label, min, max };
}

/**
 * Rule: a direction is only said when the bands that are shown agree with it. The trend is taken from exact counts and the
 * bands move late, so the two may differ for a while; a reader would then see "gelijk" beside two different bands. And
 * beside a withheld number a direction would tell something about it. Two equal bands are "gelijk" as they stand there,
 * also when the trend is not sure yet: that says no more than the bands themselves.
 */
function provenDirection({ now, earlier, direction }: ReleasedTheme): Direction {
  if (direction === "new") return direction;
  if (earlier.status === "withheld" || now.status === "withheld") return "unclear";
  const difference = now.band.min - earlier.band.min;
  if (direction === "unclear" && difference === 0) return "steady";
  const disagrees =
    (direction === "steady" && difference !== 0) ||
    (direction === "rising" && difference < 0) ||
    (direction === "falling" && difference > 0);
  return disagrees ? "unclear" : direction;
}

/** The widest bands first, rising before steady at equal band; shown in the fixed order of `rows`. */
export function pickRecurring(rows: readonly ThemeRow[]): ThemeRow[] {
  const weight = (row: ThemeRow): number =>
    row.now.min * 2 + (row.direction === "rising" || row.direction === "new" ? 1 : 0);
  const ranked = rows
    .map((row, order) => ({ row, order }))
    .sort((a, b) => weight(b.row) - weight(a.row) || a.order - b.order);
  return ranked
    .slice(0, RECURRING_MAX)
    .sort((a, b) => a.order - b.order)
    .map(({ row }) => row);
}
