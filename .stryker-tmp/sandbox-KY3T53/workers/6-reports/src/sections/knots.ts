import type { ReleasedKnot } from "@rode-draad/privacy";
import type { KnotTheme, ThemeKnot, ThemeRow } from "../theme-report.js";

/**
 * The knots between themes that the report names. The busiest first, by the bands that are shown and nothing
 * finer, so that the order tells no more than the report does; of equals the order of the rows.
 */
export function describeKnots(knots: readonly ReleasedKnot[], rows: readonly ThemeRow[]): ThemeKnot[] {
  const places = new Map(rows.map((row, place) => [row.themeId, { row, place }]));
  const found = knots.flatMap(({ themeIds }) => {
    const both = themeIds.flatMap((id) => places.get(id) ?? []).sort((a, b) => a.place - b.place);
    const [first, second] = both;
    return first === undefined || second === undefined ? [] : [{ first, second }];
  });
  const busyness = ({ first, second }: (typeof found)[number]): number => first.row.now.min + second.row.now.min;
  found.sort((a, b) => busyness(b) - busyness(a) || a.first.place - b.first.place || a.second.place - b.second.place);
  return found.map(({ first, second }) => ({ themes: [themeOf(first.row), themeOf(second.row)] }));
}

function themeOf({ themeId, name, collective }: ThemeRow): KnotTheme {
  return { id: themeId, name, collective };
}
