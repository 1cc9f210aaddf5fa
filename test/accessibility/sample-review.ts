import { loadCatalogue } from "@rode-draad/catalogue";
import { markSafe } from "@rode-draad/domain";
import { composeThemeList } from "@rode-draad/reports";
import type { ReviewDraft, ReviewQuestion, ReviewTools } from "@rode-draad/web";

const TEXTS = ["Mevrouw begrijpt de brief over haar huur niet.", "Hij wil weten of hij iets terugkrijgt."];

const questions = TEXTS.map(
  (text, index): ReviewQuestion => ({
    id: `n-${index}.0`,
    text: markSafe(text),
    teamName: "Wijkteam Oost",
    choices: [
      { id: "huurtoeslag", name: "Huurtoeslag" },
      { id: "huurverhoging-servicekosten", name: "Huurverhoging en servicekosten" },
    ],
    others: composeThemeList(loadCatalogue()).map(({ domain: group, themes }) => ({ group, themes })),
  }),
);

/** Two questions to check; the first choice improves the figures and the second one is refused. */
export function sampleReview(): { readonly tools: ReviewTools; readonly reviewed: ReviewDraft[] } {
  const reviewed: ReviewDraft[] = [];
  return {
    reviewed,
    tools: {
      async readReview(passedOver) {
        const question = questions.slice(reviewed.length)[passedOver];
        return {
          left: questions.length - reviewed.length,
          ...(question !== undefined && { question }),
          hour: { right: 5, moved: 2, noQuestion: 1, gain: { before: 84.1, now: 86.9 } },
        };
      },
      async reviewQuestion(draft) {
        if (reviewed.length > 0) return { refused: "Deze vraag bestaat niet (meer), of hoort niet bij dit thema." };
        reviewed.push(draft);
        return { correctionId: "c-0001" };
      },
    },
  };
}
