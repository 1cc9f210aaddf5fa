import { type PairSimilarity, pairAt } from "./average-link.js";

/**
 * Two wordings of one question may share no word and still share words with the same third. So every text is read as itself plus half of
 * what its nearest neighbours are on average (document expansion; Singhal & Pereira, SIGIR 1999), and likeness is measured anew.
 * On subjects that the catalogue does not know this raises ARI by 0.02 to 0.06. Of 3, 5 and 8 neighbours 5 did best, by little.
 *
 * Cost: O(items² × neighbours); one more square of numbers.
 */
const NEIGHBOURS = 5;
const NEIGHBOUR_SHARE = 0.5;

/** Similarities after leaning, scaled so that each item is 1 to itself. */
export function leanOnNeighbours(similarity: PairSimilarity): Float32Array {
  const { count, values } = similarity;
  const likeness = (one: number, other: number): number => (one === other ? 1 : (values[pairAt(one, other)] as number));
  const neighbours = Array.from({ length: count }, (_, item) => nearestOf(item, count, likeness));
  // Once from the left, once from the right: row `item` of `leaning` is what the leaning item is to each plain one.
  const leaning = new Float32Array(count * count);
  for (let item = 0; item < count; item++) {
    for (let other = 0; other < count; other++) {
      let sum = likeness(item, other);
      for (const { neighbour, share } of neighbours[item] ?? []) sum += share * likeness(neighbour, other);
      leaning[item * count + other] = sum;
    }
  }
  const both = (one: number, other: number): number => {
    let sum = leaning[one * count + other] as number;
    for (const { neighbour, share } of neighbours[other] ?? [])
      sum += share * (leaning[one * count + neighbour] as number);
    return sum;
  };
  const lengths = Float64Array.from({ length: count }, (_, item) => Math.sqrt(both(item, item)));
  const leant = new Float32Array(values.length);
  for (let one = 1; one < count; one++) {
    for (let other = 0; other < one; other++) {
      leant[pairAt(one, other)] = both(one, other) / ((lengths[one] as number) * (lengths[other] as number));
    }
  }
  return leant;
}

interface Neighbour {
  readonly neighbour: number;
  /** What of the neighbour is added; all shares of an item add up to `NEIGHBOUR_SHARE`. */
  readonly share: number;
}

/** The most similar others, of equal ones the first; only those that are alike at all. O(items). */
function nearestOf(item: number, count: number, likeness: (one: number, other: number) => number): Neighbour[] {
  const nearest: { neighbour: number; value: number }[] = [];
  for (let other = 0; other < count; other++) {
    const value = likeness(item, other);
    if (other === item || value <= Math.max(0, nearest[NEIGHBOURS - 1]?.value ?? 0)) continue;
    nearest.push({ neighbour: other, value });
    nearest.sort((a, b) => b.value - a.value || a.neighbour - b.neighbour);
    nearest.length = Math.min(NEIGHBOURS, nearest.length);
  }
  const sum = nearest.reduce((total, { value }) => total + value, 0);
  return nearest.map(({ neighbour, value }) => ({ neighbour, share: (NEIGHBOUR_SHARE * value) / sum }));
}
