import type { StageName, StagePayload } from "@rode-draad/contracts";
import { deliverMessage, deliverRequest } from "@rode-draad/delivery";
import { runEffects } from "@rode-draad/effects";
import { runProposals } from "@rode-draad/proposals";
import { runQuestions } from "@rode-draad/questions";
import { runReports } from "@rode-draad/reports";
import { markNotesRead } from "@rode-draad/store";
import { runEmergentThemes, runKnownThemes, runThemeReasons } from "@rode-draad/themes";
import { runTrends } from "@rode-draad/trends";
import { inMunicipality } from "./in-municipality.js";
import { notesAreUnderWay } from "./notes-are-under-way.js";
import type { Product } from "./open-product.js";
import { deliveryTools } from "./stages/delivery-tools.js";
import { effectTools } from "./stages/effect-tools.js";
import { emergentThemeTools } from "./stages/emergent-theme-tools.js";
import { knownThemeTools } from "./stages/known-theme-tools.js";
import { messageTools } from "./stages/message-tools.js";
import { proposalTools } from "./stages/proposal-tools.js";
import { questionTools } from "./stages/question-tools.js";
import { reportTools } from "./stages/report-tools.js";
import { themeReasonTools } from "./stages/theme-reason-tools.js";
import { trendTools } from "./stages/trend-tools.js";
import { wakeSleepers } from "./stages/wake-sleepers.js";

/** The whole run on one screen: what each stage does, and what it hands over to. */
const starters: { readonly [Stage in StageName]: (product: Product) => Promise<unknown> } = {
  questions: (product) =>
    product.queue.startStage(
      "questions",
      async (payload) => {
        const next = await runQuestions(payload, questionTools(inMunicipality(product, payload.municipalityId)));
        if (next !== undefined) await product.queue.enqueue("known-themes", next);
      },
      { concurrency: 2, onExhausted: (payload) => splitBatch(product, "questions", payload) },
    ),

  "known-themes": (product) =>
    product.queue.startStage(
      "known-themes",
      async (payload) => {
        const next = await runKnownThemes(payload, knownThemeTools(inMunicipality(product, payload.municipalityId)));
        // Only the last batch asks, of as many as it takes: that stage would leave at once while others are under way.
        if (!(await notesAreUnderWay(product, payload.municipalityId))) {
          await product.queue.enqueue("emergent-themes", next);
        }
      },
      { concurrency: 2, onExhausted: (payload) => splitBatch(product, "known-themes", payload) },
    ),

  "emergent-themes": (product) =>
    product.queue.startStage("emergent-themes", async (payload) => {
      // The last note to be worked out asks again, so nothing is lost by leaving now.
      if (await notesAreUnderWay(product, payload.municipalityId)) return;
      const own = inMunicipality(product, payload.municipalityId);
      // No note is under way, so every note with its themes by now is read by this run.
      const readUntil = product.clock();
      await runEmergentThemes(payload, emergentThemeTools(own));
      await markNotesRead(own.store.db, payload.municipalityId, readUntil);
      await runThemeReasons(payload, themeReasonTools(own));
      await product.queue.enqueue("trends", payload);
    }),

  trends: (product) =>
    product.queue.startStage("trends", async (payload) => {
      await wakeSleepers(inMunicipality(product, payload.municipalityId), payload.municipalityId);
      await runTrends(payload, trendTools(inMunicipality(product, payload.municipalityId)));
      await product.queue.enqueue("proposals", payload);
    }),

  proposals: (product) =>
    product.queue.startStage("proposals", async (payload) => {
      await runProposals(payload, proposalTools(inMunicipality(product, payload.municipalityId)));
      await product.queue.enqueue("reports", payload);
    }),

  reports: (product) =>
    product.queue.startStage("reports", async (payload) => {
      await runReports(payload, reportTools(inMunicipality(product, payload.municipalityId)));
      await product.queue.enqueue("effects", payload);
    }),

  effects: (product) =>
    product.queue.startStage("effects", async (payload) => {
      await runEffects(payload, effectTools(inMunicipality(product, payload.municipalityId)));
    }),

  delivery: (product) =>
    product.queue.startStage("delivery", async (payload) => {
      await deliverRequest(payload, deliveryTools(inMunicipality(product, payload.municipalityId)));
    }),

  messages: (product) =>
    product.queue.startStage("messages", async (payload) => {
      await deliverMessage(payload, messageTools(inMunicipality(product, payload.municipalityId)));
    }),
};

/** Starts the named stages in this process. Closing the product's queue stops them. */
export async function startStages(product: Product, names: readonly StageName[]): Promise<void> {
  for (const name of names) await starters[name](product);
}

/**
 * A batch that failed for the last time is tried once more note by note, so that one note that cannot be worked out does
 * not keep the others from it. A single note that fails stays where it is; the reconciler shows it.
 */
async function splitBatch<Stage extends "questions" | "known-themes">(
  product: Product,
  stage: Stage,
  payload: StagePayload<Stage>,
): Promise<void> {
  const { municipalityId, noteIds } = payload;
  if (noteIds.length < 2) return;
  await product.queue.enqueueMany(
    stage,
    noteIds.map((noteId) => ({ municipalityId, noteIds: [noteId] })) as StagePayload<Stage>[],
  );
}
