import { readCorrectionLog, readQuestionsOfNotes, saveAssignments } from "@rode-draad/store";
import type { KnownThemeTools } from "@rode-draad/themes";
import type { Product } from "../open-product.js";

export function knownThemeTools({ store, texts, clock, catalogue }: Product): KnownThemeTools {
  return {
    readCutNotes: (municipalityId, noteIds) => readQuestionsOfNotes(store.db, municipalityId, noteIds),
    recognise: (notes) => texts.recognise(notes),
    readCorrections: (municipalityId) => readCorrectionLog(store.db, municipalityId),
    saveThemes: (municipalityId, notes, version) =>
      saveAssignments(store.db, municipalityId, notes, clock(), { version, neverThemeIds: catalogue.neverThemeIds }),
  };
}
