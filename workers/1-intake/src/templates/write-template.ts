import writeExcelFile from "write-excel-file/node";
import { FIELD_NAMES, type FieldName } from "../columns/field-names.js";

/** The kinds of file that a template comes in. */
export const TEMPLATE_KINDS = ["csv", "xlsx", "jsonl"] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

/** One row to show how it is filled in. It says that it may not be used, so that it is refused at the door when it is left in. */
const EXAMPLE: Readonly<Record<FieldName, string>> = {
  bronId: "voorbeeld-1",
  casusRef: "casus-1",
  datum: "2026-01-31",
  team: "OOST",
  wijk: "WK036301",
  medewerkerRef: "medewerker-1",
  veiligheid: "nee",
  nietGebruiken: "ja",
  tekst: "Dit is een voorbeeld. Vraagt hoe je huurtoeslag aanvraagt.",
};

/** A file with all columns of a note and one example. Spreadsheets in the Netherlands part columns by a semicolon. */
export async function writeTemplate(kind: TemplateKind): Promise<Buffer> {
  const cells = FIELD_NAMES.map((field) => EXAMPLE[field]);
  if (kind === "jsonl") return Buffer.from(`${JSON.stringify(EXAMPLE)}\n`);
  if (kind === "csv") return Buffer.from(`\uFEFF${FIELD_NAMES.join(";")}\r\n${cells.join(";")}\r\n`);
  const rows = [
    FIELD_NAMES.map((value) => ({ value: value as string, type: String, fontWeight: "bold" as const })),
    cells.map((value) => ({ value, type: String })),
  ];
  return await writeExcelFile(rows, { sheet: "notities", stickyRowsCount: 1 }).toBuffer();
}
