import { findImport } from "@rode-draad/store";
import type { ImportTools } from "@rode-draad/web";
import type { WebMeans } from "../web-means.js";
import { describeImport } from "./describe-import.js";

export function importTools({ product: { store, municipalityId }, door }: WebMeans): ImportTools {
  return {
    async importFile({ fileName, content, ...names }) {
      const { importId } = await door.receive({ kind: "stream", name: fileName, stream: content }, names);
      return { importId };
    },

    async readImport(importId) {
      const run = await findImport(store.db, municipalityId, importId);
      if (run?.summary === undefined || run.summary === null) return undefined;
      return describeImport(run.summary as Parameters<typeof describeImport>[0]);
    },
  };
}
