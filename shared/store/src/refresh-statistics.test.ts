import { markSafe, type SafeNote } from "@rode-draad/domain";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { saveNotes } from "./notes/save-notes.js";
import { ensureMunicipality } from "./places/ensure-municipality.js";
import { refreshStatistics } from "./refresh-statistics.js";
import { openScratchStore, type ScratchStore } from "./testing/index.js";

const NOW = new Date("2026-04-01T08:00:00.000Z");
const municipalityId = "voorbeeldstad";

let scratch: ScratchStore;
beforeAll(async () => {
  scratch = await openScratchStore();
  await ensureMunicipality(scratch.store.db, { id: municipalityId, name: "Voorbeeldstad" });
}, 60_000);
afterAll(() => scratch.drop());

it("looks at the tables again once they have grown by a fifth, and not for a note that comes alone", async () => {
  await deliver("many", 400);
  expect(await notesKnownToPlanner()).toBe(400);
  await deliver("one", 1);
  expect(await notesKnownToPlanner()).toBe(400);
  await deliver("more", 400);
  expect(await notesKnownToPlanner()).toBe(801);
});

async function deliver(name: string, count: number): Promise<void> {
  const { db } = scratch.store;
  const notes = Array.from({ length: count }, (_, index) => makeNote(`${name}-${index}`));
  await saveNotes(db, municipalityId, "i1", notes, NOW);
  await refreshStatistics(db);
}

function makeNote(id: string): SafeNote {
  const places = { date: "2026-03-10", teamCode: "T1", areaCode: "WK000001" };
  const text = markSafe(`Vraag van ${id}.`);
  return { municipalityId, id, caseId: id, ...places, safetyFlag: false, text, contentHash: id, masked: {} };
}

async function notesKnownToPlanner(): Promise<number> {
  const statement = sql<{
    notes: number;
  }>`select reltuples::int as notes from pg_class where oid = 'case_note'::regclass`;
  return (await statement.execute(scratch.store.asOwner)).rows[0]?.notes ?? Number.NaN;
}
