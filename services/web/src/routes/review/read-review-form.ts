import type { ReviewDraft } from "../../web-tools.js";
import { readLine } from "../read-line.js";
import { NO_QUESTION, OTHER } from "./page.js";

/** What was chosen for which question; undefined when "another theme" was chosen and none was named, or nothing at all. */
export function readReviewForm(body: Readonly<Record<string, unknown>>): ReviewDraft | undefined {
  const questionId = readLine(body.vraag);
  const chosen = readLine(body.keuze);
  if (chosen === NO_QUESTION) return { questionId, themeId: null };
  const themeId = chosen === OTHER ? readLine(body.thema) : chosen;
  return themeId === "" ? undefined : { questionId, themeId };
}
