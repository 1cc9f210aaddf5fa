import { cleanTyped, HELD_BACK } from "@rode-draad/api";
import { ProductError } from "@rode-draad/domain";
import type { CorrectionDraft, CorrectionOutcome, Reason } from "@rode-draad/web";
import type { Actions } from "./create-web-tools.js";

type CorrectionActions = Pick<Actions, "inspect" | "correctTheme" | "undoCorrection">;

/** Corrects a theme as the API does. Throws `theme-unknown`. */
export async function correctTheme(actions: CorrectionActions, draft: CorrectionDraft): Promise<CorrectionOutcome> {
  return await carryOut(actions, draft, (clean) =>
    actions.correctTheme(clean.kind === "split" ? { ...clean, questionIds: [] } : clean),
  );
}

/** Undoes a correction as the API does. Throws `correction-unknown`. */
export async function undoCorrection(
  actions: CorrectionActions,
  correctionId: string,
  reason: Reason,
): Promise<CorrectionOutcome> {
  return await carryOut(actions, reason, (clean) => actions.undoCorrection(correctionId, clean));
}

/** A refusal is an outcome like any other here: the page shows its sentence beside what was filled in. */
const REFUSALS = ["correction-refused", "corrections-moved"];

async function carryOut<Typed extends Reason>(
  { inspect }: CorrectionActions,
  typed: Typed,
  act: (clean: Typed) => Promise<{ readonly id: string }>,
): Promise<CorrectionOutcome> {
  const { order, heldBack } = cleanTyped(typed, inspect);
  if (heldBack.length > 0) {
    const parts = heldBack.map((part) => (part === "name" || part === "why" ? part : "words"));
    return { heldBack: parts, sentence: HELD_BACK };
  }
  try {
    return { correctionId: (await act(order)).id };
  } catch (error) {
    if (error instanceof ProductError && REFUSALS.includes(error.code)) return { refused: error.message };
    throw error;
  }
}
