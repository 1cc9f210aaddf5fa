/**
 * Measures the alarm on 500 simulated series and prints figure and goal. Run:
 * `node --conditions=source --import tsx test/quality/trends.ts`
 */
import { watchSeries } from "@rode-draad/trends";
import { type SimulatedSeries, simulateSeries } from "./simulate-series.js";

const SERIES = 500;
const FIRST_SEED = 90_001;
/** The first weeks have no baseline yet. */
const FIRST_WEEK = 20;
/** Two weeks after a rise belong to neither side: its last cases are still in. */
const AFTERGLOW_WEEKS = 2;

interface Tally {
  falseWeeks: number;
  ordinaryWeeks: number;
  trueWeeks: number;
  detectable: number;
  readonly delays: number[];
}

function measureSeries({ cases, volume, from, to }: SimulatedSeries, tally: Tally): void {
  const watched = watchSeries({ cases, volume });
  let first: number | undefined;
  let most = 0;
  for (let week = FIRST_WEEK; week < cases.length; week++) {
    const alarms = watched[week]?.alarm === "rising";
    if (week >= from && week < to) {
      most = Math.max(most, fourWeeks(cases, week));
      if (alarms) tally.trueWeeks++;
      if (alarms) first ??= week;
    } else if (week < from || week >= to + AFTERGLOW_WEEKS) {
      tally.ordinaryWeeks++;
      if (alarms) tally.falseWeeks++;
    }
  }
  // A rise that never reaches the floor of five cases in four weeks may not raise an alarm.
  if (most < 5) return;
  tally.detectable++;
  if (first !== undefined) tally.delays.push(first - from);
}

function fourWeeks(cases: readonly number[], week: number): number {
  return cases.slice(Math.max(0, week - 3), week + 1).reduce((sum, count) => sum + count, 0);
}

/** The largest relative move of the ceiling, from half a year after a rise on, against the same series without it. */
function ceilingMove(seed: number): number {
  const quiet = simulateSeries(seed, { rises: false });
  const { from, to } = quiet;
  const cases = quiet.cases.map((count, week) => (week >= from && week < to ? 5 * count + 5 : count));
  const before = watchSeries(quiet, { testEveryWeek: true });
  const after = watchSeries({ ...quiet, cases }, { testEveryWeek: true });
  const moves = before.flatMap(({ expected }, week) =>
    week >= to + 12 && expected > 0 ? [Math.abs((after[week]?.expected ?? 0) - expected) / expected] : [],
  );
  return moves.length === 0 ? 0 : moves.reduce((sum, move) => sum + move, 0) / moves.length;
}

/** Alarms in or right after four weeks without registration. */
function gapAlarms(seed: number): number {
  const { cases, volume } = simulateSeries(seed, { rises: false });
  for (let week = 80; week < 84; week++) [cases[week], volume[week]] = [0, 0];
  return watchSeries({ cases, volume })
    .slice(80, 86)
    .filter(({ alarm }) => alarm !== null).length;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

const seeds = Array.from({ length: SERIES }, (_, index) => FIRST_SEED + index);
const tally: Tally = { falseWeeks: 0, ordinaryWeeks: 0, trueWeeks: 0, detectable: 0, delays: [] };
for (const seed of seeds) measureSeries(simulateSeries(seed), tally);
const moves = seeds.slice(0, 100).map(ceilingMove);
const gaps = seeds.reduce((sum, seed) => sum + gapAlarms(seed), 0);

console.table([
  { figure: "false-positive weeks", measured: tally.falseWeeks / tally.ordinaryWeeks, goal: "≤ 0.01" },
  { figure: "detection", measured: tally.delays.length / tally.detectable, goal: "≥ 0.85" },
  { figure: "PPV (weeks)", measured: tally.trueWeeks / (tally.trueWeeks + tally.falseWeeks), goal: "≥ 0.70" },
  { figure: "median delay (weeks)", measured: median(tally.delays), goal: "≤ 1" },
  { figure: "ceiling moved by a past rise (median)", measured: median(moves), goal: "≤ 0.05" },
  { figure: "ceiling moved by a past rise (worst of 100)", measured: Math.max(...moves), goal: "" },
  { figure: "alarms around a 4-week gap", measured: gaps, goal: "0" },
]);
