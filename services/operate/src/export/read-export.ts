import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ProductError } from "@rode-draad/domain";
import type { Configuration } from "@rode-draad/runtime";
import { fillMunicipality } from "@rode-draad/store";
import { readLines } from "../backup/read-lines.js";
import { requireFitOfCopy } from "../keys/copied-keys.js";
import { type ExportManifest, MANIFEST, parseManifest } from "./export-form.js";

/** Rows that go into the database in one statement. */
const BATCH_ROWS = 500;

/**
 * Reads an export in for the municipality of the settings, of which nothing may be here yet. All of it or nothing: every file is held
 * against its hash first, and the database refuses a row of another municipality.
 */
export async function readExport(
  configuration: Configuration,
  folder: string,
  { otherKeys = false }: { readonly otherKeys?: boolean } = {},
): Promise<ExportManifest> {
  const manifest = parseManifest(await readFile(join(folder, MANIFEST), "utf8"));
  if (manifest.municipality !== configuration.municipalityId)
    throw new ProductError(
      "export-of-another",
      `Deze export is van ${manifest.municipality}. Zet MUNICIPALITY=${manifest.municipality} en probeer het opnieuw.`,
    );
  if (!otherKeys) {
    const { hash, audit } = manifest.keys;
    const keys = { texts: [], ...(hash !== undefined && { hash }), ...(audit !== undefined && { audit }) };
    await requireFitOfCopy(configuration, keys);
  }
  for (const table of manifest.tables) await requireWhole(folder, table);
  await fillMunicipality(
    { ...configuration, onlyOf: configuration.municipalityId },
    {
      schema: manifest.schema,
      tables: manifest.tables,
      rows: rowsOf(folder, manifest),
      expected: () => Object.fromEntries(manifest.tables.map(({ name, rows }) => [name, { rows }])),
    },
  );
  return manifest;
}

async function requireWhole(folder: string, { name, sha256 }: ExportManifest["tables"][number]): Promise<void> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(join(folder, `${name}.jsonl`))) hash.update(chunk);
  if (hash.digest("hex") === sha256) return;
  throw new ProductError(
    "export-damaged",
    `Het bestand ${name}.jsonl is veranderd of niet heel. Er is niets ingelezen. Maak de export opnieuw.`,
  );
}

async function* rowsOf(
  folder: string,
  { tables }: ExportManifest,
): AsyncGenerator<{ table: string; lines: readonly string[] }> {
  for (const { name } of tables) {
    let lines: string[] = [];
    for await (const line of readLines(createReadStream(join(folder, `${name}.jsonl`)))) {
      lines.push(line);
      if (lines.length < BATCH_ROWS) continue;
      yield { table: name, lines };
      lines = [];
    }
    if (lines.length > 0) yield { table: name, lines };
  }
}
