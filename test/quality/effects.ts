/**
 * Measures the judgement of evenings on 500 simulated ones with each planted effect, and prints figure and goal. Run:
 * `node --conditions=source --import tsx test/quality/effects.ts [--ranges]`
 * `--ranges` measures five other ranges of seeds too, since a figure on the edge of its goal is luck.
 */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Judgement } from "@rode-draad/domain";
import { FIRST_LOOK_MONTHS, judgeEffect } from "@rode-draad/effects";
import { atLeast, atMost, type FigureRow, isProgram, printFigures, shown } from "./figure-row.js";
import { PLANTED, type SimulatedEvening, simulateEvening } from "./simulate-evenings.js";

const EVENINGS = 500;
/** The judgement was set on seeds from 1,000,001 on; neither these nor the other ranges were looked at for that. */
const FIRST_SEED = 90_001;
const OTHER_SEEDS = [1, 10_001, 200_001, 400_001, 700_001];
/** A wijk with so many cases a month is a large one for one theme, and with so few a small one. */
const LARGE_PER_MONTH = 10;
const SMALL_PER_MONTH = 3;

interface Seen {
  readonly evening: SimulatedEvening;
  readonly first: Judgement;
  readonly last: Judgement;
}

function lookTwice(evening: SimulatedEvening): Seen {
  const early = ({ before, after }: SimulatedEvening["target"]) => ({
    before,
    after: after.slice(0, FIRST_LOOK_MONTHS),
  });
  return {
    evening,
    first: judgeEffect({ target: early(evening.target), comparison: evening.comparison.map(early) }),
    last: judgeEffect(evening),
  };
}

/** The figures on `EVENINGS` evenings of each kind from a seed on. */
export function effectFigures(firstSeed: number = FIRST_SEED): FigureRow[] {
  const seen = (planted: keyof typeof PLANTED): Seen[] =>
    Array.from({ length: EVENINGS }, (_, index) => lookTwice(simulateEvening(firstSeed + index, PLANTED[planted])));
  const [none, third, half, returning] = [seen("none"), seen("third"), seen("half"), seen("returning")];
  const all = [...none, ...third, ...half, ...returning];
  const told = (of: readonly Seen[], outcome: Judgement["outcome"]): number =>
    share(of, ({ last }) => last.outcome === outcome);
  return [
    atLeast("coverage of the 90 % interval", 0.88, share(all.filter(hasInterval), isCovered)),
    shown("… without effect", share(none.filter(hasInterval), isCovered)),
    shown("… at half as many questions", share(half.filter(hasInterval), isCovered)),
    atMost('false "minder vragen", at either look', 0.05, share(none, saidFewer)),
    shown("power at -30 %: worked", told(third, "worked")),
    shown("power at -50 %: worked", told(half, "worked")),
    shown(
      "… in large wijken",
      share(half.filter(isLarge), ({ last }) => last.outcome === "worked"),
    ),
    shown(
      "… in small wijken",
      share(half.filter(isSmall), ({ last }) => last.outcome === "worked"),
    ),
    shown("returning: returned", told(returning, "returned")),
    shown(
      "… of those that worked at the first look",
      told(
        returning.filter(({ first }) => first.outcome === "worked"),
        "returned",
      ),
    ),
    shown("no effect: no visible effect", told(none, "no-visible-effect")),
    shown("… nog niet te zeggen", told(none, "too-early")),
    atMost("half as many questions: no visible effect", 0.1, told(half, "no-visible-effect")),
  ];
}

function hasInterval({ last }: Seen): boolean {
  return last.change !== undefined;
}

function isCovered({ evening: { truth }, last: { change } }: Seen): boolean {
  return change !== undefined && change.low <= truth && truth <= change.high;
}

/** Both words tell that there were fewer questions, and neither may be said too often where there were not. */
function saidFewer({ first, last }: Seen): boolean {
  return first.outcome === "worked" || last.outcome === "worked" || last.outcome === "returned";
}

function isLarge({ evening }: Seen): boolean {
  return perMonth(evening) >= LARGE_PER_MONTH;
}

function isSmall({ evening }: Seen): boolean {
  return perMonth(evening) < SMALL_PER_MONTH;
}

function perMonth({ target: { before } }: SimulatedEvening): number {
  return before.reduce((sum, { cases }) => sum + cases, 0) / before.length;
}

function share<One>(all: readonly One[], isSo: (one: One) => boolean): number {
  return all.length === 0 ? Number.NaN : all.filter(isSo).length / all.length;
}

if (isProgram(fileURLToPath(import.meta.url))) {
  const { ranges } = parseArgs({ options: { ranges: { type: "boolean", default: false } } }).values;
  for (const seed of ranges ? [FIRST_SEED, ...OTHER_SEEDS] : [FIRST_SEED]) {
    console.log(`seeds from ${seed}`);
    printFigures(effectFigures(seed));
  }
}
