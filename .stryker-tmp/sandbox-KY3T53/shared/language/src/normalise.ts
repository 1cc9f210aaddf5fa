/**
 * One spelling for words that readers see as the same: lower case, no accents, straight apostrophes dropped
 * (`auto's` = `autos`, `'t` = `t`). Hyphens are the tokeniser's business: there a hyphen is a space.
 */

const COMBINING_MARKS = /[\u0300-\u036f]/g;
const NOT_PLAIN = /[^a-z0-9]/;
const APOSTROPHES = /['’‘`´]/g;

/** The comparable form of one word. Cost linear in its length; plain lower-case words return as they are. */
export function normaliseWord(word: string): string {
  const lower = word.toLowerCase();
  if (!NOT_PLAIN.test(lower)) return lower;
  return lower.normalize("NFD").replace(COMBINING_MARKS, "").replace(APOSTROPHES, "");
}
