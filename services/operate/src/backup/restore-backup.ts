import { ProductError } from "@rode-draad/domain";
import { type Configuration, markKeys } from "@rode-draad/runtime";
import { fillDatabase, type TableDigest, textKeyId } from "@rode-draad/store";
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
  if (!otherKeys) await requireKeys(configuration, head);
  const tables = await fillDatabase(configuration, {
    schema: head.schema,
    tables: head.tables,
    rows: rowsOfBackup(file),
    expected: () => end.tables,
  });
  return { head, tables, rows: Object.values(tables).reduce((sum, { rows }) => sum + rows, 0) };
}

/**
 * Rule: data comes back with its own keys. With another hash key every note would be taken for a new one, and with another audit key
 * the log would look tampered with.
 */
export async function requireKeys(configuration: Configuration, { keys }: Pick<BackupHead, "keys">): Promise<void> {
  const marks = await markKeys(configuration);
  const texts = configuration.textKeys.map(textKeyId);
  const wrong = [
    ...(keys.hash !== undefined && keys.hash !== marks.hash ? ["HASH_KEY (bestand hash-key)"] : []),
    ...(keys.audit !== undefined && keys.audit !== marks.audit ? ["AUDIT_KEY (bestand audit-key)"] : []),
    ...(keys.texts.some((id) => !texts.includes(id)) ? ["TEXT_KEY"] : []),
  ];
  if (wrong.length === 0) return;
  throw new ProductError(
    "keys-differ",
    `Hier staat niet de sleutel die bij deze gegevens hoort: ${wrong.join(", ")}. Zet die sleutel terug in ${configuration.directory} of in de instellingen. Is hij echt kwijt? Geef dan --other-keys.`,
  );
}
