import { readQuestionsOfNotes, saveAssignments } from "@rode-draad/store";
import type { KnownThemeTools } from "@rode-draad/themes";
import type { Product } from "../open-product.js";

export function knownThemeTools({ store, texts, clock }: Product): KnownThemeTools {
  return {
    readCutNotes: (municipalityId, noteIds) => readQuestionsOfNotes(store.db, municipalityId, noteIds),
    recognise: (notes) => texts.recognise(notes),
    saveThemes: (municipalityId, notes) => saveAssignments(store.db, municipalityId, notes, clock()),
  };
}
