import type { Catalogue } from "@rode-draad/catalogue";
import type { Month, ThemeId } from "@rode-draad/domain";
import type { ReleasedValue } from "./report-input.js";
import { isBelowThreshold, laneOf } from "./theme-line.js";

/** The lane of a month; absent when nothing is shown. */
export interface LanePoint {
  readonly month: Month;
  readonly lane?: number;
}

/** The lanes of several themes in one place, month by month. A theme without a cell was below every threshold. */
export function composeLines(
  catalogue: Catalogue,
  themeIds: readonly ThemeId[],
  months: readonly {
    readonly month: Month;
    readonly cells: readonly (ReleasedValue & { readonly themeId: ThemeId })[];
  }[],
): ReadonlyMap<ThemeId, readonly LanePoint[]> {
  const byMonth = months.map(({ month, cells }) => ({
    month,
    cells: new Map(cells.map((cell) => [cell.themeId, cell])),
  }));
  return new Map(
    themeIds.map((themeId) => [
      themeId,
      byMonth.map(({ month, cells }): LanePoint => {
        const value = cells.get(themeId);
        if (value === undefined || isBelowThreshold(value)) return { month, lane: 0 };
        return value.status === "band" ? { month, lane: laneOf(value.band.min, catalogue) } : { month };
      }),
    ]),
  );
}
