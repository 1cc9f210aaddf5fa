import type { ThemeId } from "@rode-draad/domain";
import { tokenise } from "@rode-draad/language";
import type { LexiconPhrases } from "./lexicon-phrases.js";
import type { Scorer, TextSpan } from "./score-note.js";
import { isTalk } from "./talk-phrases.js";

/**
 * Why a question is in its theme, and not in the next best one. Two ways, for two uses:
 *
 *  - `explainStretch`, for one question on request: leaves out a word or phrase and scores again (Robnik-Šikonja & Kononenko,
 *    "Explaining classifications for individual instances", TKDE 20, 2008). That counts all that the word does: its
 *    letters, its company, the hidden units, the length of the vector. Cost: words of the question × scoring the note.
 *  - `decidingPhrases`, for all questions of a month: the exact linear part only, the sum of value × weight that a phrase
 *    adds to the theme minus what it adds to the next. Cost: about that of scoring the text once.
 *
 * Both compare with the next theme, so that a word that speaks for both alike is no reason.
 */

export interface StretchExplanation {
  readonly theme: ThemeId;
  readonly runnerUp: ThemeId;
  /** Most telling first. As they stand in the text: for the team that wrote it and nobody else. */
  readonly wordsFor: readonly TellingWord[];
  readonly wordsAgainst: readonly TellingWord[];
  /** How far the theme's score is above that of the runner-up; below 0 when another theme scores higher. */
  readonly margin: number;
}

export interface TellingWord extends TextSpan {
  readonly text: string;
  /** What the margin loses without it; above 0 it speaks for the theme. */
  readonly effect: number;
}

/** Why one question of many is in its theme, in words that may be repeated elsewhere. */
export interface QuestionReason {
  readonly runnerUp: ThemeId;
  readonly margin: number;
  /** Phrases of the lexicon that speak for the theme and say what it is about, most telling first. */
  readonly phrases: readonly string[];
}

/** What explaining needs of a model. */
export interface ExplainTools {
  readonly scorer: Scorer;
  readonly themeIds: readonly ThemeId[];
  /** Themes that may not be named beside another one where many read it: those of the safety route. */
  readonly safetyColumns: readonly number[];
  readonly phrases: LexiconPhrases;
}

/** More words than this explain nothing more. */
const WORDS_MAX = 5;
const PHRASES_MAX = 4;
/** Shorter words are articles and the like; on their own they persuade nobody. */
const WORD_LENGTH_MIN = 4;
/** Longer questions are pasted letters: the rest of their words is left unread. */
const UNITS_MAX = 120;

/** Explains sentence or segment `at` of a text. Without `theme`: why its best theme. */
export function explainStretch(
  tools: ExplainTools,
  text: string,
  sentences: readonly TextSpan[],
  at: number,
  theme?: ThemeId,
): StretchExplanation {
  const stretch = sentences[at];
  if (stretch === undefined) throw new RangeError(`there is no stretch ${at} of ${sentences.length}`);
  const { themeIds } = tools;
  const scores = scoresOf(tools, text, sentences, at);
  const column = theme === undefined ? bestOf(scores, themeIds.length) : themeIds.indexOf(theme);
  if (column < 0) throw new RangeError(`the model has no theme ${theme}`);
  const other = bestOf(scores, themeIds.length, [column]);
  const margin = marginOf(scores, column, other);
  const effects = wordsIn(tools, text, stretch).map((spans): TellingWord => {
    const without = marginOf(scoresOf(tools, blank(text, spans), sentences, at), column, other);
    const { start, end } = spans[0] as TextSpan;
    return { start, end, text: text.slice(start, end), effect: margin - without };
  });
  effects.sort((a, b) => b.effect - a.effect || a.start - b.start);
  return {
    theme: themeIds[column] as ThemeId,
    runnerUp: themeIds[other] as ThemeId,
    wordsFor: effects.filter(({ effect }) => effect > 0).slice(0, WORDS_MAX),
    wordsAgainst: effects
      .filter(({ effect }) => effect < 0)
      .reverse()
      .slice(0, WORDS_MAX),
    margin,
  };
}

/**
 * What decided about a question, from its own words. Of a theme that the model does not know (one that no catalogue foresaw) all
 * phrases are given, since nothing weighs them; its runner-up is the catalogue theme that comes nearest. A theme of the
 * safety route is never the runner-up.
 */
export function decidingPhrases(tools: ExplainTools, text: string, theme: ThemeId): QuestionReason {
  const { scorer, themeIds, safetyColumns } = tools;
  const scores = scoresOf(tools, text, [{ start: 0, end: text.length }], 0);
  const column = themeIds.indexOf(theme);
  const other = bestOf(scores, themeIds.length, [column, ...safetyColumns]);
  const runnerUp = themeIds[other] as ThemeId;
  const found = tools.phrases.find(text).filter(({ phrase }) => !isTalk(phrase));
  if (column < 0) {
    const phrases = [...new Set(found.map(({ phrase }) => phrase))];
    return { runnerUp, margin: -(scores[other] as number), phrases };
  }
  const weights = new Map<string, number>();
  for (const { phrase, start, end } of found) {
    const row = scorer.weigh(text, start, end);
    const weight = (row[column] as number) - (row[other] as number);
    if (weight > 0) weights.set(phrase, (weights.get(phrase) ?? 0) + weight);
  }
  const ranked = [...weights].sort(([one, a], [two, b]) => b - a || (one < two ? -1 : 1));
  return {
    runnerUp,
    margin: marginOf(scores, column, other),
    phrases: ranked.slice(0, PHRASES_MAX).map(([phrase]) => phrase),
  };
}

/** The `max` themes with the highest score for a question by itself, the best first. Cost: scoring the text once. */
export function nearestThemes(tools: Pick<ExplainTools, "scorer" | "themeIds">, text: string, max: number): ThemeId[] {
  const { themeIds } = tools;
  const scores = scoresOf(tools, text, [{ start: 0, end: text.length }], 0);
  return themeIds
    .map((themeId, column) => ({ themeId, score: scores[column] as number }))
    .sort((a, b) => b.score - a.score || (a.themeId < b.themeId ? -1 : 1))
    .slice(0, max)
    .map(({ themeId }) => themeId);
}

function scoresOf(
  { scorer }: Pick<ExplainTools, "scorer">,
  text: string,
  sentences: readonly TextSpan[],
  at: number,
): Float64Array {
  const scores = scorer.score(text, sentences);
  const row = new Float64Array(scores.columns);
  scores.score(at, at + 1, row);
  return row;
}

function marginOf(scores: Float64Array, column: number, other: number): number {
  return (scores[column] as number) - (scores[other] as number);
}

/** The theme with the highest score, but for those of `except`. The last column, "no question", is no theme. */
function bestOf(scores: Float64Array, themes: number, except: readonly number[] = []): number {
  let best = -1;
  for (let theme = 0; theme < themes; theme++) {
    if (except.includes(theme)) continue;
    if (best === -1 || (scores[theme] as number) > (scores[best] as number)) best = theme;
  }
  return best;
}

/**
 * What can be left out of a stretch: each phrase of the lexicon and each other word that says something, with all its places,
 * because a word that stands twice is not missed once.
 */
function wordsIn({ phrases }: ExplainTools, text: string, { start, end }: TextSpan): TextSpan[][] {
  const stretch = text.slice(start, end);
  const found = phrases
    .find(stretch)
    .map((one) => ({ key: one.phrase, start: one.start + start, end: one.end + start }));
  const words = tokenise(text, start, end)
    .filter(({ kind, norm }) => kind === "word" && norm.length >= WORD_LENGTH_MIN)
    .filter((word) => !found.some((phrase) => word.start < phrase.end && phrase.start < word.end))
    .map((word) => ({ key: word.norm, start: word.start, end: word.end }));
  const places = new Map<string, TextSpan[]>();
  for (const unit of [...found, ...words].sort((a, b) => a.start - b.start).slice(0, UNITS_MAX)) {
    places.set(unit.key, [...(places.get(unit.key) ?? []), { start: unit.start, end: unit.end }]);
  }
  return [...places.values()];
}

/** Blanks keep every other offset where it was. */
function blank(text: string, spans: readonly TextSpan[]): string {
  return spans.reduce((left, { start, end }) => left.slice(0, start) + " ".repeat(end - start) + left.slice(end), text);
}
