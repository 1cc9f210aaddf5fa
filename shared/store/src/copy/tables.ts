import { ProductError } from "@rode-draad/domain";
import type pg from "pg";
import { STORE_SCHEMA } from "../engine/engine.js";

/** The ledger of migrations is made by the migrations themselves. */
const LEDGER = "schema_migration";

/** A table as the catalogue of the database lists it. */
export interface TableShape {
  readonly name: string;
  /** All columns that a row brings along, in order; what the database works out itself is left out. */
  readonly columns: readonly string[];
  /** Columns of the primary key, by which rows are read in the same order every time. */
  readonly key: readonly string[];
  /** Rows of the table refer to others of it, so all of them must come in one statement. */
  readonly refersToItself: boolean;
}

/** What a table holds: how many rows, and a sum over their hashes that does not depend on their order. */
export interface TableDigest {
  readonly rows: number;
  readonly digest: string;
}

/**
 * All tables of the product, each after the tables that it refers to, so that they can be filled in this order. A new table is there
 * without a line of its own.
 */
export async function listTables(client: pg.ClientBase): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape & { refersTo: string[] }>(
    `select c.relname as name,
       (select json_agg(attname order by attnum) from pg_attribute
        where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns,
       (select json_agg(a.attname order by array_position(i.indkey::int2[], a.attnum)) from pg_index i
        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
        where i.indrelid = c.oid and i.indisprimary) as key,
       exists (select from pg_constraint where conrelid = c.oid and confrelid = c.oid) as "refersToItself",
       (select coalesce(json_agg(distinct r.relname), '[]') from pg_constraint k join pg_class r on r.oid = k.confrelid
        where k.conrelid = c.oid and k.confrelid <> c.oid) as "refersTo"
     from pg_class c
     where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> $2
     order by c.relname`,
    [STORE_SCHEMA, LEDGER],
  );
  const ordered: TableShape[] = [];
  const waiting = [...rows];
  while (waiting.length > 0) {
    const at = waiting.findIndex(({ refersTo }) => !waiting.some(({ name }) => refersTo.includes(name)));
    if (at < 0) throw new Error("Tables refer to each other in a circle.");
    const [next] = waiting.splice(at, 1);
    if (next !== undefined) {
      const { refersTo: _, ...shape } = next;
      ordered.push(shape);
    }
  }
  return ordered;
}

/** The name of a table in SQL. It comes from the catalogue or was held against it. */
export function tableName(name: string): string {
  return `${STORE_SCHEMA}.${quoted(name)}`;
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Sums up what the tables hold, so that two databases can be compared without a row leaving either. Cost: reads everything once. */
export async function digestTables(
  client: pg.ClientBase,
  tables: readonly Pick<TableShape, "name">[],
): Promise<Record<string, TableDigest>> {
  await setForms(client);
  const digests: Record<string, TableDigest> = {};
  for (const { name } of tables) {
    const { rows } = await client.query<{ rows: string; digest: string }>(
      `select count(*) as rows, coalesce(sum(hashtextextended(to_jsonb(t)::text, 0)::numeric), 0)::text as digest
       from ${tableName(name)} t`,
    );
    digests[name] = { rows: Number(rows[0]?.rows ?? 0), digest: rows[0]?.digest ?? "" };
  }
  return digests;
}

/** Moments and bytes are written the same way whatever the server is set to. Call it within a transaction. */
export async function setForms(client: pg.ClientBase): Promise<void> {
  await client.query("set local timezone to 'UTC'");
  await client.query("set local bytea_output to 'hex'");
  await client.query("set local extra_float_digits to 1");
}

/** The tables whose contents are not the same, with one sentence about the first. */
export function requireSame(
  expected: Readonly<Record<string, Pick<TableDigest, "rows"> & Partial<TableDigest>>>,
  found: Readonly<Record<string, TableDigest>>,
): void {
  for (const name of new Set([...Object.keys(expected), ...Object.keys(found)])) {
    const [left, right] = [expected[name], found[name]];
    const isSame = left?.digest === undefined || left.digest === right?.digest;
    if ((left?.rows ?? 0) === (right?.rows ?? 0) && isSame) continue;
    throw new ProductError(
      "copy-differs",
      `De kopie is niet gelijk aan het origineel: tabel ${name} had ${left?.rows ?? 0} rijen en heeft er nu ${right?.rows ?? 0}. Er is niets veranderd. Probeer het opnieuw en meld dit als het blijft.`,
    );
  }
}
