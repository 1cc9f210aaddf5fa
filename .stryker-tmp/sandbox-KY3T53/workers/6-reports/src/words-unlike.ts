/**
 * Rule: a word that begins a word of the other theme's own name ("huur" beside "Huurverhoging") is no difference between them to
 * whoever reads it, however much more often it decides here.
 */
export function wordsUnlike(name: string, words: readonly string[]): string[] {
  const named = name.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return words.filter((word) => !named.some((part) => part.startsWith(word.toLowerCase())));
}
