import { catchUp, keepAllWithinTerms, markedTasks, type Product, runMonth } from "@rode-draad/pipeline";
import {
  ensureMunicipality,
  listOutdatedReports,
  listScheduleRuns,
  markScheduleRun,
  readAuditEntries,
  readNotes,
  saveNotes,
} from "@rode-draad/store";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openTestProduct } from "../access/open-test-product.js";
import { makeNote } from "../conformance/store/make-note.js";
import { TOWN } from "./filled-town.js";

let product: Product;
let now: Date;
beforeEach(async () => {
  now = new Date("2026-11-17T12:00:00Z");
  product = await openTestProduct({}, { clock: () => now });
});
afterEach(() => product.close());

describe("recurring tasks", () => {
  it("of the night are caught up with after a night off, once, and those that were never done wait", async () => {
    const ran: string[] = [];
    const tasks = markedTasks(product, [
      { name: "retention", timing: { cron: "0 3 * * *" }, run: async () => void ran.push("retention") },
      { name: "effects", timing: { cron: "0 4 * * *" }, run: async () => void ran.push("effects") },
    ]);
    expect(await catchUp(product, tasks)).toEqual([]);
    await tasks[0]?.run();
    now = new Date("2026-11-18T13:59:00Z");
    expect(await catchUp(product, tasks)).toEqual([]);
    now = new Date("2026-11-20T12:00:00Z");
    expect(await catchUp(product, tasks)).toEqual(["retention"]);
    expect(await catchUp(product, tasks)).toEqual([]);
    expect(ran).toEqual(["retention", "retention"]);
  });

  it("one that fails is not written down as done and does not stop the start", async () => {
    await markScheduleRun(product.store.db, TOWN, { task: "retention", doneAt: new Date("2026-11-01T03:00:00Z") });
    const failing = markedTasks(product, [
      { name: "retention", timing: { cron: "0 3 * * *" }, run: () => Promise.reject(new Error("no disk")) },
    ]);
    await catchUp(product, failing);
    expect(await listScheduleRuns(product.store.db, TOWN)).toMatchObject([
      { task: "retention", doneAt: new Date("2026-11-01T03:00:00Z") },
    ]);
  });
});

describe("the monthly run", () => {
  it("works out each municipality once a month, and what was missed when the machine is on again", async () => {
    await ensureMunicipality(product.store.of("buurstad"), { id: "buurstad", name: "Buurstad" });
    expect((await runMonth(product)).sort()).toEqual(["buurstad", TOWN]);
    expect(await runMonth(product)).toEqual([]);
    now = new Date("2027-03-01T09:00:00Z");
    expect((await runMonth(product)).sort()).toEqual(["buurstad", TOWN]);
    expect(await listScheduleRuns(product.store.db, TOWN)).toMatchObject([{ task: "monthly-run", period: "2027-02" }]);
    expect((await product.queue.health()).stages["emergent-themes"]?.waiting).toBeGreaterThan(0);
    // Without a note there is no month whose report would be made.
    expect(await listOutdatedReports(product.store.db, TOWN)).toEqual([]);
  });
});

describe("retention", () => {
  it("deletes what is past its term in every municipality, whichever process takes the night", async () => {
    const towns = [TOWN, "buurstad"];
    const { store } = product;
    await ensureMunicipality(store.of("buurstad"), { id: "buurstad", name: "Buurstad" });
    for (const municipalityId of towns) {
      const note = makeNote(`n-${municipalityId}`, { municipalityId });
      await saveNotes(store.of(municipalityId), municipalityId, "i1", [note], now);
    }
    const texts = async () =>
      await Promise.all(towns.map(async (id) => (await readNotes(store.of(id), id, [`n-${id}`])).length));
    await keepAllWithinTerms(product);
    expect(await texts()).toEqual([1, 1]);
    now = new Date("2027-01-17T12:00:00Z");
    await keepAllWithinTerms(product);
    expect(await texts()).toEqual([0, 0]);
    const entries = await readAuditEntries(store.db, TOWN, { limit: 10 });
    expect(entries.map(({ action, details }) => [action, details])).toEqual(
      [0, 0, 1, 1].map((rows) => ["run-retention", { rows }]),
    );
  });
});
