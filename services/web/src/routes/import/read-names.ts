import type { AreaCode } from "@rode-draad/domain";
import { WordedError } from "../../messages/worded-error.js";
import type { Words } from "../../messages/words-of.js";

/** The fields of a note that every file has to have. */
export const COLUMN_FIELDS = ["bronId", "datum", "team", "wijk", "tekst"] as const;

/** Names of the form's own fields. */
export const columnInput = (field: string): string => `kolom-${field}`;
export const AREAS_INPUT = "wijknamen";

/** The fields of the form as typed. */
export type ImportFormValues = ReadonlyMap<string, string>;

interface Names {
  readonly mapping: Readonly<Record<string, string>>;
  readonly namedAreas: Readonly<Record<string, AreaCode>>;
}

/** A wijk on a line of its own: `Centrum = WK036301`. The name may hold an equals sign, the code may not. */
const AREA_LINE = /^(.*\S)\s*=\s*(WK\d{4}[0-9A-Z]{2})$/i;

/** Reads how the columns and the wijken are called in the file. Throws `import-names` with what to write instead. */
export function readNames(form: ImportFormValues, t: Words): Names {
  const mapping = new Map<string, string>();
  for (const field of COLUMN_FIELDS) {
    const heading = form.get(columnInput(field))?.trim() ?? "";
    if (heading === "") continue;
    const other = mapping.get(heading);
    if (other !== undefined) throw wrong(t("import.wrong.sameColumn", { first: other, second: field }));
    mapping.set(heading, field);
  }
  const lines = (form.get(AREAS_INPUT) ?? "").split(/\r?\n/).map((line) => line.trim());
  const areas = lines.flatMap((line, index) => (line === "" ? [] : [readArea(line, index + 1, t)]));
  return { mapping: Object.fromEntries(mapping), namedAreas: Object.fromEntries(areas) };
}

function readArea(line: string, number: number, t: Words): readonly [string, AreaCode] {
  const [, name, code] = AREA_LINE.exec(line) ?? [];
  if (name === undefined || code === undefined) throw wrong(t("import.wrong.areaLine", { number }));
  return [name, code.toUpperCase()];
}

function wrong(message: string): WordedError {
  return new WordedError("import-names", message);
}
