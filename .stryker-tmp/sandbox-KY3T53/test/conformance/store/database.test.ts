import { countNotes, inTransaction, readEmergentState, saveNotes, writeEmergentState } from "@rode-draad/store";
import { describe, expect, it } from "vitest";
import { makeNote } from "./make-note.js";
import { NOW, onEachEngine } from "./on-each-engine.js";

onEachEngine((town) => {
  describe("as a database", () => {
    it("keeps all of a transaction or nothing, and joins one that is open", async () => {
      const failing = inTransaction(town.db, async (transaction) => {
        await saveNotes(transaction, town.id, "i1", [makeNote("n1")], NOW);
        throw new Error("on purpose");
      });
      await expect(failing).rejects.toThrow("on purpose");
      expect(await countNotes(town.db, town.id)).toBe(0);
    });

    it("lets 20 read-modify-write transactions run together without losing one", async () => {
      await writeEmergentState(town.db, town.id, { expectedVersion: 0, state: new Uint8Array([0]) });
      const bump = async (): Promise<void> => {
        try {
          await inTransaction(town.db, async (transaction) => {
            const read = await readEmergentState(transaction, town.id);
            const state = new Uint8Array([(read?.state[0] ?? 0) + 1]);
            await writeEmergentState(transaction, town.id, { expectedVersion: read?.version ?? 0, state });
          });
        } catch {
          await bump();
        }
      };
      await Promise.all(Array.from({ length: 20 }, bump));
      expect((await readEmergentState(town.db, town.id))?.state[0]).toBe(20);
    });

    it("finds everything again after it was closed and opened", async () => {
      await saveNotes(town.db, town.id, "i1", [makeNote("n1")], NOW);
      await town.reopen();
      expect(await countNotes(town.db, town.id)).toBe(1);
    });
  });
});
