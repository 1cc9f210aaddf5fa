import { ensureMunicipality, type Store } from "@rode-draad/store";
import { openScratchStore, type ScratchStore } from "@rode-draad/store/testing";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { requirePostgres } from "../conformance/back-ends.js";
import { measureIsolation } from "./measure-isolation.js";

const hasPostgres = await requirePostgres();
/** BullMQ makes and owns its tables; they hold ids of notes and no text, and the app role cannot reach them. */
const QUEUE_SCHEMA = "bullmq";

describe.each(["pglite", "postgres"] as const)("on %s", (engine) => {
  describe.skipIf(engine === "postgres" && !hasPostgres)("the database itself", () => {
    let scratch: ScratchStore;
    let store: Store;
    let owner: pg.Pool;
    beforeAll(async () => {
      scratch = await openScratchStore(engine);
      store = scratch.store;
      owner = new pg.Pool({ ...store.connection, max: 1 });
      await ensureMunicipality(store.of("stad-a"), { id: "stad-a", name: "A" });
      await ensureMunicipality(store.of("stad-b"), { id: "stad-b", name: "B" });
    });
    afterAll(async () => {
      await owner.end();
      await scratch.drop();
    });

    it("enables and forces row-level security on every table, with a policy, and the app role owns none", async () => {
      const { rows } = await owner.query<{
        name: string;
        enabled: boolean;
        forced: boolean;
        policies: number;
        owner: string;
      }>(
        `select n.nspname || '.' || c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
                (select count(*)::int from pg_policy where polrelid = c.oid) as policies, pg_get_userbyid(c.relowner) as owner
         from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where c.relkind in ('r', 'p', 'm', 'f') and n.nspname !~ '^(pg_|information_schema)' and n.nspname <> $1`,
        [QUEUE_SCHEMA],
      );
      expect(rows.length).toBeGreaterThan(25);
      expect(rows.filter(({ enabled, forced, policies }) => !enabled || !forced || policies === 0)).toEqual([]);
      expect(rows.filter((row) => row.owner === "rodedraad_app")).toEqual([]);
    });

    it("gives the app role no way around it: no super power, no bypass, no login, no view, no definer's function but one", async () => {
      const { rows } = await owner.query(
        "select rolsuper, rolbypassrls, rolcanlogin, rolcreaterole from pg_roles where rolname = 'rodedraad_app'",
      );
      expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcanlogin: false, rolcreaterole: false }]);
      const views = await owner.query(
        "select 1 from pg_class where relkind = 'v' and relnamespace = 'rodedraad'::regnamespace",
      );
      expect(views.rowCount).toBe(0);
      const definers = await owner.query(
        "select proname from pg_proc where prosecdef and pronamespace = 'rodedraad'::regnamespace",
      );
      expect(definers.rows).toEqual([{ proname: "refresh_statistics" }]);
    });

    it("shows a connection of one municipality neither the other's rows nor the queue", async () => {
      const db = store.of("stad-a");
      expect(await db.selectFrom("municipality").select("id").execute()).toEqual([{ id: "stad-a" }]);
      expect(await store.of("nobody").selectFrom("municipality").select("id").execute()).toEqual([]);
      const team = { municipality_id: "stad-b", code: "T", name: "T" };
      await expect(db.insertInto("team").values(team).execute()).rejects.toMatchObject({ code: "42501" });
      await store.of("stad-b").insertInto("team").values(team).execute();
      expect((await db.updateTable("team").set({ name: "X" }).executeTakeFirst()).numUpdatedRows).toBe(0n);
      expect((await db.deleteFrom("team").executeTakeFirst()).numDeletedRows).toBe(0n);
      expect(await store.of("stad-b").selectFrom("team").select("name").execute()).toEqual([{ name: "T" }]);
    });

    it("refuses a name that is none, before it reaches a statement", () => {
      for (const name of ["*", "", "x'; drop table team", "A"]) expect(() => store.of(name)).toThrow(/gemeente/);
    });

    it("keeps 200 pooled queries of three municipalities apart", async () => {
      const { foreign, missing, written, queries } = await measureIsolation(engine, 200);
      expect({ foreign, missing, written }).toEqual({ foreign: 0, missing: 0, written: 0 });
      expect(queries).toBe(200);
    });
  });
});
