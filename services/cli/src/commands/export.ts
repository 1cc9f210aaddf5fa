import { type ExportManifest, readExport, writeExport } from "@rode-draad/operate";
import { PRODUCT_VERSION } from "@rode-draad/pipeline";
import { systemClock } from "@rode-draad/runtime";
import { quietConfiguration } from "../with-product.js";
import { writeDown } from "../write-down.js";

/** Writes everything that the municipality owns to a folder, in open formats. */
export async function exportMunicipality(folder: string): Promise<void> {
  const configuration = quietConfiguration();
  const manifest = await writeExport(configuration, folder, {
    madeAt: systemClock(),
    productVersion: PRODUCT_VERSION,
  });
  print(folder, manifest);
  process.stderr.write(
    `De export van ${manifest.municipality} staat in ${folder}. De teksten zijn leesbaar: bewaar de map als persoonsgegevens.\n`,
  );
  await writeDown("opdracht-export", configuration, "export-municipality");
}

/** Reads such a folder in, for a municipality of which nothing is here yet. */
export async function importMunicipality(folder: string, options: { readonly otherKeys?: true }): Promise<void> {
  const configuration = quietConfiguration();
  const otherKeys = options.otherKeys === true;
  const manifest = await readExport(configuration, folder, { otherKeys });
  print(folder, manifest);
  process.stderr.write(
    "Alles is ingelezen. Maak nog nieuwe links met rodedraad account reset, en nieuwe sleutels met rodedraad token add.\n",
  );
  await writeDown("opdracht-import-export", configuration, "import-municipality", { otherKeys });
}

function print(folder: string, { municipality, schema, tables }: ExportManifest): void {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  process.stdout.write(`${JSON.stringify({ folder, municipality, schema, tables: tables.length, rows })}\n`);
}
