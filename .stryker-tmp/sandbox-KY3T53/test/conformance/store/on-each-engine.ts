import { ensureMunicipality, openStore, type StoreDatabase } from "@rode-draad/store";
import { openScratchStore, type ScratchStore } from "@rode-draad/store/testing";
import { afterAll, beforeAll, beforeEach, describe } from "vitest";
import { requirePostgres } from "../back-ends.js";

export const NOW = new Date("2026-04-01T08:00:00.000Z");
export const LATER = new Date("2026-04-01T09:00:00.000Z");

const ENGINES = ["pglite", "postgres"] as const;
const postgresAnswers = await requirePostgres();

/** The database of the engine at hand and a municipality of the case's own, so that cases can share a database. */
export interface Town {
  readonly db: StoreDatabase;
  /** The same database without bounds between municipalities, as who owns it has it. */
  readonly asOwner: StoreDatabase;
  readonly id: string;
  /** Closes the store and opens it again on the same data. */
  reopen(): Promise<void>;
}

/** Runs the same cases on the embedded database and on a server. */
export function onEachEngine(define: (town: Town) => void): void {
  describe.each(ENGINES)("the store on %s", (engine) => {
    describe.skipIf(engine === "postgres" && !postgresAnswers)("keeps its promises about", () => {
      let scratch: ScratchStore;
      let number = 0;

      beforeAll(async () => {
        scratch = await openScratchStore(engine);
      });
      afterAll(async () => {
        await scratch.drop();
      });
      beforeEach(async () => {
        number += 1;
        const id = `stad-${number}`;
        await ensureMunicipality(scratch.store.of(id), { id, name: "Stad" });
      });
      define({
        get db() {
          return scratch.store.of(`stad-${number}`);
        },
        get asOwner() {
          return scratch.store.asOwner;
        },
        get id() {
          return `stad-${number}`;
        },
        async reopen() {
          await scratch.store.close();
          const store = await openStore(scratch.options);
          scratch = { ...scratch, store };
        },
      });
    });
  });
}
