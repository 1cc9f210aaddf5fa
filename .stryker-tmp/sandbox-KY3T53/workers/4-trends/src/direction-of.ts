import type { Direction } from "@rode-draad/domain";

/** A theme's distinct cases in one month, with what its scope counted in all themes together. */
export interface MonthLevel {
  readonly cases: number;
  readonly volume: number;
}

const WINDOW_MONTHS = 3;
const ABSENCE_MONTHS = 6;
/** A change must be this large to be worth saying … */
const CHANGE_FACTOR = 1.25;
/** … and this unlikely to be chance, in standard deviations of a difference of two counts. */
const CHANGE_DEVIATIONS = 1.64;

/**
 * How a theme moves: the last three months against the three before, per unit of what was registered. Only when the windows
 * that end now and a month ago agree is it said; otherwise it is unclear. `months` runs to the asked month, oldest first.
 */
export function directionOf(months: readonly MonthLevel[]): Direction {
  const now = months.length;
  if (now < 2 * WINDOW_MONTHS) return "unclear";
  const window = sum(months, now - WINDOW_MONTHS, now).cases;
  if (window > 0) {
    const before = months.slice(0, now - WINDOW_MONTHS);
    if (before.every(({ cases }) => cases === 0)) return before.length >= WINDOW_MONTHS ? "new" : "unclear";
    const away = before.slice(-ABSENCE_MONTHS);
    if (away.length === ABSENCE_MONTHS && away.every(({ cases }) => cases === 0)) return "back";
  }
  const latest = movementAt(months, now);
  return now > 2 * WINDOW_MONTHS && latest === movementAt(months, now - 1) ? latest : "unclear";
}

function movementAt(months: readonly MonthLevel[], end: number): "rising" | "steady" | "falling" {
  const now = sum(months, end - WINDOW_MONTHS, end);
  const before = sum(months, end - 2 * WINDOW_MONTHS, end - WINDOW_MONTHS);
  if (now.volume === 0 || before.volume === 0) return "steady";
  const expected = (before.cases * now.volume) / before.volume;
  const deviation = Math.sqrt(Math.max(1, now.cases + expected));
  if (now.cases >= CHANGE_FACTOR * expected && now.cases - expected >= CHANGE_DEVIATIONS * deviation) return "rising";
  if (now.cases * CHANGE_FACTOR <= expected && expected - now.cases >= CHANGE_DEVIATIONS * deviation) return "falling";
  return "steady";
}

function sum(months: readonly MonthLevel[], from: number, to: number): MonthLevel {
  let [cases, volume] = [0, 0];
  for (const month of months.slice(Math.max(0, from), to)) {
    cases += month.cases;
    volume += month.volume;
  }
  return { cases, volume };
}
