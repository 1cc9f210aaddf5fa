import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { releaseMonth } from "@rode-draad/api";
import { addDays, holdInitiative, type Month, monthsBetween } from "@rode-draad/domain";
import { openProduct, type Product, startStages, waitUntilWorkedOut } from "@rode-draad/pipeline";
import { readConfiguration } from "@rode-draad/runtime";
import {
  changeInitiative,
  ensureTeams,
  listExactEffects,
  listToldEffects,
  pickUpProposal,
  readReport,
  saveAssignments,
  saveNotes,
  saveProposals,
  upsertAreas,
} from "@rode-draad/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildProposal } from "../../workers/5-proposals/test/build-proposal.js";
import { makeNote } from "../conformance/store/make-note.js";

/** From stored themes to what is told of an evening, on the real store and queue. */

const NOW = new Date("2026-11-02T10:00:00Z");
const WIJKEN = ["WK000001", "WK000002", "WK000003", "WK000004"] as const;
const [EVENING_HERE, BUSY_WIJK] = WIJKEN;
const HOUSEHOLDS = 24;

let folder: string;
let product: Product;
let households = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rode-draad-effects-"));
  product = await openProduct(
    readConfiguration({ RODEDRAAD_DIR: folder, HASH_KEY: "Wq7nR2xL9bT4vK8mZ1cH6yD3fJ5gP0sA7uE2", LOG_LEVEL: "silent" }),
    { clock: () => NOW },
  );
  const { store, municipalityId } = product;
  await upsertAreas(
    store.db,
    municipalityId,
    WIJKEN.map((code) => ({ code, name: `Wijk ${code.at(-1)}` })),
  );
  await ensureTeams(store.db, municipalityId, [{ code: "T1", name: "Team Een" }]);
  await startStages(product, ["trends", "proposals", "reports", "effects"]);
  for (const month of monthsBetween("2025-07", "2026-07")) {
    for (const wijk of WIJKEN) await addHouseholds(wijk, month, wijk === EVENING_HERE && month > "2026-04" ? 2 : 12);
  }
}, 300_000);

afterAll(async () => {
  await product.close();
  await rm(folder, { recursive: true, force: true });
});

/** So many of the households of a wijk and month ask about huurtoeslag, the others about something else. */
async function addHouseholds(areaCode: string, month: Month, asking: number): Promise<void> {
  const { store, municipalityId } = product;
  const ids = Array.from({ length: HOUSEHOLDS }, () => `n${households++}`);
  const notes = ids.map((id, at) =>
    makeNote(id, { municipalityId, areaCode, professionalId: `p${at % 6}`, date: addDays(`${month}-05`, at) }),
  );
  await saveNotes(store.db, municipalityId, "i1", notes, NOW);
  const themed = ids.map((noteId, at) => {
    const assignment = { themeId: at < asking ? "huurtoeslag" : "vervoer", confidence: 0.95, route: "known" as const };
    return { noteId, version: 1, segments: [{ start: 0, end: 1, kind: "help-question" as const, assignment }] };
  });
  await saveAssignments(store.db, municipalityId, themed, NOW);
}

async function holdEvening(id: string, areaCode: string, heldOn: string): Promise<void> {
  const { store, municipalityId } = product;
  await saveProposals(store.db, municipalityId, [buildProposal(id, { areaCode })], NOW);
  await pickUpProposal(store.db, municipalityId, { id, proposalId: id, accountId: "a" }, NOW);
  await changeInitiative(store.db, municipalityId, id, (one) => holdInitiative(one, heldOn, "2026-11-02", NOW));
}

async function workOut(stage: "trends" | "effects"): Promise<void> {
  await product.queue.enqueue(stage, { municipalityId: product.municipalityId });
  await waitUntilWorkedOut(product);
}

const told = async (id: string) => (await listToldEffects(product.store.db, product.municipalityId, [id]))[0];
const stored = async () => JSON.stringify(await listExactEffects(product.store.db, product.municipalityId));

describe("what came of an evening", () => {
  it("is judged after the month's counts, from wijken without an evening of their own, beside the bands of the reports", async () => {
    await holdEvening("here", EVENING_HERE, "2026-04-15");
    await holdEvening("there", BUSY_WIJK, "2026-06-10");
    await workOut("trends");
    expect(await told("here")).toMatchObject({
      outcome: "worked",
      comparedWith: 2,
      leftOut: [BUSY_WIJK],
      quarters: {
        before: { first: "2026-01", last: "2026-03", band: { label: "25 tot 49" } },
        after: { first: "2026-05", last: "2026-07", band: { label: "minder dan 10" } },
      },
    });
    expect(await told("there")).toMatchObject({ outcome: "too-early", because: "months-to-come" });
    // What is told holds none of the counts that it rests on.
    expect(JSON.stringify(await told("here"))).not.toMatch(/"(?:cases|active|ratio|low|high)"/);
  });

  it("is the same to the byte when it is worked out again", async () => {
    const before = await stored();
    await workOut("effects");
    expect(await stored()).toBe(before);
  });

  it("stays as it was told once the report of its months was released, whatever comes late", async () => {
    const { store, municipalityId, catalogue, clock } = product;
    const report = await readReport(store.db, municipalityId, { month: "2026-07" });
    const released = await releaseMonth(
      {
        db: store.db,
        municipalityId,
        catalogue,
        clock,
        audit: product.audit,
        enqueueProposals: async () => {},
        actor: { kind: "system", id: "Sam" },
      },
      { month: "2026-07", madeAt: report?.madeAt ?? NOW },
    );
    expect(released).toHaveProperty("released");
    const before = await told("here");
    for (const month of monthsBetween("2026-05", "2026-07")) await addHouseholds(EVENING_HERE, month, HOUSEHOLDS);
    await workOut("trends");
    expect(await told("here")).toEqual(before);
  });
});
