import type { AreaCode } from "@rode-draad/domain";
import { WordedError } from "../../messages/worded-error.js";
import type { Words } from "../../messages/words-of.js";
import {
  type ImportNames,
  type NoteColumn,
  OPTIONAL_COLUMNS,
  REQUIRED_COLUMNS,
  type UploadView,
} from "../../web-tools.js";

export const NOTE_COLUMNS: readonly NoteColumn[] = [...REQUIRED_COLUMNS, ...OPTIONAL_COLUMNS];

/** Names of the form's own fields: a column goes by its place. */
export const columnInput = (index: number): string => `kolom-${index}`;
export const AREAS_INPUT = "wijknamen";

/** What was filled in. */
export type ImportForm = Readonly<Record<string, unknown>>;

/** A wijk on a line of its own: `Centrum = WK036301`. The name may hold an equals sign, the code may not. */
const AREA_LINE = /^(.*\S)\s*=\s*(WK\d{4}[0-9A-Z]{2})$/i;

/** What a person says of the columns. */
export function readFields(form: ImportForm, { columns }: Pick<UploadView, "columns">): ImportNames["fields"] {
  return columns.map((_column, index) => NOTE_COLUMNS.find((field) => field === form[columnInput(index)]));
}

/** Two columns that are said to be the same field; undefined when there are none. */
export function whyNotFields(fields: ImportNames["fields"], t: Words): string | undefined {
  const twice = fields.find((field, index) => field !== undefined && fields.indexOf(field) !== index);
  return twice && t("import.wrong.sameField", { field: twice });
}

/** Reads what wijken are called in the file. Throws `import-names` with what to write instead. */
export function readAreas(form: ImportForm, t: Words): ImportNames["namedAreas"] {
  const typed = typeof form[AREAS_INPUT] === "string" ? (form[AREAS_INPUT] as string) : "";
  const lines = typed.split(/\r?\n/).map((line) => line.trim());
  return Object.fromEntries(lines.flatMap((line, index) => (line === "" ? [] : [readArea(line, index + 1, t)])));
}

function readArea(line: string, number: number, t: Words): readonly [string, AreaCode] {
  const [, name, code] = AREA_LINE.exec(line) ?? [];
  if (name === undefined || code === undefined) {
    throw new WordedError("import-names", t("import.wrong.areaLine", { number }));
  }
  return [name, code.toUpperCase()];
}
