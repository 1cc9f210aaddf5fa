import { type AccessPolicy, type Actor, markSafe, type SafeNote } from "@rode-draad/domain";
import { ensureMunicipality, saveNotes } from "@rode-draad/store";
import { openScratchStore, type ScratchStore } from "@rode-draad/store/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { requireNoteAccess } from "./require-note-access.js";

const TOWN = "voorbeeldstad";
const NOTE: SafeNote = {
  municipalityId: TOWN,
  id: "n-1",
  caseId: "case-1",
  professionalId: "mine",
  date: "2026-03-10",
  teamCode: "OOST",
  areaCode: "WK000001",
  safetyFlag: false,
  text: markSafe("Vraag over huur."),
  contentHash: "hash-1",
  masked: {},
};

let scratch: ScratchStore;
beforeAll(async () => {
  scratch = await openScratchStore();
  await ensureMunicipality(scratch.store.db, { id: TOWN, name: "Voorbeeldstad" });
  await saveNotes(scratch.store.db, TOWN, "i-1", [NOTE], new Date("2026-04-01T08:00:00Z"));
});
afterAll(() => scratch.drop());

const worker = (professionalId: string, teamCode: string): Actor => ({
  kind: "account",
  id: "a-1",
  name: "Sam",
  roles: ["case-worker"],
  teamCodes: [teamCode],
  professionalId,
});
const look = (actor: Actor, noteId = "n-1", accessPolicy: AccessPolicy = "own-cases") =>
  requireNoteAccess({ db: scratch.store.db, municipalityId: TOWN, accessPolicy, actor }, "note:read", noteId);

it("lets whoever wrote a note see it, and no colleague", async () => {
  await look(worker("mine", "WEST"));
  await expect(look(worker("other", "OOST"))).rejects.toMatchObject({ code: "note-unknown" });
});

it("lets the team see it where the municipality has it so", async () => {
  await look(worker("other", "OOST"), "n-1", "own-team");
  await expect(look(worker("other", "WEST"), "n-1", "own-team")).rejects.toMatchObject({ code: "note-unknown" });
});

it("tells nobody whether a note that is not kept was ever there", async () => {
  await expect(look(worker("other", "WEST"), "n-2")).rejects.toMatchObject({ code: "note-unknown" });
});

it("answers every number alike where nobody sees a note", async () => {
  for (const noteId of ["n-1", "n-2"]) {
    await expect(look(worker("mine", "OOST"), noteId, "team-figures")).rejects.toMatchObject({
      code: "access-denied",
      message: "In deze gemeente zie je alleen cijfers en geen notities.",
    });
  }
});

it("lets a source system see every note, and tells it which one is not kept", async () => {
  const system: Actor = { kind: "token", id: "t-1", scopes: ["notes:write"] };
  await look(system);
  await expect(look(system, "n-2")).rejects.toMatchObject({ code: "note-unknown" });
});
