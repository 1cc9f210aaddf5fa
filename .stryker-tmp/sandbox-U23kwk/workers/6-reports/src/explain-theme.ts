import type { ThemeId, ThemeReasons } from "@rode-draad/domain";
import { enumerate } from "./dutch-words.js";
import type { ThemeWhy } from "./theme-view.js";
import { wordsUnlike } from "./words-unlike.js";

/** An example of one word says no more than the word itself, which stands above it. */
const EXAMPLE_WORDS_MIN = 2;

interface NamedTheme {
  readonly id: ThemeId;
  readonly name: string;
}

/**
 * The sentences of "Waarom samen?": made here from words that at least three households share, so that none of them is a
 * quote. A sentence without such words is left out.
 */
export function explainTheme(reasons: ThemeReasons, themeNow: (id: ThemeId) => NamedTheme | undefined): ThemeWhy {
  const { typical, doubtful, nearest } = reasons;
  const theme = nearest && themeNow(nearest.themeId);
  const difference = nearest && theme ? wordsUnlike(theme.name, nearest.words) : [];
  return {
    ...(typical.length >= EXAMPLE_WORDS_MIN && { typical: exampleOf(typical) }),
    ...(doubtful.length > 0 && { doubtful: `een vraag die vooral over ${listed(doubtful)} gaat.` }),
    ...(theme !== undefined && {
      nearest: {
        ...theme,
        ...(difference.length > 0 && {
          difference: `Het verschil: hier gaat het vaker over ${listed(difference)}.`,
        }),
      },
    }),
  };
}

/** "Iemand vraagt hulp. Het gaat over ‘huurtoeslag’, ‘rekenhuur’ en ‘proefberekening’." */
function exampleOf(words: readonly string[]): string {
  return `Iemand vraagt hulp. Het gaat over ${listed(words)}.`;
}

/** Expressions as well as words, so each stands in quotes of its own. */
function listed(words: readonly string[]): string {
  return enumerate(words.map((word) => `‘${word}’`));
}
