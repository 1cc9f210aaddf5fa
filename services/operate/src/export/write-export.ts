import { createHash } from "node:crypto";
import { type FileHandle, mkdir, open, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { ProductError } from "@rode-draad/domain";
import { writeCsv } from "@rode-draad/reports";
import type { Configuration } from "@rode-draad/runtime";
import { type PortableSnapshot, readPortable } from "@rode-draad/store";
import { marksForCopy } from "../keys/copied-keys.js";
import { requireParentFolder } from "../require-parent-folder.js";
import { type ExportManifest, FORM, MANIFEST, readMe } from "./export-form.js";

/** What is exported holds notes: only who made it may read it. */
const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;

/**
 * Writes everything that the municipality of the settings owns to a new folder, as it is at one moment. The folder is there whole or
 * not at all.
 */
export async function writeExport(
  configuration: Configuration,
  folder: string,
  { madeAt, productVersion }: { readonly madeAt: Date; readonly productVersion: string },
): Promise<ExportManifest> {
  await requireNew(folder);
  const keys = await marksForCopy(configuration);
  // Without the slash that a name may end in.
  const place = resolve(folder);
  await requireParentFolder(place);
  const draft = `${place}.deel`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: FOLDER_MODE });
  try {
    const manifest = await readPortable(
      { ...configuration, onlyOf: configuration.municipalityId },
      async (snapshot) => {
        const tables: ExportManifest["tables"] = [];
        for (const table of snapshot.tables) tables.push(await writeTable(draft, snapshot, table));
        const { schema } = snapshot;
        const municipality = configuration.municipalityId;
        return { form: FORM, productVersion, schema, madeAt: madeAt.toISOString(), municipality, keys, tables };
      },
    );
    await writeFile(join(draft, "LEESMIJ.md"), readMe(manifest), { mode: FILE_MODE });
    await writeFile(join(draft, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: FILE_MODE });
    await rename(draft, place);
    return manifest;
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

async function writeTable(
  folder: string,
  snapshot: PortableSnapshot,
  table: PortableSnapshot["tables"][number],
): Promise<ExportManifest["tables"][number]> {
  const { name, columns } = table;
  const hash = createHash("sha256");
  let rows = 0;
  const files: FileHandle[] = [];
  try {
    const lines = await open(join(folder, `${name}.jsonl`), "wx", FILE_MODE);
    files.push(lines);
    const sheet = await open(join(folder, `${name}.csv`), "wx", FILE_MODE);
    files.push(sheet);
    await sheet.appendFile(writeCsv([columns], { byteOrderMark: true }));
    for await (const batch of snapshot.rowsOf(table)) {
      const text = batch.map((line) => `${line}\n`).join("");
      hash.update(text);
      await lines.appendFile(text);
      await sheet.appendFile(writeCsv(batch.map((line) => cellsOf(JSON.parse(line), columns))));
      rows += batch.length;
    }
  } finally {
    for (const file of files) await file.close();
  }
  return { name, columns: [...columns], rows, sha256: hash.digest("hex") };
}

function cellsOf(row: Readonly<Record<string, unknown>>, columns: readonly string[]): string[] {
  return columns.map((column) => {
    const value = row[column];
    if (value === null || value === undefined) return "";
    return typeof value === "object" ? JSON.stringify(value) : String(value);
  });
}

async function requireNew(folder: string): Promise<void> {
  const there = await readdir(folder).catch(() => []);
  if (there.length === 0) return;
  throw new ProductError("folder-not-empty", `In ${folder} staat al iets. Kies een nieuwe map voor de export.`);
}
