import {
  endOpenImports,
  ensureTeams,
  findAreaByNameOrCode,
  finishImport,
  listAreas,
  listImports,
  listTeams,
  startImport,
  upsertAreas,
} from "@rode-draad/store";
import { describe, expect, it } from "vitest";
import { LATER, NOW, onEachEngine } from "./on-each-engine.js";

onEachEngine((town) => {
  describe("places and imports", () => {
    it("finds an area by code, name or alias in any case, and keeps earlier aliases", async () => {
      await upsertAreas(town.db, town.id, [
        { code: "WK000001", name: "Noord", aliases: ["Noorderwijk"] },
        { code: "WK000002", name: "Zuid" },
      ]);
      await upsertAreas(town.db, town.id, [{ code: "WK000001", name: "Noord", aliases: ["De Noord"] }]);
      for (const name of ["wk000001", "NOORD", " noorderwijk ", "de noord"]) {
        expect((await findAreaByNameOrCode(town.db, town.id, name))?.code).toBe("WK000001");
      }
      expect(await findAreaByNameOrCode(town.db, town.id, "Oost")).toBeUndefined();
      expect(await listAreas(town.db, town.id)).toEqual([
        { code: "WK000001", name: "Noord", aliases: ["de noord", "noorderwijk"] },
        { code: "WK000002", name: "Zuid", aliases: [] },
      ]);
    });

    it("keeps a team's name when the team comes again without one", async () => {
      await ensureTeams(town.db, town.id, [{ code: "T1", name: "Team Noord" }, { code: "T2" }]);
      await ensureTeams(town.db, town.id, [{ code: "T1" }, { code: "T2" }]);
      expect(await listTeams(town.db, town.id)).toEqual([
        { code: "T1", name: "Team Noord" },
        { code: "T2", name: "T2" },
      ]);
    });

    it("keeps what an import summed up", async () => {
      await startImport(town.db, town.id, { id: "i1", origin: "notities.csv", startedAt: NOW });
      await startImport(town.db, town.id, { id: "i1", origin: "other", startedAt: LATER });
      await finishImport(town.db, town.id, "i1", { finishedAt: LATER, summary: { stored: 3 } });
      expect(await listImports(town.db, town.id)).toEqual([
        {
          ...{ id: "i1", origin: "notities.csv", startedAt: NOW, finishedAt: LATER, summary: { stored: 3 } },
          ...{ rowsRead: 0, shareRead: 0, seenAt: NOW },
        },
      ]);
    });

    it("ends the imports that are open, and leaves what the others summed up", async () => {
      for (const id of ["i1", "open"]) await startImport(town.db, town.id, { id, origin: "api", startedAt: NOW });
      await finishImport(town.db, town.id, "i1", { finishedAt: NOW, summary: { stored: 3 } });
      const end = { finishedAt: LATER, summary: { interrupted: true } };
      await endOpenImports(town.db, town.id, end);
      const byId = new Map((await listImports(town.db, town.id)).map((run) => [run.id, run]));
      expect(byId.get("open")).toMatchObject(end);
      expect(byId.get("i1")?.summary).toEqual({ stored: 3 });
    });
  });
});
