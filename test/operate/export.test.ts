import { createHash } from "node:crypto";
import { appendFile, cp, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type ExportManifest, readExport, writeExport } from "@rode-draad/operate";
import { readConfiguration } from "@rode-draad/runtime";
import { ensureMunicipality, openStore, readNotes } from "@rode-draad/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { requirePostgres } from "../conformance/back-ends.js";
import { emptyPlaces, emptyServer, type FilledTown, fillTown, inStore, KEYS, reportsIn, TOWN } from "./filled-town.js";

const MADE = { madeAt: new Date("2026-11-30T02:00:00Z"), productVersion: "0.1.0" };
/** Elsewhere texts stand under a key of that place. */
const OTHER_TEXT_KEY = "Vt5nJ8rQ2wZ7xL0cM4bK9yHs3dF6gA1pEoUiTqWzXk8=";

const hasPostgres = await requirePostgres();

let town: FilledTown;
let folder: string;
let manifest: ExportManifest;
beforeAll(async () => {
  town = await fillTown();
  await inStore(town.configuration, async (db) => {
    const account = { id: "a-1", login: "sam", name: "=Sam", roles: ["administrator"], password_hash: "zeergeheim" };
    await db
      .insertInto("account")
      .values({ municipality_id: TOWN, ...account, team_codes: [], created_at: new Date() } as never)
      .execute();
  });
  folder = join(town.folder, "export");
  manifest = await writeExport(town.configuration, folder, MADE);
}, 300_000);
afterAll(() => town.remove());

async function firstText(configuration: FilledTown["configuration"]): Promise<unknown> {
  return await inStore(configuration, async (db) => {
    const ids = await db
      .selectFrom("case_note")
      .select("id")
      .where("text", "is not", null)
      .orderBy("id")
      .limit(3)
      .execute();
    return await readNotes(
      db,
      TOWN,
      ids.map(({ id }) => id),
    );
  });
}

describe("an export of a municipality", () => {
  it("holds every table as JSON lines and as CSV, readable, without what opens a door", async () => {
    const files = await readdir(folder);
    for (const { name } of manifest.tables)
      expect(files).toEqual(expect.arrayContaining([`${name}.jsonl`, `${name}.csv`]));
    expect(files).toEqual(expect.arrayContaining(["LEESMIJ.md", "manifest.json"]));
    for (const name of ["session", "second_factor", "recovery_code", "api_token"])
      expect(files).not.toContain(`${name}.jsonl`);
    const accounts = await readFile(join(folder, "account.jsonl"), "utf8");
    expect(accounts).toContain("=Sam");
    expect(accounts).not.toContain("zeergeheim");
    expect(await readFile(join(folder, "account.csv"), "utf8")).toContain("'=Sam");
    const notes = (await readFile(join(folder, "case_note.jsonl"), "utf8")).trim().split("\n");
    expect(notes.length).toBe(manifest.tables.find(({ name }) => name === "case_note")?.rows);
    expect(JSON.parse(notes.at(-1) ?? "")).toMatchObject({ text: expect.stringMatching(/ /), text_key: null });
  });

  it.runIf(hasPostgres)("is read in beside another municipality, under the key of texts there", async () => {
    const server = await emptyServer();
    const { databaseUrl = "" } = server.configuration;
    const there = readConfiguration({ ...KEYS, TEXT_KEY: OTHER_TEXT_KEY, DATABASE_URL: databaseUrl });
    try {
      const neighbour = await openStore({ databaseUrl, municipalityId: "buurstad" });
      await ensureMunicipality(neighbour.db, { id: "buurstad", name: "Buurstad" });
      await neighbour.close();
      await readExport(there, folder);
      expect(await reportsIn(there)).toEqual(await reportsIn(town.configuration));
      expect(await firstText(there)).toEqual(await firstText(town.configuration));
      await expect(readExport(there, folder)).rejects.toMatchObject({ code: "database-not-empty" });
    } finally {
      await server.drop();
    }
  });

  it("goes in a folder that is there, as a backup does, and makes none on the way", async () => {
    const nowhere = join(town.folder, "geen-map", "export");
    await expect(writeExport(town.configuration, nowhere, MADE)).rejects.toMatchObject({ code: "folder-unknown" });
    expect(await readdir(town.folder)).not.toContain("geen-map");
  });

  it("is refused when it is of another municipality, was changed, or smuggles in rows of another", async () => {
    const empty = await emptyPlaces();
    const other = { ...empty.configuration, municipalityId: "buurstad" };
    await expect(readExport(other, folder)).rejects.toMatchObject({ code: "export-of-another" });
    await expect(readExport(empty.configuration, town.folder)).rejects.toMatchObject({ code: "ENOENT" });

    const changed = join(empty.folder, "veranderd");
    await cp(folder, changed, { recursive: true });
    const smuggled = JSON.stringify({ municipality_id: "buurstad", code: "T9", name: "T9" });
    await appendFile(join(changed, "team.jsonl"), `${smuggled}\n`);
    await expect(readExport(empty.configuration, changed)).rejects.toMatchObject({ code: "export-damaged" });

    // Whoever changes the hash along with it still gets nothing into another municipality.
    const sha256 = createHash("sha256")
      .update(await readFile(join(changed, "team.jsonl")))
      .digest("hex");
    const tables = manifest.tables.map((table) =>
      table.name === "team" ? { ...table, rows: table.rows + 1, sha256 } : table,
    );
    await writeFile(join(changed, "manifest.json"), JSON.stringify({ ...manifest, tables }));
    await expect(readExport(empty.configuration, changed)).rejects.toMatchObject({ code: "export-of-another" });
    await empty.remove();
  });
});
