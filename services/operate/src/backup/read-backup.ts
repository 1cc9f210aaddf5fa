import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { ProductError } from "@rode-draad/domain";
import { type BackupEnd, type BackupHead, backupUnknown, parseEnd, parseHead, parseTableMark } from "./backup-form.js";
import { readLines } from "./read-lines.js";

/** Rows that go into the database in one statement. */
const BATCH_ROWS = 500;
/** Or fewer, when they are long. */
const BATCH_CHARACTERS = 4_000_000;

/** A backup that was read to its end and is whole. */
export interface CheckedBackup {
  readonly head: BackupHead;
  readonly end: BackupEnd;
}

/**
 * Reads a backup from beginning to end before anything is done with it.
 *
 * @throws ProductError `backup-unknown`, `backup-newer` or `backup-damaged`
 */
export async function checkBackup(file: string): Promise<CheckedBackup> {
  const hash = createHash("sha256");
  let head: BackupHead | undefined;
  let end: BackupEnd | undefined;
  for await (const line of unpack(file)) {
    if (end !== undefined) throw damaged("something follows the end");
    head ??= parseHead(line);
    end = parseEnd(line);
    if (end === undefined) hash.update(`${line}\n`);
  }
  if (head === undefined) throw backupUnknown("it is empty");
  if (end === undefined) throw damaged("the end is missing");
  if (end.sha256 !== hash.digest("hex")) throw damaged("the hash is another");
  return { head, end };
}

/** The rows of a checked backup, in the order of the file. */
export async function* rowsOfBackup(file: string): AsyncGenerator<{ table: string; lines: string[] }> {
  let table: string | undefined;
  let lines: string[] = [];
  let characters = 0;
  for await (const line of unpack(file)) {
    const isRow = line.startsWith("{");
    if (
      table !== undefined &&
      lines.length > 0 &&
      (!isRow || lines.length >= BATCH_ROWS || characters > BATCH_CHARACTERS)
    ) {
      yield { table, lines };
      lines = [];
      characters = 0;
    }
    if (!isRow) table = parseTableMark(line);
    else {
      lines.push(line);
      characters += line.length;
    }
  }
}

async function* unpack(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const unpacked = createGunzip();
  // The error of either ends the reading below.
  pipeline(source, unpacked, () => undefined);
  let hasHead = false;
  try {
    for await (const line of readLines(unpacked)) {
      yield line;
      hasHead = true;
    }
  } catch (error) {
    if (error instanceof ProductError || isSystemError(error)) throw error;
    throw (hasHead ? damaged : backupUnknown)(
      error instanceof Error && "code" in error ? String(error.code) : "unreadable",
    );
  }
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}

function damaged(detail: string): ProductError {
  return new ProductError(
    "backup-damaged",
    "Deze reservekopie is niet heel: het bestand is afgebroken of veranderd. Er is niets teruggezet. Neem een andere kopie.",
    { detail },
  );
}
