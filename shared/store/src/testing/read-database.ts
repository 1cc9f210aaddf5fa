import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";

/** A column with everything in it, as one stretch of bytes. */
export interface ColumnContent {
  /** `schema.table.column`. */
  readonly column: string;
  readonly content: Buffer;
}

/** Every column of every table of the database, as its catalogue lists them, so that a new table is there too. The queue's own among them. */
export async function* readDatabase(db: StoreDatabase): AsyncGenerator<ColumnContent> {
  for (const { schema, table, column, type } of await listColumns(db)) {
    const value = sql.ref(column);
    const all =
      type === "bytea"
        ? sql`string_agg(${value}, '\\x0a'::bytea)`
        : sql`convert_to(string_agg(${value}::text, chr(10)), 'UTF8')`;
    const { rows } = await sql<{ content: Buffer | null }>`
      select ${all} as content from ${sql.table(`${schema}.${table}`)}
    `.execute(db);
    const content = rows[0]?.content;
    if (content) yield { column: `${schema}.${table}.${column}`, content: Buffer.from(content) };
  }
}

export interface Column {
  readonly schema: string;
  readonly table: string;
  readonly column: string;
  readonly type: string;
}

export async function listColumns(db: StoreDatabase): Promise<Column[]> {
  const { rows } = await sql<Column>`
    select table_schema as schema, table_name as table, column_name as column, udt_name as type
    from information_schema.columns join information_schema.tables using (table_catalog, table_schema, table_name)
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
  `.execute(db);
  return rows;
}
