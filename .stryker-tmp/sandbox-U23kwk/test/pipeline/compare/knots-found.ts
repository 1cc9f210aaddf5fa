import type { ThemeId } from "@rode-draad/domain";
import type { PlantedKnotTruth, Truth } from "@rode-draad/fixtures";

type Pair = readonly [ThemeId, ThemeId];

export interface KnotComparison {
  readonly found: readonly PlantedKnotTruth[];
  readonly missed: readonly PlantedKnotTruth[];
  /** Told without being planted: chance, or two themes that the recogniser mixes up. */
  readonly others: readonly Pair[];
}

/** Pairs the planted knots with those of a report, whichever theme comes first. O(planted × told). */
export function knotsFound({ knots }: Pick<Truth, "knots">, told: readonly Pair[]): KnotComparison {
  const isTold = ({ themeIds }: PlantedKnotTruth) => told.some((pair) => isSame(pair, themeIds));
  return {
    found: knots.filter(isTold),
    missed: knots.filter((knot) => !isTold(knot)),
    others: told.filter((pair) => !knots.some(({ themeIds }) => isSame(pair, themeIds))),
  };
}

function isSame(pair: Pair, other: Pair): boolean {
  return pair.every((themeId) => other.includes(themeId));
}
