import type { CaseId, MunicipalityId, SafeText, ThemeId, ThemeReasons } from "@rode-draad/domain";
import type { QuestionReason } from "../known/explain-stretch.js";
import { type JudgedQuestion, summariseReasons } from "./summarise-reasons.js";

/** A question of the window with its words, which stay in memory. */
export interface QuestionToTell {
  readonly themeId: ThemeId;
  readonly caseId: CaseId;
  readonly text: SafeText;
}

/** What the work needs from the store and from the thread that reads. */
export interface ThemeReasonTools {
  /** The latest questions of each theme in the latest window, `perTheme` at most; none when nothing was imported. */
  readonly readQuestions: (municipalityId: MunicipalityId, perTheme: number) => Promise<readonly QuestionToTell[]>;
  /** Tells which theme now stands for one of the catalogue, after what people merged; null when it is none any more. */
  readonly readRedirects: (municipalityId: MunicipalityId) => Promise<(themeId: ThemeId) => ThemeId | null>;
  /** `Recogniser.tellReason` for each question in turn; may run in another thread. */
  readonly tellReasons: (
    questions: readonly Pick<QuestionToTell, "text" | "themeId">[],
  ) => Promise<readonly QuestionReason[]>;
  /** Writes the reasons in place of all earlier ones. */
  readonly save: (municipalityId: MunicipalityId, reasons: readonly ThemeReasons[]) => Promise<void>;
}

/** Enough to see what a theme's questions share, and few enough that a large city waits seconds. */
const QUESTIONS_PER_THEME = 100;
/** A batch keeps a thread busy for about as long as a batch of notes does. */
const BATCH = 500;

/** Works out why the questions of each theme belong together. Running it again writes the same. */
export async function runThemeReasons(
  { municipalityId }: { readonly municipalityId: MunicipalityId },
  tools: ThemeReasonTools,
): Promise<{ readonly themes: number }> {
  const questions = await tools.readQuestions(municipalityId, QUESTIONS_PER_THEME);
  const resolve = await tools.readRedirects(municipalityId);
  const judged: JudgedQuestion[] = [];
  for (let from = 0; from < questions.length; from += BATCH) {
    const batch = questions.slice(from, from + BATCH);
    const reasons = await tools.tellReasons(batch.map(({ text, themeId }) => ({ text, themeId })));
    for (const [index, { runnerUp: found, ...reason }] of reasons.entries()) {
      const { themeId, caseId } = batch[index] as QuestionToTell;
      const runnerUp = resolve(found);
      judged.push({ ...reason, themeId, caseId, ...(runnerUp !== null && runnerUp !== themeId && { runnerUp }) });
    }
  }
  const summed = summariseReasons(judged);
  await tools.save(municipalityId, summed);
  return { themes: summed.length };
}
