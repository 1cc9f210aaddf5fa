import { negativeBinomial, normal, poisson, randomOf } from "./random-draws.js";

/**
 * Weekly series with a planted rise, to measure the alarm on. Shapes and sizes vary as in Noufaily et al. (2013): overdispersed
 * counts, a yearly wave, holidays with less registration, and one rise a series that is a step, a ramp or a wave itself.
 */
export interface SimulatedSeries {
  readonly cases: number[];
  readonly volume: number[];
  /** The weeks of the rise, half-open. */
  readonly from: number;
  readonly to: number;
}

const WEEKS = 130;

export function simulateSeries(seed: number, { rises = true } = {}): SimulatedSeries {
  const random = randomOf(seed);
  const level = 0.4 * 20 ** random();
  const dispersion = [0, 0.05, 0.1, 0.2, 0.3][Math.floor(random() * 5)] as number;
  const [wave, phase] = [random() * 0.5, random() * 52];
  const registered = 40 * Math.exp(0.8 * normal(random));
  const from = 60 + Math.floor(random() * 50);
  const to = from + 4 + Math.floor(random() * 7);
  const shape = Math.floor(random() * 3);
  const factor = 2 + random() * 3;
  const cases: number[] = [];
  const volume: number[] = [];
  for (let week = 0; week < WEEKS; week++) {
    const holiday = week % 52 >= 29 && week % 52 <= 33 ? 0.7 : 1;
    const mean = level * holiday * (1 + wave * Math.sin((2 * Math.PI * (week + phase)) / 52));
    let count = negativeBinomial(random, mean, dispersion);
    if (rises && week >= from && week < to) {
      const done = (week - from + 0.5) / (to - from);
      const height = shape === 0 ? 1 : shape === 1 ? Math.min(1, 0.4 + done) : 1.3 * Math.sin(Math.PI * done);
      count += poisson(random, Math.max(height * (factor - 1) * level, height * 1.5));
    }
    cases.push(count);
    volume.push(poisson(random, registered * holiday));
  }
  return { cases, volume, from, to };
}
