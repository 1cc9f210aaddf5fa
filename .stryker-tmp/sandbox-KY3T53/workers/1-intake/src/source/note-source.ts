import { constants, createReadStream } from "node:fs";
import { access, stat } from "node:fs/promises";
import { basename, extname } from "node:path";
import type { Readable } from "node:stream";
import { ProductError } from "@rode-draad/domain";

/** Where notes come from: a file, bytes under way with the name they have at the sender, or values already parsed. */
export type NoteSource =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "stream"; readonly name: string; readonly stream: Readable; readonly totalBytes?: number }
  | { readonly kind: "values"; readonly values: Iterable<unknown> | AsyncIterable<unknown> };

export type TableFormat = "csv" | "xlsx" | "jsonl";

const FORMAT_BY_EXTENSION: Readonly<Record<string, TableFormat>> = {
  ".csv": "csv",
  ".tsv": "csv",
  ".txt": "csv",
  ".xlsx": "xlsx",
  ".xlsm": "xlsx",
  ".jsonl": "jsonl",
  ".ndjson": "jsonl",
};

/** A source whose name and size are known and whose bytes wait to be read. */
export interface OpenSource {
  /** The file's own name, without folders: fit for a message. */
  readonly name: string;
  readonly format: TableFormat;
  readonly totalBytes: number | undefined;
  /** Set for a file: the XLSX reader needs to jump through it. */
  readonly path: string | undefined;
  readonly stream: () => Readable;
}

/** Finds out what a source is. Throws a `ProductError` for what is no readable file of a known format. */
export async function openSource(source: Exclude<NoteSource, { kind: "values" }>): Promise<OpenSource> {
  if (source.kind === "stream") {
    return {
      name: basename(source.name),
      format: formatOf(source.name),
      totalBytes: source.totalBytes,
      path: undefined,
      stream: () => source.stream,
    };
  }
  const name = basename(source.path);
  const totalBytes = await sizeOfFile(source.path, name);
  const format = formatOf(name);
  return { name, format, totalBytes, path: source.path, stream: () => createReadStream(source.path) };
}

function formatOf(name: string): TableFormat {
  const extension = extname(name).toLowerCase();
  const format = FORMAT_BY_EXTENSION[extension];
  if (format !== undefined) return format;
  const remedy = "Sla het op als .xlsx, .csv of .jsonl en probeer het opnieuw.";
  throw new ProductError(
    "intake.unknown-format",
    extension === ".xls"
      ? `Dit is een oud Excel-bestand (.xls). ${remedy}`
      : `Wij kennen dit soort bestand niet (${extension === "" ? "geen extensie" : extension}). ${remedy}`,
  );
}

async function sizeOfFile(path: string, name: string): Promise<number> {
  try {
    const facts = await stat(path);
    if (facts.isDirectory()) {
      throw new ProductError("intake.directory", `"${name}" is een map. Geef de naam van een bestand in die map.`);
    }
    await access(path, constants.R_OK);
    return facts.size;
  } catch (error) {
    throw explainFileError(error, name);
  }
}

/** Turns an error of the file system into a sentence with a remedy; other errors pass unchanged. */
export function explainFileError(error: unknown, name: string): unknown {
  if (error instanceof ProductError || !(error instanceof Error) || !("code" in error)) return error;
  const detail = `${String(error.code)} on ${name}`;
  if (error.code === "ENOENT" || error.code === "ENOTDIR") {
    return new ProductError("intake.not-found", `Het bestand "${name}" bestaat niet. Controleer de naam en de map.`, {
      detail,
    });
  }
  if (error.code === "EACCES" || error.code === "EPERM") {
    return new ProductError(
      "intake.no-permission",
      `Je mag het bestand "${name}" niet lezen. Vraag leesrechten, of kopieer het naar je eigen map.`,
      { detail },
    );
  }
  return new ProductError("intake.unreadable", `Het bestand "${name}" is niet te lezen. Probeer het opnieuw.`, {
    detail,
    retryable: true,
  });
}
