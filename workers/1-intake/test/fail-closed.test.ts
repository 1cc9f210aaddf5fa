import { openScratchStore } from "@rode-draad/store/testing";
import { describe, expect, it } from "vitest";
import { InterruptedImport } from "../src/index.js";
import { type Door, HEADINGS, HELD_BACK, line, openDoor, piped, run } from "./door.js";

const CANARY = "Sjoerdtje Kanarie";
const FILE = `${HEADINGS}\n${line("n-1", `Mevrouw ${CANARY} belde.`)}\n${line("n-2")}\n${line("n-3", HELD_BACK)}\n`;

async function interruption(door: Door): Promise<InterruptedImport> {
  const error: unknown = await run(piped("a.csv", FILE), door).then(
    () => expect.fail("the import ended well"),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(InterruptedImport);
  return error as InterruptedImport;
}

describe("what goes wrong between the gate and the store", { timeout: 60_000 }, () => {
  it("a gate that fails holds every note back, counted by its reason", async () => {
    const broken = {
      inspect: () => {
        throw new Error(CANARY);
      },
    };
    const door = await openDoor({ gate: broken });
    const { summary } = await run(piped("a.csv", FILE), door);
    expect(summary).toMatchObject({ stored: 0, quarantined: { "gate-fault": 3 } });
    expect(await door.notes()).toEqual([]);
  });

  it("a database that goes away leaves nothing behind, says so once, and counts each note", async () => {
    const gone = await openScratchStore();
    await gone.drop();
    const write = async (): Promise<never> => {
      await gone.store.db.selectFrom("case_note").select("id").execute();
      expect.fail("the database is still there");
    };
    const door = await openDoor({ saveNotes: write, saveQuarantined: write });
    const { code, message, summary, retryable } = await interruption(door);
    expect({ code, retryable }).toEqual({ code: "intake.not-stored", retryable: true });
    expect(message).toBe(
      "De notities zijn niet opgeslagen, want de database was niet bereikbaar, vol of alleen-lezen. Lees ze opnieuw in als dat is verholpen.",
    );
    expect(summary).toMatchObject({ rows: 3, stored: 0, quarantined: {}, refusedRows: 3 });
    expect(await door.notes()).toEqual([]);
    expect(door.jobs).toEqual([]);
  });

  it("a full disk is told by its code only, never with the row that did not fit", async () => {
    const real = await openDoor();
    const full = Object.assign(new Error(`could not extend file, row (${CANARY})`), { code: "53100", detail: CANARY });
    const door = await openDoor({ saveNotes: () => Promise.reject(full) });
    const error = await interruption(door);
    expect(error).toMatchObject({ code: "intake.not-stored", detail: "53100" });
    let told: unknown = error;
    while (told instanceof Error) {
      expect(JSON.stringify([told.message, told.stack, { ...told }])).not.toContain(CANARY);
      told = told.cause;
    }
    // The notes that could be held back still are.
    expect(error.summary).toMatchObject({ stored: 0, refusedRows: 2, quarantined: { "too-many-identifiers": 1 } });
    expect(await door.quarantined()).toBe(1);
    expect(await real.notes()).toEqual([]);
  });
});
