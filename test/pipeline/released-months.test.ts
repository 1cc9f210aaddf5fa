import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { releaseMonth } from "@rode-draad/api";
import { addDays, addMonths, type Month } from "@rode-draad/domain";
import { openProduct, type Product, startStages, waitUntilWorkedOut } from "@rode-draad/pipeline";
import { readConfiguration } from "@rode-draad/runtime";
import {
  ensureTeams,
  listReports,
  readMonthRelease,
  readReport,
  recordRefusal,
  saveAssignments,
  saveNotes,
  upsertAreas,
} from "@rode-draad/store";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeNote } from "../conformance/store/make-note.js";

/** From stored themes to reports on the real store and queue: a month that a person released never changes. */

const NOW = new Date("2026-10-30T10:00:00Z");
let folder: string;
let product: Product;
let households = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rode-draad-released-"));
  product = await openProduct(
    readConfiguration({ RODEDRAAD_DIR: folder, HASH_KEY: "Wq7nR2xL9bT4vK8mZ1cH6yD3fJ5gP0sA7uE2", LOG_LEVEL: "silent" }),
    { clock: () => NOW },
  );
  const { store, municipalityId } = product;
  await upsertAreas(store.db, municipalityId, [{ code: "WK000001", name: "Sterrenwijk" }]);
  await ensureTeams(store.db, municipalityId, [{ code: "T1", name: "Team Een" }]);
  await startStages(product, ["trends", "proposals", "reports", "effects"]);
  for (const month of ["2026-07", "2026-08", "2026-09", "2026-10"]) await addHouseholds(month, 40);
  await workOut();
}, 120_000);

afterAll(async () => {
  await product.close();
  await rm(folder, { recursive: true, force: true });
});

async function addHouseholds(month: Month, count: number): Promise<void> {
  const { store, municipalityId } = product;
  const ids = Array.from({ length: count }, () => `n${households++}`);
  const notes = ids.map((id, at) =>
    makeNote(id, { municipalityId, professionalId: `p${at % 6}`, date: addDays(`${month}-01`, at % 28) }),
  );
  await saveNotes(store.db, municipalityId, "i1", notes, NOW);
  const question = {
    start: 0,
    end: 1,
    kind: "help-question" as const,
    assignment: { themeId: "geldzorgen", confidence: 0.95, route: "known" as const },
  };
  // Some households ask about something else, so that no theme is about everybody.
  const other = { ...question, assignment: { ...question.assignment, themeId: "vervoer" } };
  const themed = ids.map((noteId, at) => ({ noteId, version: 1, segments: [at % 4 === 0 ? other : question] }));
  await saveAssignments(store.db, municipalityId, themed, NOW);
}

async function workOut(): Promise<void> {
  await product.queue.enqueue("trends", { municipalityId: product.municipalityId });
  await waitUntilWorkedOut(product);
}

/** Everything that is shown of a month, to the letter. */
async function shown(month: Month): Promise<string> {
  const { store, municipalityId } = product;
  const keys = (await listReports(store.db, municipalityId)).filter((key) => key.month === month);
  const reports = await Promise.all(keys.map((key) => readReport(store.db, municipalityId, key)));
  return JSON.stringify([reports, await readMonthRelease(store.db, municipalityId, "team", month)]);
}

const means = () => ({
  db: product.store.db,
  municipalityId: product.municipalityId,
  catalogue: product.catalogue,
  clock: product.clock,
  audit: product.audit,
  enqueueProposals: async () => {},
  actor: { kind: "system", id: "Sam" } as const,
});

test("a released month stays as it is to the letter, and late notes count in the next one", async () => {
  const report = await readReport(product.store.db, product.municipalityId, { month: "2026-09" });
  const order = { month: "2026-09", madeAt: report?.madeAt ?? NOW };
  expect(await releaseMonth(means(), order)).toMatchObject({ released: ["2026-07", "2026-08", "2026-09"] });
  const months = ["2026-07", "2026-08", "2026-09"];
  const before = await Promise.all(months.map(shown));
  const draft = await shown("2026-10");
  await addHouseholds("2026-08", 60);
  await workOut();
  expect(await Promise.all(months.map(shown))).toEqual(before);
  expect(await shown("2026-10")).not.toBe(draft);
}, 120_000);

test("a draft leaves out what a refused release named", async () => {
  const { store, municipalityId } = product;
  const withheld = ["geldzorgen", "", ""];
  await recordRefusal(store.db, municipalityId, "team", {
    month: "2026-10",
    reason: "Samen met eerdere rapporten is een klein aantal te berekenen.",
    withhold: { "2026-10": [JSON.stringify(withheld)] },
    refusedFor: "Sam",
    refusedAt: NOW,
  });
  await addHouseholds(addMonths("2026-09", 1), 4);
  await workOut();
  const record = (await readMonthRelease(store.db, municipalityId, "team", "2026-10"))?.record as {
    readonly released: readonly { readonly themeId: string; readonly reason?: string; readonly areaCode?: string }[];
  };
  const total = record.released.filter(({ themeId, ...cell }) => themeId === "geldzorgen" && !("areaCode" in cell));
  expect(total.some(({ reason }) => reason === "differencing")).toBe(true);
}, 120_000);
