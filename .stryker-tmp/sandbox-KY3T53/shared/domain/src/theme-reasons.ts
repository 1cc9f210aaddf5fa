import type { ThemeId } from "./ids.js";

/**
 * Why the questions of a theme belong together, worked out over a whole window. Holds words of the lexicon only, each of which
 * decided in the questions of at least three cases: no text, no count, nothing of one question.
 */
export interface ThemeReasons {
  readonly themeId: ThemeId;
  /** What decides most, most telling first. */
  readonly words: readonly string[];
  /** What the questions with the widest margin share, and those with the narrowest. */
  readonly typical: readonly string[];
  readonly doubtful: readonly string[];
  /** The theme that comes next most often, and the words that make the difference. */
  readonly nearest?: { readonly themeId: ThemeId; readonly words: readonly string[] };
}
