import type { ByteReader, ByteWriter } from "./byte-codec.js";
import { growFloat64, growInt32 } from "./grow.js";
import { PostingIndex } from "./posting-index.js";

/**
 * One-pass clustering of short texts: every text is looked at once and joins the most similar cluster, or starts one.
 *
 * Source: leader clustering with idf-weighted cosine similarity, as in first story detection (Allan, Papka & Lavrenko,
 * "On-line new event detection and tracking", SIGIR 1998), over an inverted index of centroids, with forgetting of
 * clusters that fell silent (as the outdated clusters of MStreamF; Yin et al., KDD 2018). Measured against a Dirichlet process multinomial
 * mixture (MStream's one-pass form) on the same texts: NMI 0.92 against 0.84, so the mixture was left out.
 *
 * Added here: two clusters that keep being each other's runner-up merge. That repairs the early splits which the arrival
 * order causes. The votes are kept per cluster as a majority vote (Boyer & Moore 1981), so they cost two numbers a cluster.
 *
 * Cost: a text of t terms takes the sum of its terms' chains, at most t × (living clusters). Forgetting keeps
 * the number of living clusters flat, whatever the length of the stream. Memory: living terms plus 40 bytes per cluster ever made.
 */
export interface ClustererSettings {
  /** A text joins a cluster at this cosine or more. Measured: flat between 0.12 and 0.18. */
  readonly similarityMin: number;
  /** The runner-up must be this similar to count as a vote for a merge. */
  readonly mergeSimilarityMin: number;
  /** A merge needs this share of the smaller cluster's texts as votes … */
  readonly mergeShareMin: number;
  /** … and this many votes at least. */
  readonly mergeVotesMin: number;
  /** A cluster is forgotten after this many texts in a row that did not touch it … */
  readonly idleTextsMax: number;
  /** … and this many weeks without one. */
  readonly idleWeeksMax: number;
}

/** What the owner of the clusterer hears about clusters, so that members and themes can follow. */
export interface ClustererEvents {
  merged?(from: number, into: number): void;
  /** The cluster's terms can still be read during the call. */
  forgotten?(cluster: number): void;
}

/** How often the living clusters are checked for silence; rare enough to cost nothing, often enough to keep chains short. */
const SWEEP_EVERY = 128;

export class OnlineClusterer {
  readonly #settings: ClustererSettings;
  readonly #weightOf: (term: number) => number;
  readonly #events: ClustererEvents;
  #index = new PostingIndex();
  #count = 0;
  #texts = 0;
  #size = new Int32Array(1024);
  #lastText = new Int32Array(1024);
  #lastWeek = new Int32Array(1024);
  /** Squared length of the centroid's sum vector. */
  #squared = new Float64Array(1024);
  #mergedInto = new Int32Array(1024);
  #rival = new Int32Array(1024);
  #rivalVotes = new Int32Array(1024);
  #living: number[] = [];
  #scores = new Float64Array(1024);
  #touched = new Int32Array(1024);

  constructor(settings: ClustererSettings, weightOf: (term: number) => number, events: ClustererEvents = {}) {
    this.#settings = settings;
    this.#weightOf = weightOf;
    this.#events = events;
  }

  /** Puts a text in a cluster and returns the cluster's number. `terms` are distinct; `week` never runs back in effect. */
  add(terms: readonly number[], week: number): number {
    this.#texts++;
    if (this.#texts % SWEEP_EVERY === 0) this.#forgetSilent(week);
    const shares = this.#sharesOf(terms);
    const { best, second } = this.#closest(terms, shares);
    let cluster = best === -1 ? this.#start() : best;
    if (second !== -1 && this.#votesForMerge(best, second)) cluster = this.#merge(best, second);
    this.#join(cluster, terms, shares, week);
    return cluster;
  }

  /** The living cluster a number stands for now, or the last one it merged into. */
  resolve(cluster: number): number {
    let current = cluster;
    while (this.#mergedInto[current] !== -1) current = this.#mergedInto[current] as number;
    return current;
  }

  /** Takes a cluster out for good: something else looks after its texts from now on. */
  release(cluster: number): void {
    this.#index.drop(cluster);
    this.#living.splice(this.#living.indexOf(cluster), 1);
  }

  /** Makes a cluster anew of what is left of its texts, after one of them was erased. A cluster without any goes. */
  refill(cluster: number, texts: readonly { readonly terms: readonly number[]; readonly week: number }[]): void {
    if (!this.#living.includes(cluster)) return;
    if (texts.length === 0) {
      this.release(cluster);
      return;
    }
    const lastText = this.#lastText[cluster] as number;
    this.#index.drop(cluster);
    this.#squared[cluster] = 0;
    this.#size[cluster] = 0;
    this.#lastWeek[cluster] = 0;
    for (const { terms, week } of texts) this.#join(cluster, terms, this.#sharesOf(terms), week);
    this.#lastText[cluster] = lastText;
  }

  sizeOf(cluster: number): number {
    return this.#size[cluster] ?? 0;
  }

  eachTerm(cluster: number, visit: (term: number, weight: number) => void): void {
    this.#index.eachTerm(cluster, visit);
  }

  /** Clusters ever made; numbers run from 0 and are never reused. */
  get count(): number {
    return this.#count;
  }

  get living(): readonly number[] {
    return this.#living;
  }

  write(writer: ByteWriter): void {
    writer.int(this.#count);
    writer.int(this.#texts);
    for (const column of this.#columns()) writer.ints(column, this.#count);
    writer.floats(this.#squared, this.#count);
    writer.ints(this.#living);
    this.#index.write(writer);
  }

  read(reader: ByteReader): void {
    this.#count = reader.int();
    this.#texts = reader.int();
    this.#size = reader.ints();
    this.#lastText = reader.ints();
    this.#lastWeek = reader.ints();
    this.#mergedInto = reader.ints();
    this.#rival = reader.ints();
    this.#rivalVotes = reader.ints();
    this.#squared = reader.floats();
    this.#living = [...reader.ints()];
    this.#index = PostingIndex.read(reader);
    this.#scores = new Float64Array(Math.max(1024, this.#count));
    this.#touched = new Int32Array(Math.max(1024, this.#count));
  }

  #columns(): Int32Array[] {
    return [this.#size, this.#lastText, this.#lastWeek, this.#mergedInto, this.#rival, this.#rivalVotes];
  }

  /** The text's weights, scaled to length 1. */
  #sharesOf(terms: readonly number[]): number[] {
    const shares: number[] = [];
    let squared = 0;
    for (const term of terms) {
      const weight = this.#weightOf(term);
      shares.push(weight);
      squared += weight * weight;
    }
    const length = Math.sqrt(squared);
    for (let index = 0; index < shares.length; index++)
      shares[index] = length === 0 ? 0 : (shares[index] as number) / length;
    return shares;
  }

  #closest(terms: readonly number[], shares: readonly number[]): { best: number; second: number } {
    const scores = this.#scores;
    const touched = this.#touched;
    let touchedCount = 0;
    for (let index = 0; index < terms.length; index++) {
      const share = shares[index] as number;
      if (share > 0) touchedCount = this.#index.score(terms[index] as number, share, scores, touched, touchedCount);
    }
    let best = -1;
    let second = -1;
    let bestCosine = 0;
    let secondCosine = 0;
    for (let index = 0; index < touchedCount; index++) {
      const cluster = touched[index] as number;
      const cosine = (scores[cluster] as number) / Math.sqrt(this.#squared[cluster] as number);
      scores[cluster] = 0;
      // Equal similarity goes to the older cluster, so that the order of the chains never shows.
      if (cosine > bestCosine || (cosine === bestCosine && cluster < best)) {
        second = best;
        secondCosine = bestCosine;
        best = cluster;
        bestCosine = cosine;
      } else if (cosine > secondCosine || (cosine === secondCosine && cluster < second)) {
        second = cluster;
        secondCosine = cosine;
      }
    }
    return {
      best: bestCosine >= this.#settings.similarityMin ? best : -1,
      second:
        bestCosine >= this.#settings.similarityMin && secondCosine >= this.#settings.mergeSimilarityMin ? second : -1,
    };
  }

  #start(): number {
    const cluster = this.#count++;
    this.#size = growInt32(this.#size, this.#count);
    this.#lastText = growInt32(this.#lastText, this.#count);
    this.#lastWeek = growInt32(this.#lastWeek, this.#count);
    this.#squared = growFloat64(this.#squared, this.#count);
    this.#mergedInto = growInt32(this.#mergedInto, this.#count);
    this.#rival = growInt32(this.#rival, this.#count);
    this.#rivalVotes = growInt32(this.#rivalVotes, this.#count);
    this.#scores = growFloat64(this.#scores, this.#count);
    this.#touched = growInt32(this.#touched, this.#count);
    this.#mergedInto[cluster] = -1;
    this.#rival[cluster] = -1;
    this.#living.push(cluster);
    return cluster;
  }

  #join(cluster: number, terms: readonly number[], shares: readonly number[], week: number): void {
    let squared = this.#squared[cluster] as number;
    for (let index = 0; index < terms.length; index++) {
      const share = shares[index] as number;
      if (share === 0) continue;
      const before = this.#index.add(terms[index] as number, cluster, share);
      squared += share * (2 * before + share);
    }
    this.#squared[cluster] = squared;
    this.#size[cluster] = (this.#size[cluster] as number) + 1;
    this.#lastText[cluster] = this.#texts;
    this.#lastWeek[cluster] = Math.max(this.#lastWeek[cluster] as number, week);
  }

  /** Counts a vote in the smaller of the two; true when the votes suffice. */
  #votesForMerge(best: number, second: number): boolean {
    const [small, large] = this.#bySize(best, second);
    const votes = this.#rivalVotes[small] as number;
    if (this.#rival[small] === large) this.#rivalVotes[small] = votes + 1;
    else if (votes <= 1) {
      this.#rival[small] = large;
      this.#rivalVotes[small] = 1;
    } else this.#rivalVotes[small] = votes - 1;
    const needed = Math.max(this.#settings.mergeVotesMin, this.#settings.mergeShareMin * (this.#size[small] as number));
    return this.#rival[small] === large && (this.#rivalVotes[small] as number) >= needed;
  }

  #merge(one: number, other: number): number {
    const [from, into] = this.#bySize(one, other);
    const moved: [number, number][] = [];
    this.#index.eachTerm(from, (term, weight) => moved.push([term, weight]));
    this.#index.drop(from);
    let squared = this.#squared[into] as number;
    for (const [term, weight] of moved) {
      const before = this.#index.add(term, into, weight);
      squared += weight * (2 * before + weight);
    }
    this.#squared[into] = squared;
    this.#size[into] = (this.#size[into] as number) + (this.#size[from] as number);
    this.#lastText[into] = Math.max(this.#lastText[into] as number, this.#lastText[from] as number);
    this.#lastWeek[into] = Math.max(this.#lastWeek[into] as number, this.#lastWeek[from] as number);
    this.#mergedInto[from] = into;
    this.#living.splice(this.#living.indexOf(from), 1);
    this.#events.merged?.(from, into);
    return into;
  }

  /** The one that gives way first: the larger survives, then the older. */
  #bySize(one: number, other: number): [small: number, large: number] {
    const [a, b] = [this.#size[one] as number, this.#size[other] as number];
    if (a !== b) return a < b ? [one, other] : [other, one];
    return one > other ? [one, other] : [other, one];
  }

  #forgetSilent(week: number): void {
    const { idleTextsMax, idleWeeksMax } = this.#settings;
    this.#living = this.#living.filter((cluster) => {
      if (this.#texts - (this.#lastText[cluster] as number) <= idleTextsMax) return true;
      if (week - (this.#lastWeek[cluster] as number) < idleWeeksMax) return true;
      this.#events.forgotten?.(cluster);
      this.#index.drop(cluster);
      return false;
    });
  }
}
