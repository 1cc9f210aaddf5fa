/**
 * Measures the alarm on 500 simulated series and prints figure and goal. Run:
 * `node --conditions=source --import tsx test/quality/trends.ts [--ranges]`
 * `--ranges` measures five other ranges of seeds too, since a figure on the edge of its goal is luck.
 */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { watchSeries } from "@rode-draad/trends";
import { atLeast, atMost, type FigureRow, isProgram, printFigures, shown } from "./figure-row.js";
import { type SimulatedSeries, simulateSeries } from "./simulate-series.js";

const SERIES = 500;
/** The alarm was set on seeds from 1,000,001 on; neither these nor the other ranges were looked at for that. */
const FIRST_SEED = 90_001;
const OTHER_SEEDS = [1, 10_001, 200_001, 400_001, 700_001];
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

/** The figures of the alarm on `SERIES` series from a seed on. */
export function trendFigures(firstSeed: number = FIRST_SEED): FigureRow[] {
  const seeds = Array.from({ length: SERIES }, (_, index) => firstSeed + index);
  const tally: Tally = { falseWeeks: 0, ordinaryWeeks: 0, trueWeeks: 0, detectable: 0, delays: [] };
  for (const seed of seeds) measureSeries(simulateSeries(seed), tally);
  const moves = seeds.slice(0, 100).map(ceilingMove);
  return [
    atMost("false-positive weeks", 0.01, tally.falseWeeks / tally.ordinaryWeeks),
    atLeast("detection", 0.85, tally.delays.length / tally.detectable),
    atLeast("PPV (weeks)", 0.7, tally.trueWeeks / (tally.trueWeeks + tally.falseWeeks)),
    atMost("median delay (weeks)", 1, median(tally.delays)),
    shown(
      "alarmed within two weeks, of what was detected",
      share(tally.delays, (delay) => delay <= 1),
    ),
    atMost("ceiling moved by a past rise (median)", 0.05, median(moves)),
    shown("ceiling moved by a past rise (worst of 100)", Math.max(...moves)),
    atMost(
      "alarms around a 4-week gap",
      0,
      seeds.reduce((sum, seed) => sum + gapAlarms(seed), 0),
    ),
  ];
}

function share(values: readonly number[], holds: (value: number) => boolean): number {
  return values.filter(holds).length / values.length;
}

if (isProgram(fileURLToPath(import.meta.url))) {
  const { values: options } = parseArgs({ options: { ranges: { type: "boolean" } }, strict: false });
  printFigures(trendFigures());
  if (options.ranges === true) {
    for (const firstSeed of OTHER_SEEDS) {
      process.stdout.write(`\nseeds from ${firstSeed}\n`);
      printFigures(trendFigures(firstSeed));
    }
  }
}
