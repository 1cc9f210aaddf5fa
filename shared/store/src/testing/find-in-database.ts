import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";
import { listColumns } from "./read-database.js";

/** What must not be found anywhere: words and ids as text, and what the memory of themes makes of them as bytes. */
export interface Needles {
  readonly texts: readonly string[];
  readonly bytes: readonly Buffer[];
}

/**
 * Searches every column of every table of the database that can hold text or bytes, as its catalogue lists them, so that a new table is
 * searched too. Gives back `schema.table.column` of each that has a hit.
 */
export async function findInDatabase(db: StoreDatabase, { texts, bytes }: Needles): Promise<string[]> {
  const hits: string[] = [];
  for (const { schema, table, column, type } of await listColumns(db)) {
    const value = sql.ref(column);
    const all = [...texts.map((text) => Buffer.from(text)), ...bytes];
    const holds =
      type === "bytea"
        ? sql`exists (select from unnest(${all}::bytea[]) as needle where position(needle in ${value}) > 0)`
        : sql`exists (select from unnest(${[...texts]}::text[]) as needle where strpos(${value}::text, needle) > 0)`;
    const { rows } = await sql<{ hits: number }>`
      select count(*)::int as hits from ${sql.table(`${schema}.${table}`)} where ${holds}
    `.execute(db);
    if ((rows[0]?.hits ?? 0) > 0) hits.push(`${schema}.${table}.${column}`);
  }
  return hits;
}
