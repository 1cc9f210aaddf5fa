import type { Configuration } from "@rode-draad/runtime";
import { fillDatabase, type TableDigest } from "@rode-draad/store";
import { requireFitOfCopy } from "../keys/copied-keys.js";
import type { BackupHead } from "./backup-form.js";
import { checkBackup, rowsOfBackup } from "./read-backup.js";

/** What was put back. */
export interface RestoredBackup {
  readonly head: BackupHead;
  readonly tables: Readonly<Record<string, TableDigest>>;
  readonly rows: number;
}

/**
 * Puts a backup back in an empty database, embedded or a server, whichever it came from. The file is read to its end first; what was
 * put in is held against what was taken out, and then brought up to date with this program.
 */
export async function restoreBackup(
  configuration: Configuration,
  file: string,
  { otherKeys = false }: { readonly otherKeys?: boolean } = {},
): Promise<RestoredBackup> {
  const { head, end } = await checkBackup(file);
  if (!otherKeys) await requireFitOfCopy(configuration, head.keys);
  const tables = await fillDatabase(configuration, {
    schema: head.schema,
    tables: head.tables,
    rows: rowsOfBackup(file),
    expected: () => end.tables,
  });
  return { head, tables, rows: Object.values(tables).reduce((sum, { rows }) => sum + rows, 0) };
}
