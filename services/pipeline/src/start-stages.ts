import type { StageName } from "@rode-draad/contracts";
import { deliverMessage, deliverRequest } from "@rode-draad/delivery";
import { runEffects } from "@rode-draad/effects";
import { runProposals } from "@rode-draad/proposals";
import { runQuestions } from "@rode-draad/questions";
import { runReports } from "@rode-draad/reports";
import { markNotesRead } from "@rode-draad/store";
import { runEmergentThemes, runKnownThemes, runThemeReasons } from "@rode-draad/themes";
import { runTrends } from "@rode-draad/trends";
import { callBackFailedNotes, giveUp, tryAgainOrSetAside } from "./failed-notes.js";
import { holdDiscoveryLease } from "./hold-discovery-lease.js";
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
      async (payload, job) => {
        const own = inMunicipality(product, payload.municipalityId);
        const { next, failed } = await runQuestions(payload, questionTools(own));
        if (next !== undefined) await product.queue.enqueue("known-themes", next, job);
        await tryAgainOrSetAside(product, "questions", payload.municipalityId, failed);
      },
      { concurrency: 2, onExhausted: (payload, error) => giveUp(product, "questions", payload, error) },
    ),

  "known-themes": (product) =>
    product.queue.startStage(
      "known-themes",
      async (payload) => {
        const own = inMunicipality(product, payload.municipalityId);
        const { next, failed } = await runKnownThemes(payload, knownThemeTools(own));
        await tryAgainOrSetAside(product, "known-themes", payload.municipalityId, failed);
        // Only the last batch asks, of as many as it takes: that stage would leave at once while others are under way.
        if (!(await notesAreUnderWay(product, payload.municipalityId, { untriedOnly: true }))) {
          await product.queue.enqueue("emergent-themes", next);
        }
      },
      { concurrency: 2, onExhausted: (payload, error) => giveUp(product, "known-themes", payload, error) },
    ),

  "emergent-themes": (product) =>
    product.queue.startStage("emergent-themes", async (payload) => {
      // The last note to be worked out asks again, so nothing is lost by leaving now.
      if (await notesAreUnderWay(product, payload.municipalityId)) {
        await callBackFailedNotes(product, payload.municipalityId);
        return;
      }
      const own = inMunicipality(product, payload.municipalityId);
      await holdDiscoveryLease(own, payload.municipalityId, async (fence) => {
        // No note is under way, so every note with its themes by now is read by this run.
        const readUntil = product.clock();
        await runEmergentThemes(payload, emergentThemeTools(own, fence));
        await markNotesRead(own.store.db, payload.municipalityId, readUntil);
        await runThemeReasons(payload, themeReasonTools(own));
        await product.queue.enqueue("trends", payload);
      });
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
      const { months } = await runReports(payload, reportTools(inMunicipality(product, payload.municipalityId)));
      // Proposals wait for reports, and reports show proposals: the last turn finds nothing to make.
      await product.queue.enqueue(months.length > 0 ? "proposals" : "effects", payload);
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
