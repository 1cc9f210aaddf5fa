import { createHash } from "node:crypto";
import type { Configuration } from "@rode-draad/runtime";
import { readSnapshot, type Snapshot, type TableDigest } from "@rode-draad/store";
import { marksForCopy } from "../keys/copied-keys.js";
import { type BackupEnd, type BackupHead, FORM, HEAD_MARK } from "./backup-form.js";
import { writeWholeFile } from "./write-whole-file.js";

/** What was written. */
export interface WrittenBackup {
  readonly head: BackupHead;
  readonly tables: Readonly<Record<string, TableDigest>>;
  readonly rows: number;
  readonly bytes: number;
}

/**
 * Writes everything in the database at one moment to one file: on a server others go on working meanwhile. The keys are not in it, nor
 * is the queue, which the reconciler makes anew from the store.
 */
export async function writeBackup(
  configuration: Configuration,
  file: string,
  { madeAt, productVersion }: { readonly madeAt: Date; readonly productVersion: string },
): Promise<WrittenBackup> {
  const marks = await marksForCopy(configuration);
  return await readSnapshot(configuration, async (snapshot) => {
    const { schema, municipalities, textKeys, tables } = snapshot;
    const head: BackupHead = {
      form: FORM,
      productVersion,
      schema,
      madeAt: madeAt.toISOString(),
      municipalities,
      keys: { ...marks, texts: textKeys },
      tables: tables.map(({ name, columns }) => ({ name, columns })),
    };
    const digests = await snapshot.digests();
    const bytes = await writeWholeFile(file, linesOf(snapshot, head, digests));
    const rows = Object.values(digests).reduce((sum, digest) => sum + digest.rows, 0);
    return { head, tables: digests, rows, bytes };
  });
}

async function* linesOf(
  snapshot: Snapshot,
  head: BackupHead,
  tables: Readonly<Record<string, TableDigest>>,
): AsyncGenerator<string> {
  const hash = createHash("sha256");
  const hashed = (lines: string): string => {
    hash.update(lines);
    return lines;
  };
  yield hashed(`${JSON.stringify([HEAD_MARK, head])}\n`);
  for (const table of snapshot.tables) {
    yield hashed(`${JSON.stringify(["table", table.name])}\n`);
    for await (const batch of snapshot.rowsOf(table)) yield hashed(batch.map((row) => `${row}\n`).join(""));
  }
  const end: BackupEnd = { tables, sha256: hash.digest("hex") };
  yield `${JSON.stringify(["end", end])}\n`;
}
