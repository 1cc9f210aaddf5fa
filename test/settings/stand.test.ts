import {
  ensureTeams,
  holdSessionLock,
  listStuckNotes,
  markScheduleRun,
  readAuditEntries,
  recordFailedNotes,
  saveNotes,
  upsertAreas,
} from "@rode-draad/store";
import { runStatement } from "@rode-draad/store/testing";
import { RECURRING_TASKS } from "@rode-draad/web";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeNote } from "../conformance/store/make-note.js";
import { openTown, type Town } from "./open-town.js";

let town: Town;
beforeAll(async () => {
  town = await openTown({ roles: ["administrator"] });
});
afterAll(async () => {
  await town?.close();
});

describe("the page of how the installation does", () => {
  it("says whether a program runs that does the recurring work, and shows it by names with a capital", async () => {
    const page = async (): Promise<string> => (await town.get("/beheer/stand")).text;
    const alone = await page();
    expect(alone).toContain("Er draait geen programma dat het vaste werk doet.");
    expect(alone).toContain("want er draait geen programma dat het doet.");
    expect(alone).not.toContain("Alles loopt");
    const { store, municipalityId, clock } = town.product;
    let led = "";
    await holdSessionLock(store.asOwner, async () => {
      led = await page();
    });
    expect(led).toContain("Het programma dat dit doet, draait");
    expect(led).not.toContain("geen programma");
    for (const task of RECURRING_TASKS) await markScheduleRun(store.db, municipalityId, { task, doneAt: clock() });
    const rows = [...(await page()).matchAll(/<tr[^>]*>\s*<t[dh][^>]*>([^<]+)/g)].map(([, name = ""]) => name);
    expect(rows).toContain("De database opruimen");
    expect(rows.filter((name) => /^[a-z]/.test(name))).toEqual([]);
    await runStatement(store.asOwner, "delete from schedule_run");
  });

  it("lists notes that were set aside by their reason, and has them tried again", async () => {
    const { store, municipalityId, clock, queue } = town.product;
    expect((await town.get("/beheer/stand")).text).not.toContain("Apart gezet");
    await upsertAreas(store.db, municipalityId, [{ code: "WK000001", name: "Oost" }]);
    await ensureTeams(store.db, municipalityId, [{ code: "T1" }]);
    await saveNotes(store.db, municipalityId, "i1", [makeNote("n1"), makeNote("n2")], clock());
    const failed = ["n1", "n2"].map((noteId) => ({ noteId, reason: "out-of-memory" }));
    await recordFailedNotes(store.db, municipalityId, failed, clock(), 1);
    const { text } = await town.get("/beheer/stand");
    expect(text).toContain("Het lezen van deze notitie kostte te veel geheugen.");
    expect(text).toContain("2 notities staan apart.");
    const retried = await town.post("/beheer/stand/opnieuw");
    expect(retried).toMatchObject({ status: 303, location: "/beheer/stand?gedaan=retried" });
    expect((await town.get(retried.location)).text).toContain("Wij proberen de notities opnieuw.");
    expect(await listStuckNotes(store.db, municipalityId)).toEqual([]);
    expect((await queue.health()).stages.questions?.waiting).toBe(1);
    const entries = await readAuditEntries(store.db, municipalityId, { limit: 100 });
    const [entry, ...others] = entries.filter(({ action }) => action === "retry-notes");
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ outcome: "done", details: { rows: 2 }, actor: { kind: "account" } });
  });

  it("says that work waits and nobody does it, as health does", async () => {
    const { municipalityId, queue } = town.product;
    await queue.enqueue("questions", { municipalityId, noteIds: ["n1"] });
    const page = async (): Promise<string> => (await town.get("/beheer/stand")).text;
    await expect.poll(page, { timeout: 120_000, interval: 1_000 }).toContain("Er wacht werk, maar niets doet het.");
  });

  it("says that a newer version has changed the schema", async () => {
    const { asOwner } = town.product.store;
    await runStatement(asOwner, "insert into schema_migration (version, name) values (9999, 'later')");
    expect((await town.get("/beheer/stand")).text).toContain("De database heeft schema 9999");
  });
});
