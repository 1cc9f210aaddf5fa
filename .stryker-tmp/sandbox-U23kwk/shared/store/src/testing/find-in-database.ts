import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";

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
  const { rows: columns } = await sql<{ schema: string; table: string; column: string; type: string }>`
    select table_schema as schema, table_name as table, column_name as column, udt_name as type
    from information_schema.columns join information_schema.tables using (table_catalog, table_schema, table_name)
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
  `.execute(db);
  const hits: string[] = [];
  for (const { schema, table, column, type } of columns) {
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
