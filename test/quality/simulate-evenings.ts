import type { ChangeInput, MonthRate, WijkMonths } from "@rode-draad/effects";
import { negativeBinomial, normal, poisson, randomOf } from "./random-draws.js";

/**
 * A wijk with an evening beside wijken without one, to measure the judgement of effects on. What makes it hard is in it: a yearly
 * wave that differs a little by wijk, a rule change for all, counts that vary more than chance, households that come back the next month,
 * wijken that drift apart by themselves, months in which a team registers nothing.
 */
export interface SimulatedEvening extends ChangeInput {
  /** Expected cases after the evening as a share of those without it, over months 1 to 3 and over all months. */
  readonly truth: { readonly first: number; readonly all: number };
  /** What was drawn, to look at kinds of wijken apart. */
  readonly traits: { readonly wijken: number; readonly dispersion: number; readonly staying: number; readonly drift: number };
}

/** What the evening does to new questions, by month after it. */
export const PLANTED = {
  none: () => 1,
  third: () => 0.7,
  half: () => 0.5,
  returning: (month: number) => (month <= 3 ? 0.5 : 1),
} as const satisfies Record<string, (month: number) => number>;

const BEFORE = 12;
const AFTER = 6;
/** Months before the first, so that households have had the time to come back. */
const RUN_IN = 4;

export function simulateEvening(seed: number, effect: (month: number) => number): SimulatedEvening {
  const random = randomOf(seed);
  const wijken = 4 + Math.floor(random() * 8);
  const rate = 0.02 * 10 ** random();
  const dispersion = [0, 0.05, 0.1, 0.2, 0.3][Math.floor(random() * 5)] as number;
  const staying = [0, 0.2, 0.4][Math.floor(random() * 3)] as number;
  const drift = random() * 0.05;
  const [wave, phase] = [random() * 0.5, random() * 12];
  const ruleMonth = Math.floor(random() * (BEFORE + AFTER));
  const rule = Math.exp(0.25 * normal(random));
  let truth = { first: 1, all: 1 };
  const series = Array.from({ length: wijken }, (_, wijk): WijkMonths => {
    const isTarget = wijk === 0;
    const active = Math.min(500, Math.max(20, 70 * Math.exp(0.6 * normal(random))));
    const own = Math.exp(0.4 * normal(random));
    const ownWave = wave * Math.max(0, 1 + 0.25 * normal(random));
    const gap = random() < 0.1 ? Math.floor(random() * (BEFORE + AFTER)) : -1;
    const cells: MonthRate[] = [];
    let [away, cases, mean, meanWithout] = [0, 0, 0, 0];
    const sums = { first: [0, 0], all: [0, 0] } as { first: [number, number]; all: [number, number] };
    for (let month = -RUN_IN; month < BEFORE + 1 + AFTER; month++) {
      const summer = (((month + phase) % 12) + 12) % 12 < 1.5 ? 0.7 : 1;
      away += drift * normal(random);
      const level =
        active * summer * rate * own * Math.exp(away + (month >= ruleMonth ? Math.log(rule) : 0)) *
        (1 + ownWave * Math.sin((2 * Math.PI * (month + phase)) / 12));
      const past = month - BEFORE;
      // The evening falls in the middle of its month.
      const factor = !isTarget || past < 0 ? 1 : past === 0 ? (1 + effect(1)) / 2 : effect(past);
      mean = staying * mean + (1 - staying) * level * factor;
      meanWithout = staying * meanWithout + (1 - staying) * level;
      let again = 0;
      for (let household = 0; household < cases; household++) if (random() < staying) again++;
      cases = again + negativeBinomial(random, (1 - staying) * level * factor, dispersion);
      if (past >= 1) {
        for (const span of past <= 3 ? [sums.first, sums.all] : [sums.all]) {
          span[0] += mean;
          span[1] += meanWithout;
        }
      }
      if (month < 0 || past === 0) continue;
      const index = past < 0 ? month : month - 1;
      const registered = index === gap && !isTarget ? 0 : Math.max(cases, poisson(random, active * summer));
      cells.push({ cases: registered === 0 ? 0 : cases, active: registered });
    }
    if (isTarget) truth = { first: sums.first[0] / sums.first[1], all: sums.all[0] / sums.all[1] };
    return { before: cells.slice(0, BEFORE), after: cells.slice(BEFORE) };
  });
  const [target, ...comparison] = series as [WijkMonths, ...WijkMonths[]];
  return { target, comparison, truth, traits: { wijken, dispersion, staying, drift } };
}
