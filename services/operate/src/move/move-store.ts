import { ProductError } from "@rode-draad/domain";
import type { Configuration } from "@rode-draad/runtime";
import { fillDatabase, readSnapshot, type Snapshot, type TableDigest } from "@rode-draad/store";
import { requireFitOfStore } from "../keys/keep-keys.js";

/** What was brought over. */
export interface MovedStore {
  readonly tables: Readonly<Record<string, TableDigest>>;
  readonly rows: number;
}

/**
 * Brings everything from the embedded database to an empty server, and holds one against the other: rows and contents of each table.
 * The embedded one stays as it is, so that there is a way back.
 */
export async function moveStore(configuration: Configuration, databaseUrl: string): Promise<MovedStore> {
  if (configuration.databaseUrl !== undefined)
    throw new ProductError(
      "already-on-server",
      "DATABASE_URL staat al. Haal die even weg: rodedraad move verhuist uit de eigen database in RODEDRAAD_DIR.",
    );
  await requireFitOfStore(configuration, { needsKeys: true });
  return await readSnapshot({ directory: configuration.directory }, async (snapshot) => {
    const tables = await fillDatabase(
      { databaseUrl },
      {
        schema: snapshot.schema,
        tables: snapshot.tables,
        rows: rowsOf(snapshot),
        expected: () => snapshot.digests(),
      },
    );
    return { tables, rows: Object.values(tables).reduce((sum, { rows }) => sum + rows, 0) };
  });
}

async function* rowsOf(snapshot: Snapshot): AsyncGenerator<{ table: string; lines: readonly string[] }> {
  for (const table of snapshot.tables)
    for await (const lines of snapshot.rowsOf(table)) yield { table: table.name, lines };
}
