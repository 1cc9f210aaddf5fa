import type { ThemeId, ThemeReasons } from "@rode-draad/domain";
import { enumerate } from "./dutch-words.js";
import type { ThemeWhy } from "./theme-view.js";

/** An example of one word says no more than the word itself, which stands above it. */
const EXAMPLE_WORDS_MIN = 2;

/**
 * The sentences of "Waarom samen?": made here from words that at least three households share, so that none of them is a
 * quote. A sentence without such words is left out.
 */
export function explainTheme(reasons: ThemeReasons, nameOf: (id: ThemeId) => string | undefined): ThemeWhy {
  const { typical, doubtful, nearest } = reasons;
  const nearestName = nearest && nameOf(nearest.themeId);
  return {
    ...(typical.length >= EXAMPLE_WORDS_MIN && { typical: exampleOf(typical) }),
    ...(doubtful.length > 0 && { doubtful: `een vraag die vooral over ${listed(doubtful)} gaat.` }),
    ...(nearest !== undefined &&
      nearestName !== undefined && {
        nearest: { id: nearest.themeId, name: nearestName, difference: differenceOf(nearest.words) },
      }),
  };
}

/** "Iemand vraagt hulp. Het gaat over ‘huurtoeslag’, ‘rekenhuur’ en ‘proefberekening’." */
function exampleOf(words: readonly string[]): string {
  return `Iemand vraagt hulp. Het gaat over ${listed(words)}.`;
}

function differenceOf(words: readonly string[]): string {
  return words.length === 0
    ? "Toch passen deze vragen daar minder goed bij."
    : `Het verschil: hier gaat het vaker over ${listed(words)}.`;
}

/** Expressions as well as words, so each stands in quotes of its own. */
function listed(words: readonly string[]): string {
  return enumerate(words.map((word) => `‘${word}’`));
}
