import { changed } from "@rode-draad/api";
import { writeEveningCalendar } from "@rode-draad/delivery";
import { type Initiative, ProductError, RawText, type RunSheetStep } from "@rode-draad/domain";
import { listInitiatives, readInitiative, readRunSheet, saveRunSheet } from "@rode-draad/store";
import type { InitiativeTools, RunSheetDraft, StepOutcome } from "@rode-draad/web";
import { dutchDay } from "../../door/receive-notes.js";
import type { WebMeans } from "../web-means.js";
import { listView } from "./list-initiatives.js";
import { readNames } from "./names.js";
import { listOwnFits } from "./own-fits.js";
import { questionSheetsView } from "./question-sheets.js";
import { readInitiativePage } from "./read-initiative-page.js";
import { readRunSheetPage } from "./run-sheet-page.js";
import { whyNotCarry } from "./why-not-carry.js";

export function initiativeTools(means: WebMeans): InitiativeTools {
  const { product, actions, actor } = means;
  const { store, municipalityId, clock } = product;
  const read = (id: string) => readInitiative(store.db, municipalityId, id);
  const whyNot = (initiative: Initiative): string | undefined =>
    means.whyNot("proposals:decide") ?? whyNotCarry(actor, initiative);

  return {
    async listInitiatives(filter) {
      const [initiatives, names] = await Promise.all([listInitiatives(store.db, municipalityId), readNames(product)]);
      return listView(initiatives, filter, names, actor);
    },
    async readInitiative(id) {
      const initiative = await read(id);
      return initiative && (await readInitiativePage(means, initiative, await readNames(product)));
    },
    async planInitiative(id, { date, place: typed, isPublicPlace, capacity }) {
      const place = typed === undefined ? undefined : actions.inspectPlace(typed, isPublicPlace);
      if (typed !== undefined && place === undefined) return { heldBack: "place" };
      const plan = {
        ...(date !== undefined && { date }),
        ...(place !== undefined && { place }),
        ...(capacity !== undefined && { capacity }),
      };
      return await told(() => actions.changeInitiative(id, { kind: "plan", plan }));
    },
    holdInitiative: (id, heldOn) => told(() => actions.changeInitiative(id, { kind: "hold", heldOn })),
    takeBackInitiative: (id) => told(() => actions.changeInitiative(id, { kind: "take-back" })),
    async evaluateInitiative(id, { attendance, evaluation, line: typed, hours }) {
      const decision = typed === undefined ? undefined : actions.inspect(new RawText(typed));
      if (decision?.decision === "quarantine") return { heldBack: "line" };
      const line = decision?.text;
      const outcome = { attendance, evaluation: { ...evaluation, ...(line !== undefined && { line }) }, hours };
      return await told(() => actions.changeInitiative(id, { kind: "evaluate", outcome }));
    },
    joinInitiative: (id) => told(() => actions.joinInitiative(id)),
    handBackInitiative: (id) => told(() => actions.handBackInitiative(id)),
    async startFollowUp(id, { formatId, discussedInTeam }) {
      const former = await read(id);
      if (former?.careNeeded === true && !discussedInTeam) return { refused: CARE_NOT_CONFIRMED };
      return await told(() => actions.startFollowUp(id, formatId));
    },
    async readRunSheet(id) {
      const initiative = await read(id);
      return initiative && (await readRunSheetPage(product, initiative, await readNames(product), whyNot(initiative)));
    },
    async saveRunSheet(id, draft) {
      const initiative = await read(id);
      if (initiative === undefined) throw new ProductError("initiative-unknown", "Dit initiatief bestaat niet (meer).");
      const refused = whyNot(initiative);
      if (refused !== undefined) return { refused };
      const sheet = await sheetOf(means, initiative, draft);
      if (!("steps" in sheet)) return sheet;
      return await changed(
        { db: store.db, audit: product.audit },
        { action: "save-run-sheet", subject: "initiative" },
        async (db) => {
          await saveRunSheet(db, municipalityId, id, sheet, clock());
          return { id };
        },
        () => ({ id }),
      );
    },
    async readQuestionSheets(id) {
      const initiative = await read(id);
      return initiative && questionSheetsView(initiative, await readNames(product), dutchDay(clock()));
    },
    async readEveningCalendar(id) {
      const initiative = await read(id);
      if (initiative?.plan.date === undefined) return undefined;
      const names = await readNames(product);
      return writeEveningCalendar(
        {
          id,
          title: initiative.title,
          form: names.form(initiative),
          areaName: names.area(initiative.areaCode),
          date: initiative.plan.date,
          ...(initiative.plan.place !== undefined && { place: initiative.plan.place }),
        },
        clock(),
      );
    },
    async listOwnFits() {
      const states = ["idea", "planned"] as const;
      const [ahead, names] = await Promise.all([
        listInitiatives(store.db, municipalityId, { states }),
        readNames(product),
      ]);
      return await listOwnFits(means, ahead, names);
    },
  };
}

const CARE_NOT_CONFIRMED = "Dit thema kan alleen met zorg. Bespreek het eerst in je team.";

/** What a rule refuses is told on the page, with what was typed; everything else is a fault or not there. */
async function told(work: () => Promise<Initiative>): Promise<StepOutcome> {
  try {
    return { id: (await work()).id };
  } catch (error) {
    if (error instanceof ProductError && REFUSALS.has(error.code)) return { refused: error.message };
    throw error;
  }
}

const REFUSALS: ReadonlySet<string> = new Set([
  "initiative-refused",
  "initiative-taken",
  "proposal-held",
  "format-unknown",
]);

/** The sheet that a draft makes; every step passes the gate, and what it masks stays masked. */
async function sheetOf(
  { product, actions }: WebMeans,
  { id, formatId }: Initiative,
  draft: RunSheetDraft,
): Promise<StepOutcome | { readonly steps: readonly RunSheetStep[]; readonly copiedFrom?: string }> {
  const { store, municipalityId } = product;
  const present = await readRunSheet(store.db, municipalityId, id);
  switch (draft.kind) {
    case "reset":
      return { steps: [] };
    case "copy": {
      const source = await readInitiative(store.db, municipalityId, draft.fromId);
      const sheet = source && (await readRunSheet(store.db, municipalityId, source.id));
      if (sheet === undefined || source?.formatId !== formatId) return { refused: NOT_THERE };
      return { steps: sheet.steps, copiedFrom: draft.fromId };
    }
    case "steps": {
      const steps: RunSheetStep[] = [];
      for (const [index, { offsetMinutes, role, what }] of draft.steps.entries()) {
        const decision = actions.inspect(new RawText(what));
        if (decision.decision === "quarantine") return { heldBack: `step-${index}` };
        steps.push({ offsetMinutes, role, what: decision.text });
      }
      if (steps.length === 0) return { refused: NO_STEPS };
      return { steps, ...(present?.copiedFrom !== undefined && { copiedFrom: present.copiedFrom }) };
    }
  }
}

const NOT_THERE = "Dit draaiboek is er niet meer. Kies een ander.";
const NO_STEPS = "Een draaiboek heeft minstens één stap. Wil je het eerste draaiboek terug? Kies dan daarvoor.";
