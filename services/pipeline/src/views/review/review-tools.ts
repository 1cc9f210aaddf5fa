import { ProductError } from "@rode-draad/domain";
import type { ReviewTools } from "@rode-draad/web";
import type { WebMeans } from "../web-means.js";
import { readReview } from "./read-review.js";

/** Stands in the list of changes beside the name of who chose. */
const CHOSEN_WHILE_CHECKING = "Gekozen bij het nakijken.";

/** The question is gone, went elsewhere or is not this person's any more; the page goes on with the next. */
const REFUSALS = ["correction-refused", "corrections-moved", "question-unknown", "theme-unknown"];

export function reviewTools(means: WebMeans): ReviewTools {
  return {
    readReview: (passedOver) => readReview(means, passedOver),
    async reviewQuestion({ questionId, themeId: toId }) {
      try {
        const order = { kind: "move", questionId, toId, outOfSafety: false, why: CHOSEN_WHILE_CHECKING } as const;
        return { correctionId: (await means.actions.correctTheme(order)).id };
      } catch (error) {
        if (error instanceof ProductError && REFUSALS.includes(error.code)) return { refused: error.message };
        throw error;
      }
    },
  };
}
