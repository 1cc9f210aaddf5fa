import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { STAGE_NAMES } from "@rode-draad/contracts";
import { addDays } from "@rode-draad/domain";
import { erase, openProduct, type Product, startStages, waitUntilWorkedOut } from "@rode-draad/pipeline";
import { runProposals } from "@rode-draad/proposals";
import { readConfiguration } from "@rode-draad/runtime";
import { ensureTeams, listProposals, saveAssignments, saveNotes, upsertAreas } from "@rode-draad/store";
import { afterEach, beforeEach, expect, it } from "vitest";
import { proposalTools } from "../../services/pipeline/src/stages/proposal-tools.js";
import { makeNote } from "../conformance/store/make-note.js";

const NOW = new Date("2026-10-30T10:00:00Z");
const HOUSEHOLDS = Array.from({ length: 36 }, (_, household) => `n${household}`);
/** Too few of them for an offer; they stay. */
const OTHERS = ["o1", "o2"];

let folder: string;
let product: Product;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "rode-draad-erased-need-"));
  product = await open();
});
afterEach(async () => {
  await product.close();
  await rm(folder, { recursive: true });
});

const open = () => openProduct(readConfiguration({ RODEDRAAD_DIR: folder, LOG_LEVEL: "silent" }));

async function askQuestions({ store, municipalityId }: Product): Promise<void> {
  await upsertAreas(store.db, municipalityId, [{ code: "WK000001", name: "Sterrenwijk" }]);
  await ensureTeams(store.db, municipalityId, [{ code: "T1", name: "Team Een" }]);
  const all = [...HOUSEHOLDS, ...OTHERS];
  const notes = all.map((id, at) =>
    makeNote(id, { municipalityId, professionalId: `p${at % 6}`, date: addDays("2026-08-03", at * 2) }),
  );
  await saveNotes(store.db, municipalityId, "i1", notes, NOW);
  const question = (themeId: string) =>
    ({ start: 0, end: 1, kind: "help-question", assignment: { themeId, confidence: 0.95, route: "known" } }) as const;
  const themed = all.map((noteId) => ({
    noteId,
    version: 1,
    segments: [question(OTHERS.includes(noteId) ? "vervoer" : "huurtoeslag")],
  }));
  await saveAssignments(store.db, municipalityId, themed, NOW);
}

const proposedThemes = async (): Promise<string[]> =>
  (await listProposals(product.store.db, product.municipalityId)).flatMap(({ proposal }) => proposal.themeIds);

it("an offer for a need that was erased goes, also when a run that had read the need before writes it once more", async () => {
  await askQuestions(product);
  await startStages(product, STAGE_NAMES);
  await product.queue.enqueue("trends", { municipalityId: product.municipalityId });
  await waitUntilWorkedOut(product);
  expect(await proposedThemes()).toEqual(["huurtoeslag"]);
  await product.close();

  // Without stages nothing runs in between.
  product = await open();
  const { municipalityId } = product;
  const tools = proposalTools(product);
  await runProposals(
    { municipalityId },
    {
      ...tools,
      async readProposalInput(id) {
        const input = await tools.readProposalInput(id);
        await erase(product, { kind: "notes", noteIds: HOUSEHOLDS });
        expect(await proposedThemes()).toEqual([]);
        return input;
      },
    },
  );
  expect(await proposedThemes()).toEqual(["huurtoeslag"]);

  await startStages(product, STAGE_NAMES);
  await waitUntilWorkedOut(product);
  expect(await proposedThemes()).toEqual([]);
}, 240_000);
