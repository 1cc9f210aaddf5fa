import { loadCatalogue } from "@rode-draad/catalogue";
import { stem } from "@rode-draad/language";

let loaded: ReadonlySet<string> | undefined;

/**
 * Whether a word is by itself a strong term of a catalogue theme, such as "huurtoeslag": whoever reads it first takes the emergent
 * theme for that one.
 */
export function isCatalogueWord(word: string): boolean {
  // Read once; the catalogue never changes while the program runs.
  loaded ??= new Set(
    loadCatalogue().themes.flatMap(({ terms }) =>
      terms
        .filter(({ text, strength }) => strength === "strong" && !text.includes(" "))
        .map(({ text }) => stem(text.toLowerCase())),
    ),
  );
  return loaded.has(stem(word));
}
