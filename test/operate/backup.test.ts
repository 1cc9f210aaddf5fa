import { readFile, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { moveStore, restoreBackup, writeBackup } from "@rode-draad/operate";
import { checkAuditLog } from "@rode-draad/pipeline";
import { readConfiguration } from "@rode-draad/runtime";
import { countNotes, readEmergentState } from "@rode-draad/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { requirePostgres } from "../conformance/back-ends.js";
import { emptyPlaces, emptyServer, type FilledTown, fillTown, inStore, KEYS, reportsIn, TOWN } from "./filled-town.js";

const MADE = { madeAt: new Date("2026-11-30T02:00:00Z"), productVersion: "0.1.0" };
const hasPostgres = await requirePostgres();

let town: FilledTown;
let file: string;
let rows: number;
let notes: number;
let reports: unknown[];
beforeAll(async () => {
  town = await fillTown();
  file = join(town.folder, "kopie.rodedraad");
  reports = await reportsIn(town.configuration);
  notes = await inStore(town.configuration, (db) => countNotes(db, TOWN));
  ({ rows } = await writeBackup(town.configuration, file, MADE));
}, 300_000);
afterAll(() => town.remove());

/** The drill: what somebody would look at after a restore, on whichever store. */
async function expectTheSame(configuration: FilledTown["configuration"]): Promise<void> {
  expect(reports.length).toBeGreaterThan(20);
  expect(await reportsIn(configuration)).toEqual(reports);
  await inStore(configuration, async (db) => {
    expect(await countNotes(db, TOWN)).toBe(notes);
    expect(await db.selectFrom("correction").select(["number", "undoes"]).orderBy("number").execute()).toEqual([
      { number: 1, undoes: null },
      { number: 2, undoes: 1 },
    ]);
    expect((await readEmergentState(db, TOWN))?.state.length).toBeGreaterThan(1_000);
    expect(await checkAuditLog({ db, municipalityId: TOWN, key: KEYS.AUDIT_KEY, anchorFiles: [] })).toMatchObject({
      isWhole: true,
      entries: 1,
    });
  });
}

describe("a restore drill", () => {
  it("from the embedded store to an empty folder gives the same reports, counts and whole audit log", async () => {
    const empty = await emptyPlaces();
    const restored = await restoreBackup(empty.configuration, file);
    expect(restored.rows).toBe(rows);
    await expectTheSame(empty.configuration);
    // And what was put back can be backed up to the same lines.
    const again = join(empty.folder, "tweede.rodedraad");
    await writeBackup(empty.configuration, again, MADE);
    expect(gunzipSync(await readFile(again)).equals(gunzipSync(await readFile(file)))).toBe(true);
    await empty.remove();
  });

  it.runIf(hasPostgres)("from the embedded store to a server, and from that server to a folder", async () => {
    const server = await emptyServer();
    const empty = await emptyPlaces();
    try {
      expect((await restoreBackup(server.configuration, file)).rows).toBe(rows);
      await expectTheSame(server.configuration);
      const fromServer = join(empty.folder, "server.rodedraad");
      expect((await writeBackup(server.configuration, fromServer, MADE)).rows).toBe(rows);
      await restoreBackup(empty.configuration, fromServer);
      await expectTheSame(empty.configuration);
    } finally {
      await server.drop();
      await empty.remove();
    }
  });

  it.runIf(hasPostgres)("numbers that count by themselves go on after the highest one", async () => {
    const server = await emptyServer();
    try {
      await restoreBackup(server.configuration, file);
      await inStore(server.configuration, async (db) => {
        const change = { municipality_id: TOWN, kind: "new", theme_id: "t-0001", made_by: "machine" as const };
        const highest = await db
          .selectFrom("theme_change")
          .select(({ fn }) => fn.max("number").as("number"))
          .executeTakeFirstOrThrow();
        const next = await db
          .insertInto("theme_change")
          .values({ ...change, made_at: new Date() } as never)
          .returning("number")
          .executeTakeFirstOrThrow();
        expect(Number(next.number)).toBeGreaterThan(Number(highest.number ?? 0));
      });
    } finally {
      await server.drop();
    }
  });
});

describe("a backup", () => {
  it("holds no key and no text that can be read, and only its maker may read it", async () => {
    const content = gunzipSync(await readFile(file)).toString("utf8");
    for (const key of Object.values(KEYS)) expect(content).not.toContain(key);
    expect(content).not.toContain("huurtoeslag aan");
    expect((await stat(file)).mode & 0o077).toBe(0);
  });

  it("never replaces a file", async () => {
    await expect(writeBackup(town.configuration, file, MADE)).rejects.toMatchObject({ code: "file-exists" });
  });

  it("goes in a folder that is there", async () => {
    const nowhere = join(town.folder, "geen-map", "kopie.rodedraad");
    await expect(writeBackup(town.configuration, nowhere, MADE)).rejects.toMatchObject({ code: "folder-unknown" });
  });

  it("that was cut off, changed or is something else is refused before anything is touched", async () => {
    const empty = await emptyPlaces();
    const whole = await readFile(file);
    const bad = join(empty.folder, "slecht");
    const restore = () => restoreBackup(empty.configuration, bad);
    await writeFile(bad, whole);
    for (const length of [whole.length - 100, Math.ceil(whole.length / 2)]) {
      await truncate(bad, length);
      await expect(restore()).rejects.toMatchObject({ code: "backup-damaged" });
    }
    const text = gunzipSync(whole).toString("utf8");
    await writeFile(bad, gzipSync(text.replace('"WK', '"XX')));
    await expect(restore()).rejects.toMatchObject({ code: "backup-damaged" });
    await writeFile(bad, gzipSync(text.slice(0, text.lastIndexOf('["end"'))));
    await expect(restore()).rejects.toMatchObject({ code: "backup-damaged" });
    await writeFile(bad, gzipSync('{"some":"thing"}\n'));
    await expect(restore()).rejects.toMatchObject({ code: "backup-unknown" });
    for (const other of [
      "",
      "no gzip at all",
      Buffer.from([0, 255, 1]),
      gzipSync(Buffer.from([200, 201])),
      gzipSync(""),
    ]) {
      await writeFile(bad, other);
      await expect(restore()).rejects.toMatchObject({ code: "backup-unknown" });
    }
    await expect(stat(join(empty.folder, "db"))).rejects.toMatchObject({ code: "ENOENT" });
    await empty.remove();
  });

  it("goes back under its own keys only, and never over data", async () => {
    const empty = await emptyPlaces();
    const other = { RODEDRAAD_DIR: empty.folder, ...KEYS, HASH_KEY: "zP5wR1tY8uI3oA6sD9fG2hJ4kL7xC0vB" };
    await expect(restoreBackup(readConfiguration(other), file)).rejects.toMatchObject({
      code: "keys-differ",
      message: expect.stringContaining("HASH_KEY"),
    });
    await expect(restoreBackup(readConfiguration({ RODEDRAAD_DIR: empty.folder }), file)).rejects.toMatchObject({
      message: expect.stringContaining("TEXT_KEY"),
    });
    await expect(restoreBackup(town.configuration, file)).rejects.toMatchObject({ code: "database-not-empty" });
    await empty.remove();
  });
});

describe.runIf(hasPostgres)("moving from the embedded store to a server", () => {
  it("brings everything over, proves it, and leaves the old store as it was", async () => {
    const server = await emptyServer();
    try {
      const to = server.configuration.databaseUrl ?? "";
      const moved = await moveStore(town.configuration, to);
      expect(moved.rows).toBe(rows);
      await expectTheSame(server.configuration);
      await expectTheSame(town.configuration);
      await expect(moveStore(town.configuration, to)).rejects.toMatchObject({ code: "database-not-empty" });
    } finally {
      await server.drop();
    }
  });

  it("starts from the embedded store only", async () => {
    const already = { ...town.configuration, databaseUrl: "postgres://x/y" };
    await expect(moveStore(already, "postgres://x/z")).rejects.toMatchObject({ code: "already-on-server" });
  });
});
