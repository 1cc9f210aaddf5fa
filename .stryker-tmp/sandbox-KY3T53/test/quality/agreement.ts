/** How well a grouping agrees with the truth: NMI (arithmetic mean; equal to the V-measure) and the adjusted Rand index. */
export interface Agreement {
  readonly nmi: number;
  readonly adjustedRand: number;
  readonly groups: number;
  readonly trueGroups: number;
}

export function agreementOf(truth: readonly string[], given: readonly string[]): Agreement {
  const total = truth.length;
  const trueSizes = sizesOf(truth);
  const givenSizes = sizesOf(given);
  const cells = sizesOf(truth.map((group, index) => `${group}\u0000${given[index]}`));
  let shared = 0;
  for (const [cell, size] of cells) {
    const [left = "", right = ""] = cell.split("\u0000");
    const expected = ((trueSizes.get(left) ?? 0) * (givenSizes.get(right) ?? 0)) / total;
    shared += (size / total) * Math.log(size / expected);
  }
  const entropy = (sizes: ReadonlyMap<string, number>): number =>
    [...sizes.values()].reduce((sum, size) => sum - (size / total) * Math.log(size / total), 0);
  const pairs = (sizes: Iterable<number>): number => [...sizes].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  const [together, left, right] = [pairs(cells.values()), pairs(trueSizes.values()), pairs(givenSizes.values())];
  const chance = (left * right) / ((total * (total - 1)) / 2);
  return {
    nmi: (2 * shared) / (entropy(trueSizes) + entropy(givenSizes)),
    adjustedRand: (together - chance) / ((left + right) / 2 - chance),
    groups: givenSizes.size,
    trueGroups: trueSizes.size,
  };
}

function sizesOf(groups: readonly string[]): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return sizes;
}
