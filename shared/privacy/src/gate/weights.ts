/** The lists of weights hold hundredths, so that they are short and the same on every machine. */
export const PARTS_OF_UNIT = 100;

/** Lines of a feature, a space and its weight in hundredths; the weights in natural logarithms by feature. */
export function readWeights(lines: readonly string[]): ReadonlyMap<string, number> {
  return new Map(
    lines.map((line): [string, number] => {
      const cut = line.lastIndexOf(" ");
      return [line.slice(0, cut), Number(line.slice(cut + 1)) / PARTS_OF_UNIT];
    }),
  );
}

/** What all features say together: log-odds. O(features). */
export function weigh(weights: ReadonlyMap<string, number>, features: readonly string[]): number {
  let sum = 0;
  for (const feature of features) sum += weights.get(feature) ?? 0;
  return sum;
}
