import type { QuestionTools } from "@rode-draad/questions";
import { readNotes, saveSegments } from "@rode-draad/store";
import type { Product } from "../open-product.js";

export function questionTools({ store, texts, clock }: Product): QuestionTools {
  return {
    readNotes: async (municipalityId, noteIds) =>
      (await readNotes(store.db, municipalityId, noteIds)).map(({ id, version, text }) => ({
        noteId: id,
        version,
        text,
      })),
    cut: (notes) => texts.cut(notes),
    saveSegments: (municipalityId, notes) => saveSegments(store.db, municipalityId, notes, clock()),
  };
}
