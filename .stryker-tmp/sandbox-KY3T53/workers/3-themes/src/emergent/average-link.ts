/**
 * Groups items whose mean similarity is high enough, without being told how many groups there are.
 *
 * Source: average-link agglomeration (Sokal & Michener 1958) along nearest-neighbour chains (Murtagh, "A survey of recent
 * advances in hierarchical clustering algorithms", 1983). Average link never makes a group more similar to others than its
 * parts were, so a group without a neighbour at `floor` or above is finished and drops out at once.
 *
 * Cost: O(items²) in time; the similarities are used up in place, 2 × items² bytes.
 */
export function groupByAverageLink(similarity: PairSimilarity, floor: number): Int32Array {
  const { count } = similarity;
  const values = similarity.values.slice();
  const size = new Float64Array(count).fill(1);
  const groupOf = Int32Array.from({ length: count }, (_, item) => item);
  const open = Array.from({ length: count }, (_, item) => item);
  const chain: number[] = [];
  while (open.length > 1) {
    if (chain.length === 0) chain.push(open[0] as number);
    const top = chain.at(-1) as number;
    const previous = chain.at(-2) ?? -1;
    let nearest = previous;
    let nearness = previous === -1 ? Number.NEGATIVE_INFINITY : (values[pairAt(top, previous)] as number);
    for (const other of open) {
      if (other === top) continue;
      const value = values[pairAt(top, other)] as number;
      if (value > nearness) {
        nearest = other;
        nearness = value;
      }
    }
    if (nearness < floor) {
      open.splice(open.indexOf(top), 1);
      chain.pop();
    } else if (nearest !== previous) chain.push(nearest);
    else {
      merge(top, previous);
      chain.length -= 2;
    }
  }
  return groupOf.map((_, item) => rootOf(item));

  function merge(one: number, other: number): void {
    const [from, into] = one > other ? [one, other] : [other, one];
    const [a, b] = [size[from] as number, size[into] as number];
    open.splice(open.indexOf(from), 1);
    for (const item of open) {
      if (item === into) continue;
      const [left, right] = [values[pairAt(from, item)] as number, values[pairAt(into, item)] as number];
      values[pairAt(into, item)] = (a * left + b * right) / (a + b);
    }
    size[into] = a + b;
    groupOf[from] = into;
  }

  function rootOf(item: number): number {
    let root = item;
    while (groupOf[root] !== root) root = groupOf[root] as number;
    return root;
  }
}

/** How similar each two of `count` items are: one number a pair, at `pairAt`. */
export interface PairSimilarity {
  readonly count: number;
  readonly values: Float32Array;
}

/** Where the pair of two different items stands: the rows of a triangle one after another. */
export function pairAt(one: number, other: number): number {
  return one > other ? (one * (one - 1)) / 2 + other : (other * (other - 1)) / 2 + one;
}
