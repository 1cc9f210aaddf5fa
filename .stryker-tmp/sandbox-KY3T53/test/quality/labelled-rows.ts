import { readFileSync } from "node:fs";
import type { LabelledFile } from "./bench-options.js";
import { WrongInput } from "./wrong-input.js";

type Row = Readonly<Record<string, unknown>>;

/** The rows of a labelled JSONL: all of them notes with labelled segments, or all of them texts with one label each. */
export type LabelledRows =
  | { readonly kind: "notes" }
  | { readonly kind: "texts"; readonly texts: readonly string[]; readonly labels: readonly string[] };

/** Reads and checks the whole file before anything is measured. @throws {WrongInput} that names file, line and remedy. */
export function readLabelledRows({ file, gold, text }: Pick<LabelledFile, "file" | "gold" | "text">): LabelledRows {
  const rows = readRows(file);
  if (rows.length === 0) throw new WrongInput(`${file} holds no rows.`);
  if (rows.some(({ row }) => "segments" in row)) {
    for (const { row, place } of rows) requireSegments(row, place, gold);
    return { kind: "notes" };
  }
  const keys = `the first row has ${Object.keys(rows[0]?.row ?? {}).join(", ") || "none"}`;
  for (const { row, place } of rows) {
    for (const [option, key] of [["--text", text] as const, ["--gold", gold] as const]) {
      if (!isValue(row[key])) throw new WrongInput(`${place} has no "${key}" (${keys}): name the key with ${option}.`);
    }
  }
  return {
    kind: "texts",
    texts: rows.map(({ row }) => String(row[text])),
    labels: rows.map(({ row }) => String(row[gold])),
  };
}

function readRows(file: string): { readonly row: Row; readonly place: string }[] {
  return readText(file)
    .split("\n")
    .flatMap((line, index) => {
      if (line.trim() === "") return [];
      const place = `${file}, line ${index + 1}`;
      return [{ row: parseRow(line, place), place }];
    });
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new WrongInput(`${file} cannot be read: is there such a file?`);
  }
}

function parseRow(line: string, place: string): Row {
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch {
    throw new WrongInput(`${place} is no JSON: each line must hold one object.`);
  }
  if (isObject(row)) return row;
  throw new WrongInput(`${place} is no JSON object.`);
}

/** A segment without a question has null for its label, so the key must be there and may be empty. */
function requireSegments(row: Row, place: string, gold: string): void {
  if (!Array.isArray(row.segments)) throw new WrongInput(`${place} has no "segments", as other lines do.`);
  for (const [index, segment] of row.segments.entries()) {
    const which = `${place}, segment ${index + 1}`;
    if (!isObject(segment) || typeof segment.text !== "string") throw new WrongInput(`${which} has no "text".`);
    if (segment[gold] === null || typeof segment[gold] === "string") continue;
    const keys = Object.keys(segment).join(", ");
    throw new WrongInput(
      `${which} has no "${gold}" that is a theme or null (it has ${keys}): name the key with --gold.`,
    );
  }
}

function isObject(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const isValue = (value: unknown): boolean => typeof value === "string" || typeof value === "number";
