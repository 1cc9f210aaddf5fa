import { readModel } from "../known/model-file.js";
import { describeDiscovery } from "./describe-discovery.js";
import type { Discoverer, Discovery } from "./discover.js";
import { groupQuestions } from "./group-questions.js";
import { PackedRows } from "./packed-rows.js";
import { readableStart } from "./read-terms.js";
import { TextSample } from "./text-sample.js";
import { TextTerms } from "./text-terms.js";
import { ThemeCentroids } from "./theme-centroids.js";

/**
 * Discovery among Dutch help questions: a sample is grouped with all word knowledge, and what is not in the sample joins the theme
 * whose words it shares most. Neither depends on the order of the texts.
 *
 * Reading a text with the recogniser takes seven times as long as reading its words, so the size of the sample bounds
 * time and memory. Memory: the texts of the sample, and the term numbers of all.
 */
const SAMPLE_SIZE = 8_000;

export class QuestionDiscoverer implements Discoverer {
  readonly #terms = new TextTerms("nl");
  readonly #termsOfText = new PackedRows();
  readonly #sample = new TextSample(SAMPLE_SIZE);

  add(text: string): void {
    const terms = this.#terms.read(text);
    const index = this.#termsOfText.add(terms);
    if (terms.length > 0) this.#sample.offer(index, readableStart(text));
  }

  finish(): Discovery {
    const groupOf = new Int32Array(this.#termsOfText.count).fill(-1);
    const centroids = new ThemeCentroids();
    const sampled = this.#sample.texts();
    if (sampled.length > 0) {
      const groups = groupQuestions(
        sampled.map(({ text }) => text),
        readModel(),
      );
      sampled.forEach(({ indexes }, at) => {
        const group = groups[at] as number;
        if (group === -1) return;
        for (const index of indexes) groupOf[index] = group;
        centroids.add(group, this.#weigh(indexes[0] as number));
      });
    }
    for (let text = 0; text < groupOf.length; text++) {
      if (groupOf[text] === -1) groupOf[text] = centroids.closestTo(this.#weigh(text));
    }
    return describeDiscovery(groupOf, centroids, this.#terms);
  }

  /** The text's terms at length one. */
  #weigh(text: number): { terms: Int32Array; weights: Float64Array } {
    const terms = this.#termsOfText.values(text);
    const weights = Float64Array.from(terms, (term) => this.#terms.weightOf(term));
    const length = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0));
    return { terms, weights: length === 0 ? weights : weights.map((weight) => weight / length) };
  }
}
