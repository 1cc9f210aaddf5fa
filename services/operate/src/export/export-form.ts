import { ProductError } from "@rode-draad/domain";
import { z } from "zod";

/** A folder with `manifest.json`, `LEESMIJ.md`, and for each table `NAME.jsonl` (to read in elsewhere) and `NAME.csv` (for people). */
export const FORM = 1;
export const MANIFEST = "manifest.json";

const manifestSchema = z.object({
  form: z.number(),
  productVersion: z.string(),
  schema: z.number().int().positive(),
  madeAt: z.string(),
  municipality: z.string(),
  keys: z.object({ hash: z.string().optional(), audit: z.string().optional() }),
  tables: z.array(
    z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number().int().min(0), sha256: z.string() }),
  ),
});
export type ExportManifest = z.output<typeof manifestSchema>;

/** @throws ProductError `export-unknown` */
export function parseManifest(text: string): ExportManifest {
  try {
    const manifest = manifestSchema.parse(JSON.parse(text));
    if (manifest.form <= FORM && manifest.tables.every(({ name }) => /^[a-z_]+$/.test(name))) return manifest;
  } catch {
    // Not ours, or of another day: said below.
  }
  throw new ProductError(
    "export-unknown",
    "Deze map is geen export van deze versie van Rode Draad. Kies de map die rodedraad export heeft gemaakt.",
  );
}

export function readMe({ municipality, madeAt, productVersion, tables }: ExportManifest): string {
  return [
    `# Export van ${municipality}`,
    "",
    `Gemaakt op ${madeAt} door Rode Draad ${productVersion}.`,
    "",
    "Dit is alles wat de gemeente in Rode Draad heeft, in open vormen:",
    "",
    "- `.jsonl`: een rij per regel, als JSON. Hiermee leest een andere installatie alles weer in: `rodedraad import-export MAP`.",
    "- `.csv`: dezelfde rijen voor een rekenblad. Een cel is nooit een formule.",
    "- `manifest.json`: welke tabellen er zijn, met het aantal rijen en een controlegetal per bestand.",
    "",
    "De teksten van notities zijn hier leesbaar: zij zijn al door de privacypoort gegaan. Bewaar de map als persoonsgegevens.",
    "Niet in de export: wachtwoorden, links om een wachtwoord te kiezen, codes van apps, aanmeldingen en sleutels van bronsystemen.",
    "Die maak je op de nieuwe plek opnieuw. Huishoudens en medewerkers staan er alleen als versleuteld nummer in.",
    "",
    "| tabel | rijen |",
    "|---|---|",
    ...tables.map(({ name, rows }) => `| ${name} | ${rows} |`),
    "",
  ].join("\n");
}
