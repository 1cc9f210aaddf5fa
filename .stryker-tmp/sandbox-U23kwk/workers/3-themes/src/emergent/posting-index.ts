import type { ByteReader, ByteWriter } from "./byte-codec.js";
import { growFloat64, growInt32 } from "./grow.js";

/**
 * The inverted index of cluster centroids: for each term the clusters that hold it with the term's weight there.
 *
 *   term ──▶ entry ──▶ entry ──▶ …        (nextOfTerm)
 *               ▲
 *   cluster ────┘ ──▶ entry ──▶ …         (nextOfCluster)
 *
 * One entry is one cell (term, cluster) of a sparse matrix, kept in parallel typed arrays: 4 + 4 + 4 + 4 + 8 bytes. A
 * dropped cluster's entries are marked, and taken out of a term's chain the next time that chain is walked, so dropping
 * costs only the cluster's own terms.
 */
export class PostingIndex {
  readonly #firstOfTerm = new Chains();
  readonly #firstOfCluster = new Chains();
  #entryTerm = new Int32Array(1024);
  #entryCluster = new Int32Array(1024);
  #nextOfTerm = new Int32Array(1024);
  #nextOfCluster = new Int32Array(1024);
  #weight = new Float64Array(1024);
  #used = 0;
  #firstFree = -1;

  /**
   * Adds `share × weight` of the term to the score of every cluster that holds it. Clusters met for the first time (score 0) are
   * appended to `touched`; the new number of touched clusters is returned. O(clusters that hold the term).
   */
  score(term: number, share: number, scores: Float64Array, touched: Int32Array, touchedCount: number): number {
    let count = touchedCount;
    let previous = -1;
    let entry = this.#firstOfTerm.get(term);
    while (entry !== -1) {
      const next = this.#nextOfTerm[entry] as number;
      const cluster = this.#entryCluster[entry] as number;
      if (cluster === -1) {
        if (previous === -1) this.#firstOfTerm.set(term, next);
        else this.#nextOfTerm[previous] = next;
        this.#nextOfTerm[entry] = this.#firstFree;
        this.#firstFree = entry;
      } else {
        const before = scores[cluster] as number;
        if (before === 0) touched[count++] = cluster;
        scores[cluster] = before + share * (this.#weight[entry] as number);
        previous = entry;
      }
      entry = next;
    }
    return count;
  }

  /** Adds to a term's weight in a cluster and returns the weight before. */
  add(term: number, cluster: number, weight: number): number {
    for (let entry = this.#firstOfTerm.get(term); entry !== -1; entry = this.#nextOfTerm[entry] as number) {
      if (this.#entryCluster[entry] !== cluster) continue;
      const before = this.#weight[entry] as number;
      this.#weight[entry] = before + weight;
      return before;
    }
    const entry = this.#newEntry();
    this.#entryTerm[entry] = term;
    this.#entryCluster[entry] = cluster;
    this.#weight[entry] = weight;
    this.#nextOfTerm[entry] = this.#firstOfTerm.get(term);
    this.#firstOfTerm.set(term, entry);
    this.#nextOfCluster[entry] = this.#firstOfCluster.get(cluster);
    this.#firstOfCluster.set(cluster, entry);
    return 0;
  }

  /** Calls back with every term of a cluster and its weight. */
  eachTerm(cluster: number, visit: (term: number, weight: number) => void): void {
    for (let entry = this.#firstOfCluster.get(cluster); entry !== -1; entry = this.#nextOfCluster[entry] as number) {
      visit(this.#entryTerm[entry] as number, this.#weight[entry] as number);
    }
  }

  /** Takes a cluster out of the index. O(its terms). */
  drop(cluster: number): void {
    for (let entry = this.#firstOfCluster.get(cluster); entry !== -1; entry = this.#nextOfCluster[entry] as number) {
      this.#entryCluster[entry] = -1;
    }
    this.#firstOfCluster.set(cluster, -1);
  }

  /** How many entries are in use, for the memory figure. */
  get size(): number {
    return this.#used;
  }

  /** The order of the chains decides the order of equal scores, so it is saved as it stands. */
  write(writer: ByteWriter): void {
    this.#firstOfTerm.write(writer);
    this.#firstOfCluster.write(writer);
    for (const column of [this.#entryTerm, this.#entryCluster, this.#nextOfTerm, this.#nextOfCluster]) {
      writer.ints(column, this.#used);
    }
    writer.floats(this.#weight, this.#used);
    writer.int(this.#firstFree);
  }

  static read(reader: ByteReader): PostingIndex {
    const index = new PostingIndex();
    index.#firstOfTerm.read(reader);
    index.#firstOfCluster.read(reader);
    index.#entryTerm = reader.ints();
    index.#entryCluster = reader.ints();
    index.#nextOfTerm = reader.ints();
    index.#nextOfCluster = reader.ints();
    index.#weight = reader.floats();
    index.#used = index.#entryTerm.length;
    index.#firstFree = reader.int();
    return index;
  }

  #newEntry(): number {
    if (this.#firstFree !== -1) {
      const entry = this.#firstFree;
      this.#firstFree = this.#nextOfTerm[entry] as number;
      return entry;
    }
    const entry = this.#used++;
    this.#entryTerm = growInt32(this.#entryTerm, this.#used);
    this.#entryCluster = growInt32(this.#entryCluster, this.#used);
    this.#nextOfTerm = growInt32(this.#nextOfTerm, this.#used);
    this.#nextOfCluster = growInt32(this.#nextOfCluster, this.#used);
    this.#weight = growFloat64(this.#weight, this.#used);
    return entry;
  }
}

/** The head of a chain of entries for each key; a key without one reads -1. */
class Chains {
  #heads = new Int32Array(1024).fill(-1);
  #length = 0;

  get(key: number): number {
    return key < this.#length ? (this.#heads[key] as number) : -1;
  }

  set(key: number, head: number): void {
    if (key >= this.#heads.length) {
      const filled = this.#heads.length;
      this.#heads = growInt32(this.#heads, key + 1);
      this.#heads.fill(-1, filled);
    }
    this.#heads[key] = head;
    if (key >= this.#length) this.#length = key + 1;
  }

  write(writer: ByteWriter): void {
    writer.ints(this.#heads, this.#length);
  }

  read(reader: ByteReader): void {
    const heads = reader.ints();
    this.#length = heads.length;
    this.#heads = new Int32Array(Math.max(1024, heads.length)).fill(-1);
    this.#heads.set(heads);
  }
}
