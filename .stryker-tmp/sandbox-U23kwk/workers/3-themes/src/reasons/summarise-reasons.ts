import type { CaseId, ThemeId, ThemeReasons } from "@rode-draad/domain";
import type { QuestionReason } from "../known/explain-stretch.js";
import { isFormOf } from "./is-form-of.js";

/** Why one question is in its theme. */
export interface JudgedQuestion extends Omit<QuestionReason, "runnerUp"> {
  /** The theme that now stands for the one that came next; absent when that is the theme itself or none any more. */
  readonly runnerUp?: ThemeId;
  readonly themeId: ThemeId;
  readonly caseId: CaseId;
}

/** Rule: a word that fewer cases share says something of one household, so it is not repeated. */
const CASES_MIN = 3;
const WORDS_MAX = 8;
const EXAMPLE_WORDS_MAX = 3;
/** The part of the questions with the widest or the narrowest margin that an example is made of. */
const EXAMPLE_SHARE = 0.25;
/** A word must decide so many times more often in the theme than in all themes. */
const LIFT_MIN = 2;
/** A word that decides in more than a third of the themes ("niet", "sinds") tells a reader nothing; among few themes it may be chance. */
const THEMES_SHARE_MAX = 1 / 3;
const THEMES_MAX_LEAST = 10;

/**
 * Sums up why questions are in their themes. Words are ranked as class-based tf-idf does: cases in the theme times the logarithm of
 * how much more often the word decides there than anywhere. An example is made of what a quarter of the questions share
 * and not of one question, because three words of one question may stand in no other. By theme id; cost: linear.
 */
export function summariseReasons(questions: readonly JudgedQuestion[]): ThemeReasons[] {
  const ordinary = ordinaryWords(questions);
  const telling = questions.map((question) => ({
    ...question,
    phrases: question.phrases.filter((phrase) => !ordinary.has(phrase)),
  }));
  const everywhere = casesOf(telling);
  const byTheme = new Map<ThemeId, JudgedQuestion[]>();
  for (const question of telling) {
    const own = byTheme.get(question.themeId);
    if (own === undefined) byTheme.set(question.themeId, [question]);
    else own.push(question);
  }
  return [...byTheme]
    .sort(([one], [two]) => (one < two ? -1 : 1))
    .map(([themeId, own]) => summariseTheme(themeId, own, everywhere));
}

function summariseTheme(themeId: ThemeId, own: readonly JudgedQuestion[], everywhere: WordCases): ThemeReasons {
  const telling = (part: readonly JudgedQuestion[], max: number) => tellingWords(casesOf(part), everywhere, max);
  const byMargin = [...own].sort((a, b) => b.margin - a.margin || (a.caseId < b.caseId ? -1 : 1));
  const quarter = Math.ceil(own.length * EXAMPLE_SHARE);
  const typical = telling(byMargin.slice(0, quarter), EXAMPLE_WORDS_MAX);
  const doubtful = telling(byMargin.slice(-quarter), EXAMPLE_WORDS_MAX).filter(
    (word) => !typical.some((shown) => isFormOf(shown, word)),
  );
  const nearest = mostShared(own);
  return {
    themeId,
    words: telling(own, WORDS_MAX),
    typical,
    doubtful,
    ...(nearest !== undefined && {
      nearest: {
        themeId: nearest,
        words: telling(
          own.filter(({ runnerUp }) => runnerUp === nearest),
          EXAMPLE_WORDS_MAX,
        ),
      },
    }),
  };
}

function ordinaryWords(questions: readonly JudgedQuestion[]): ReadonlySet<string> {
  const themes = new Map<string, Set<ThemeId>>();
  for (const { themeId, phrases } of questions) {
    for (const phrase of phrases) themes.set(phrase, (themes.get(phrase) ?? new Set()).add(themeId));
  }
  const max = Math.max(THEMES_MAX_LEAST, THEMES_SHARE_MAX * new Set(questions.map(({ themeId }) => themeId)).size);
  return new Set([...themes].filter(([, { size }]) => size > max).map(([phrase]) => phrase));
}

/** Cases by word, and how many there are in all. */
interface WordCases {
  readonly byWord: ReadonlyMap<string, ReadonlySet<CaseId>>;
  readonly cases: number;
}

function casesOf(questions: readonly JudgedQuestion[]): WordCases {
  const byWord = new Map<string, Set<CaseId>>();
  for (const { caseId, phrases } of questions) {
    for (const phrase of phrases) {
      const cases = byWord.get(phrase);
      if (cases === undefined) byWord.set(phrase, new Set([caseId]));
      else cases.add(caseId);
    }
  }
  return { byWord, cases: new Set(questions.map(({ caseId }) => caseId)).size };
}

function tellingWords(own: WordCases, everywhere: WordCases, max: number): string[] {
  const ranked = [...own.byWord].flatMap(([word, { size }]) => {
    const usual = (everywhere.byWord.get(word)?.size ?? size) / everywhere.cases;
    const lift = size / own.cases / usual;
    return size < CASES_MIN || lift < LIFT_MIN ? [] : [{ word, weight: size * Math.log(lift) }];
  });
  ranked.sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1));
  const words: string[] = [];
  for (const { word } of ranked) {
    if (words.some((earlier) => isFormOf(earlier, word))) continue;
    words.push(word);
    if (words.length === max) break;
  }
  return words;
}

/** The runner-up of the most cases, when enough share it. */
function mostShared(own: readonly JudgedQuestion[]): ThemeId | undefined {
  const cases = new Map<ThemeId, Set<CaseId>>();
  for (const { runnerUp, caseId } of own) {
    if (runnerUp !== undefined) cases.set(runnerUp, (cases.get(runnerUp) ?? new Set()).add(caseId));
  }
  const ranked = [...cases].sort(([one, a], [two, b]) => b.size - a.size || (one < two ? -1 : 1));
  const first = ranked[0];
  return first !== undefined && first[1].size >= CASES_MIN ? first[0] : undefined;
}
