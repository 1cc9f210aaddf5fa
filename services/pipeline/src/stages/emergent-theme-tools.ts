import {
  inTransaction,
  readCorrectionLayer,
  readEmergentState,
  readUnassignedQuestions,
  saveEmergentAssignments,
  upsertEmergentThemes,
  writeEmergentState,
} from "@rode-draad/store";
import { DOUBTED_BELOW, type EmergentThemeTools } from "@rode-draad/themes";
import type { Product } from "../open-product.js";

/** A page of questions is clustered in one go on the event loop: some tens of milliseconds. */
const QUESTIONS_PER_PAGE = 1_000;

export function emergentThemeTools({ store, clock, catalogue }: Product): EmergentThemeTools {
  return {
    readHeldThemes: async (municipalityId) =>
      (await readCorrectionLayer(store.db, municipalityId, catalogue.neverThemeIds)).layer.held,
    readState: (municipalityId) => readEmergentState(store.db, municipalityId),
    readUnassigned: (municipalityId, after) =>
      readUnassignedQuestions(store.db, municipalityId, {
        limit: QUESTIONS_PER_PAGE,
        doubtedBelow: DOUBTED_BELOW,
        ...(after !== undefined && { after }),
      }),
    save: (municipalityId, { state, themes, assignments }, expectedVersion) =>
      inTransaction(store.db, async (transaction) => {
        // The version comes first: it holds back a second run, so that only one of them gets to write.
        await writeEmergentState(transaction, municipalityId, { expectedVersion, state });
        await upsertEmergentThemes(transaction, municipalityId, themes, clock(), catalogue.neverThemeIds);
        await saveEmergentAssignments(transaction, municipalityId, assignments, clock(), catalogue.neverThemeIds);
      }),
  };
}
