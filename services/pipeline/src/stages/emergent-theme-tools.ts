import type { ThemeChange } from "@rode-draad/domain";
import {
  addThemeChanges,
  type Fence,
  inTransaction,
  readCorrectionLayer,
  readEmergentState,
  readUnassignedQuestions,
  requireDiscoveryFence,
  saveEmergentAssignments,
  upsertEmergentThemes,
  writeEmergentState,
} from "@rode-draad/store";
import { DOUBTED_BELOW, type EmergentThemeTools, type ThemeChange as FoundChange } from "@rode-draad/themes";
import type { Product } from "../open-product.js";

/** The questions of a page are clustered in one go on the event loop: some thousand of them, some tens of milliseconds. */
const NOTES_PER_PAGE = 200;

export function emergentThemeTools({ store, clock, catalogue }: Product, fence: Fence): EmergentThemeTools {
  return {
    readHeldThemes: async (municipalityId) =>
      (await readCorrectionLayer(store.db, municipalityId, catalogue.neverThemeIds)).layer.held,
    readState: (municipalityId) => readEmergentState(store.db, municipalityId),
    readUnassigned: (municipalityId, page) =>
      readUnassignedQuestions(store.db, municipalityId, {
        ...page,
        notes: NOTES_PER_PAGE,
        doubtedBelow: DOUBTED_BELOW,
        withJoining: true,
      }),
    save: (municipalityId, { state, themes, assignments, changes }, expectedVersion) =>
      inTransaction(store.db, async (transaction) => {
        await requireDiscoveryFence(transaction, municipalityId, fence);
        // The version comes next: it holds back a second run, so that only one of them gets to write.
        await writeEmergentState(transaction, municipalityId, { expectedVersion, state });
        await upsertEmergentThemes(transaction, municipalityId, themes, clock(), catalogue.neverThemeIds);
        await addThemeChanges(transaction, municipalityId, silences(changes, clock()));
        await saveEmergentAssignments(transaction, municipalityId, assignments, clock(), catalogue.neverThemeIds);
      }),
  };
}

/** The changes that no comparison of themes shows: nobody asks any more, or somebody asks again. The store tells the others. */
function silences(changes: readonly FoundChange[], at: Date): ThemeChange[] {
  return changes.flatMap(({ kind: found, themeId }): ThemeChange[] => {
    const kind = found === "retired" ? "quiet" : found;
    return kind === "quiet" || kind === "back" ? [{ kind, themeId, by: "machine", at }] : [];
  });
}
