/** More names than this make a sentence that nobody reads to the end. */
const NAMES_IN_SENTENCE_MAX = 2;

/**
 * Says something over one or more topics in sentences that stay short: `Wij horen veel over "AOW" en "pensioen". Ook over
 * "mantelzorg".` A name may hold a comma or "en" of its own, so more names than one stand in quotes.
 */
export function sayOver(start: string, names: readonly string[]): string {
  const shown = names.length < 2 ? names : names.map((name) => `"${name}"`);
  const sentences: string[] = [];
  for (let from = 0; from < shown.length; from += NAMES_IN_SENTENCE_MAX) {
    const few = shown.slice(from, from + NAMES_IN_SENTENCE_MAX).join(" en ");
    sentences.push(`${from === 0 ? start : "Ook"} over ${few}.`);
  }
  return sentences.join(" ");
}
