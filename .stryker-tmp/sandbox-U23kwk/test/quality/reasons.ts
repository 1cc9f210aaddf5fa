/**
 * Measures "waarom samen" and prints figure and goal. Run: `node --conditions=source --import tsx test/quality/reasons.ts`
 *
 * An explanation is faithful when leaving out what it names costs the theme more than leaving out as many other words (DeYoung
 * et al., "ERASER", ACL 2020, call it comprehensiveness). The questions are those of the visible corpus, which the model
 * was trained on: it says whether the reasons are those of the model, not whether the model is right.
 */
import { fileURLToPath } from "node:url";
import { markSafe, type Segment } from "@rode-draad/domain";
import { readCorpus } from "@rode-draad/fixtures";
import { loadRecogniser, summariseReasons } from "@rode-draad/themes";
import { atLeast, type FigureRow, isProgram, printFigures, shown } from "./figure-row.js";

/** One question in so many is explained by leaving out its words, which costs a millisecond. */
const EXPLAINED_EVERY = 9;
const ERASED = 3;

interface Span {
  readonly start: number;
  readonly end: number;
}

export function reasonFigures(): FigureRow[] {
  const recogniser = loadRecogniser();
  const questions = readCorpus().flatMap(({ segments }, note) =>
    segments.flatMap(({ text, theme }) => (theme === null ? [] : [{ text, theme, caseId: `c${note}` }])),
  );
  const marginWithout = (text: string, spans: readonly Span[], theme: string): number => {
    const left = markSafe(erase(text, spans));
    return recogniser.explain(left, whole(left), 0, theme).margin;
  };
  let [named, others, explained] = [0, 0, 0];
  for (const { text, theme } of questions.filter((_, at) => at % EXPLAINED_EVERY === 0)) {
    const safe = markSafe(text);
    const { wordsFor, margin } = recogniser.explain(safe, whole(safe), 0, theme);
    const telling = wordsFor.slice(0, ERASED);
    const rest = otherWords(text, telling);
    if (telling.length < ERASED || rest.length < ERASED) continue;
    explained++;
    named += margin - marginWithout(text, telling, theme);
    others += margin - marginWithout(text, spread(rest, ERASED), theme);
  }
  const told = questions.map(({ text, theme, caseId }) => ({
    ...recogniser.tellReason(markSafe(text), theme),
    themeId: theme,
    caseId,
  }));
  const summed = summariseReasons(told);
  const shareOf = <One>(all: readonly One[], holds: (one: One) => boolean): number =>
    all.filter(holds).length / all.length;
  return [
    atLeast("margin lost by leaving out the three words named", 1, named / explained),
    shown("margin lost by leaving out three others", others / explained),
    atLeast(
      "questions with a phrase that may be repeated",
      0.9,
      shareOf(told, ({ phrases }) => phrases.length > 0),
    ),
    atLeast(
      "themes with three words or more",
      0.95,
      shareOf(summed, ({ words }) => words.length >= 3),
    ),
    atLeast(
      "themes with a typical question",
      0.95,
      shareOf(summed, ({ typical }) => typical.length > 0),
    ),
    shown(
      "themes with a doubtful question",
      shareOf(summed, ({ doubtful }) => doubtful.length > 0),
    ),
    atLeast(
      "themes with a nearest theme",
      0.95,
      shareOf(summed, ({ nearest }) => nearest !== undefined),
    ),
  ];
}

function whole(text: string): Segment[] {
  return [{ start: 0, end: text.length, kind: "help-question" }];
}

function erase(text: string, spans: readonly Span[]): string {
  return spans.reduce((left, { start, end }) => left.slice(0, start) + " ".repeat(end - start) + left.slice(end), text);
}

function otherWords(text: string, named: readonly Span[]): Span[] {
  return [...text.matchAll(/\p{L}{4,}/gu)]
    .map(({ index, 0: word }) => ({ start: index, end: index + word.length }))
    .filter((word) => !named.some(({ start, end }) => word.start < end && start < word.end));
}

/** Evenly over the text, so that no chance is needed. */
function spread(words: readonly Span[], count: number): Span[] {
  return Array.from({ length: count }, (_, at) => words[Math.floor((at * words.length) / count)] as Span);
}

if (isProgram(fileURLToPath(import.meta.url))) printFigures(reasonFigures());
