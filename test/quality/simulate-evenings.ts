import type { MonthRate, WijkMonths } from "@rode-draad/domain";
import type { ChangeInput } from "@rode-draad/effects";
import { negativeBinomial, normal, poisson, randomOf } from "./random-draws.js";

/**
 * A wijk with an evening beside wijken without one, to measure the judgement of effects on. What makes it hard is in it: a yearly
 * wave that differs a little by wijk, a rule that changes for all, counts that vary more than chance, households that come back
 * the next month, wijken that drift apart by themselves, months in which a team registers nothing.
 */
export interface SimulatedEvening extends ChangeInput {
  /** Expected cases in the months after the evening as a share of those without it. */
  readonly truth: number;
}

/** What the evening does to new questions, as a factor by month after it. */
export type PlantedEffect = (month: number) => number;

export const PLANTED = {
  none: () => 1,
  third: () => 0.7,
  half: () => 0.5,
  returning: (month: number) => (month <= 3 ? 0.5 : 1),
} as const satisfies Record<string, PlantedEffect>;

const BEFORE = 12;
const AFTER = 6;
/** Months before the first, so that households have had the time to come back. */
const RUN_IN = 4;

/** What all wijken of a municipality share. */
function drawTown(random: () => number) {
  return {
    wijken: 4 + Math.floor(random() * 8),
    rate: 0.02 * 10 ** random(),
    dispersion: [0, 0.05, 0.1, 0.2, 0.3][Math.floor(random() * 5)] as number,
    /** The part of the households that asks again in the next month. */
    staying: [0, 0.2, 0.4][Math.floor(random() * 3)] as number,
    /** How far a wijk moves by itself in a month, on the logarithm. */
    drift: random() * 0.05,
    wave: random() * 0.5,
    phase: random() * 12,
    ruleMonth: Math.floor(random() * (BEFORE + AFTER)),
    rule: Math.exp(0.25 * normal(random)),
  };
}

type Town = ReturnType<typeof drawTown>;

export function simulateEvening(seed: number, effect: PlantedEffect): SimulatedEvening {
  const random = randomOf(seed);
  const town = drawTown(random);
  const [target, ...others] = Array.from({ length: town.wijken }, (_, wijk) =>
    simulateWijk(random, town, wijk === 0 ? effect : PLANTED.none),
  );
  if (target === undefined) throw new RangeError("a town has wijken");
  const comparison = others.map((wijk) => withGap(random, wijk));
  return { target, comparison, truth: target.expected / target.expectedWithout };
}

function simulateWijk(random: () => number, town: Town, effect: PlantedEffect) {
  const active = Math.min(500, Math.max(20, 70 * Math.exp(0.6 * normal(random))));
  const rate = town.rate * Math.exp(0.4 * normal(random));
  const wave = town.wave * Math.max(0, 1 + 0.25 * normal(random));
  const cells: MonthRate[] = [];
  let [away, cases, mean, meanWithout, expected, expectedWithout] = [0, 0, 0, 0, 0, 0];
  for (let month = -RUN_IN; month <= BEFORE + AFTER; month++) {
    const season = month + town.phase;
    // Two months in a year are holidays, in which less is registered.
    const registered = active * (season % 12 < 1.5 ? 0.7 : 1);
    away += town.drift * normal(random);
    const common = (month >= town.ruleMonth ? town.rule : 1) * (1 + wave * Math.sin((Math.PI * season) / 6));
    const fresh = (1 - town.staying) * registered * rate * common * Math.exp(away);
    const past = month - BEFORE;
    // The evening falls in the middle of its month.
    const factor = past < 0 ? 1 : past === 0 ? (1 + effect(1)) / 2 : effect(past);
    mean = town.staying * mean + fresh * factor;
    meanWithout = town.staying * meanWithout + fresh;
    cases = binomial(random, cases, town.staying) + negativeBinomial(random, fresh * factor, town.dispersion);
    if (past > 0) [expected, expectedWithout] = [expected + mean, expectedWithout + meanWithout];
    if (month >= 0 && past !== 0) cells.push({ cases, active: Math.max(cases, poisson(random, registered)) });
  }
  return { before: cells.slice(0, BEFORE), after: cells.slice(BEFORE), expected, expectedWithout };
}

/** One wijk in ten has a month in which nothing was registered. */
function withGap(random: () => number, { before, after }: WijkMonths): WijkMonths {
  if (random() >= 0.1) return { before, after };
  const gap = Math.floor(random() * (BEFORE + AFTER));
  const empty = (cells: readonly MonthRate[], from: number): MonthRate[] =>
    cells.map((cell, index) => (from + index === gap ? { cases: 0, active: 0 } : cell));
  return { before: empty(before, 0), after: empty(after, BEFORE) };
}

function binomial(random: () => number, tries: number, chance: number): number {
  let hits = 0;
  for (let one = 0; one < tries; one++) if (random() < chance) hits++;
  return hits;
}
