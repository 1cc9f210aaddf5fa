import type { DiscoveredTheme, Discovery } from "./discover.js";
import { labelOf } from "./label-of.js";
import type { TextTerms } from "./text-terms.js";
import type { ThemeCentroids } from "./theme-centroids.js";
import { themeIdOf } from "./theme-id.js";

const TERMS_SHOWN = 3;

/** Gives the groups of a discovery their ids and names. `groupOf` holds the group of each text, -1 for no group. */
export function describeDiscovery(groupOf: Int32Array, centroids: ThemeCentroids, texts: TextTerms): Discovery {
  const numbers = new Map<number, number>();
  const sizes: number[] = [];
  for (const group of groupOf) {
    const number = numbers.get(group) ?? numbers.size;
    numbers.set(group, number);
    sizes[number] = (sizes[number] ?? 0) + 1;
  }
  const themes = [...numbers].map(([group, number]): DiscoveredTheme => {
    const terms = group === -1 ? [] : tellingTerms(group, centroids, texts);
    return { id: themeIdOf(number + 1), size: sizes[number] as number, terms, label: labelOf(terms) };
  });
  return {
    themeOf: (text) => themeIdOf((numbers.get(groupOf[text] as number) as number) + 1),
    themes: themes.sort((a, b) => b.size - a.size || (a.id < b.id ? -1 : 1)),
  };
}

/** Class-based tf-idf (Grootendorst 2022): the centroid holds normalised counts times a weight, one more factor gives tf × idf. */
function tellingTerms(group: number, centroids: ThemeCentroids, texts: TextTerms): string[] {
  const found: { term: number; score: number }[] = [];
  centroids.eachTerm(group, (term, weight) => found.push({ term, score: weight * texts.weightOf(term) }));
  found.sort((a, b) => b.score - a.score || a.term - b.term);
  return found.slice(0, TERMS_SHOWN).map(({ term }) => texts.formOf(term));
}
