import { hashKey } from "./hash-key.js";
import { joiningOddsMin } from "./joining-odds.js";
import { readTerms } from "./read-terms.js";
import type { RecentQuestion } from "./recent-questions.js";
import type { SurfaceForms } from "./surface-forms.js";
import type { UnknownQuestion } from "./unknown-question.js";
import type { UsualQuestions } from "./usual-questions.js";
import { weekNumberOfDay } from "./week-number.js";

/** What the memory keeps of a question: its words and their families as numbers, hashes of case and area, and no text. */
export function toRecentQuestion(
  unknown: UnknownQuestion,
  usual: UsualQuestions,
  surfaces: SurfaceForms,
): RecentQuestion {
  const terms: number[] = [];
  const before: number[] = [];
  readTerms(unknown.text, "nl", (term, surface) => {
    const number = usual.number(term);
    surfaces.vote(number, surface);
    for (const one of [number, usual.numberOfFamily(term)]) if (!terms.includes(one)) terms.push(one);
  });
  readTerms(unknown.contextBefore ?? "", "nl", (term) => {
    for (const one of [usual.number(term), usual.numberOfFamily(term)])
      if (!terms.includes(one) && !before.includes(one)) before.push(one);
  });
  const week = weekNumberOfDay(unknown.date);
  return {
    id: unknown.id,
    noteVersion: unknown.noteVersion ?? 1,
    caseKey: hashKey(unknown.caseId),
    areaKey: hashKey(unknown.areaCode),
    joinsOnly: unknown.joinsOnly === true,
    oddsMin: joiningOddsMin(unknown),
    week,
    // A copy takes no more room than it needs, and very many are remembered.
    terms: terms.slice(),
    before: before.slice(),
    cluster: -1,
  };
}
