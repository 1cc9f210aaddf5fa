import { type Month, monthOf, type ThemeChange, type ThemeId, type Week, weekOf } from "@rode-draad/domain";
import { describeThemeChange } from "./describe-theme-change.js";

/** From this moment a theme means something else; the whole series was counted again in the new meaning. */
export interface SeriesBreak {
  readonly month: Month;
  readonly week: Week;
  readonly kind: "merged" | "split" | "undone";
  /** The theme and the one that it took in, went into or came from. */
  readonly themeIds: readonly ThemeId[];
  readonly text: string;
}

/** Where the series of a theme breaks, oldest first: merges and splits, and the undoing of one. */
export function seriesBreaks(
  changes: readonly ThemeChange[],
  nameOf: (id: ThemeId) => string,
  dayOf: (at: Date) => string,
): SeriesBreak[] {
  const isBreaking = ({ kind }: ThemeChange): boolean => kind === "merged" || kind === "split";
  const breaking = new Set(changes.filter(isBreaking).flatMap(({ correctionId }) => correctionId ?? []));
  return changes
    .flatMap((change): SeriesBreak[] => {
      const { kind, themeId, otherId, at, correctionId } = change;
      if (kind !== "merged" && kind !== "split" && kind !== "undone") return [];
      if (kind === "undone" && !breaking.has(correctionId ?? "")) return [];
      const day = dayOf(at);
      const themeIds = otherId === undefined ? [themeId] : [themeId, otherId];
      return [{ month: monthOf(day), week: weekOf(day), kind, themeIds, text: describeThemeChange(change, nameOf) }];
    })
    .sort((a, b) => (a.week < b.week ? -1 : a.week > b.week ? 1 : 0));
}
