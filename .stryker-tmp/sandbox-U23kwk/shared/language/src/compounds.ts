/**
 * Splits Dutch compounds on a vocabulary: `huurtoeslagaanvraag` = huurtoeslag + aanvraag, `betalingsregeling` =
 * betaling + regeling. After Monz & de Rijke, "Shallow Morphological Analysis in Monolingual Information Retrieval for
 * Dutch, German, and Italian" (2001): a word splits when both parts are known, with the linking sounds -s-, -e- and -en-.
 * Cost: length of the word squared at worst, on words of at most 40 letters.
 */

/** Shorter parts split by accident: `toe` + `slag`, `op` + `vang`. */
const PART_LENGTH_MIN = 4;
const LINKS = ["", "s", "e", "en"];

/** The parts of a compound, or an empty list when it does not split. Three parts at most, longest first part wins. */
export function splitCompound(word: string, vocabulary: ReadonlySet<string>, depth = 2): string[] {
  if (word.length < 2 * PART_LENGTH_MIN) return [];
  for (let cut = word.length - PART_LENGTH_MIN; cut >= PART_LENGTH_MIN; cut--) {
    const tail = word.slice(cut);
    const tailParts = vocabulary.has(tail) ? [tail] : depth > 1 ? splitCompound(tail, vocabulary, depth - 1) : [];
    if (tailParts.length === 0) continue;
    const head = word.slice(0, cut);
    for (const link of LINKS) {
      if (!head.endsWith(link)) continue;
      const bare = link === "" ? head : head.slice(0, -link.length);
      if (bare.length >= PART_LENGTH_MIN && vocabulary.has(bare)) return [bare, ...tailParts];
    }
  }
  return [];
}
