import { readCorrectionLog, readOwnSettings, readQuestionsOfNotes, saveAssignments } from "@rode-draad/store";
import { type KnownThemeTools, makeOwnThemeGiver } from "@rode-draad/themes";
import type { Product } from "../open-product.js";

export function knownThemeTools({ store, texts, clock, catalogue, municipalityId: own }: Product): KnownThemeTools {
  return {
    readCutNotes: (municipalityId, noteIds) => readQuestionsOfNotes(store.db, municipalityId, noteIds),
    async recognise(notes) {
      const [recognised, { catalogue: added }] = await Promise.all([
        texts.recognise(notes),
        readOwnSettings(store.db, own),
      ]);
      const { give } = makeOwnThemeGiver(added.terms, catalogue.neverThemeIds);
      return recognised.map((outcome, index) => {
        const text = notes[index]?.text;
        return "done" in outcome && text !== undefined ? { done: give(text, outcome.done) } : outcome;
      });
    },
    readCorrections: (municipalityId) => readCorrectionLog(store.db, municipalityId),
    saveThemes: (municipalityId, notes, version) =>
      saveAssignments(store.db, municipalityId, notes, clock(), { version, neverThemeIds: catalogue.neverThemeIds }),
  };
}
