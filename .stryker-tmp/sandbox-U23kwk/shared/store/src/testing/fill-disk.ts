import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";

/** Makes the database itself answer every new note as it does on a full disk (SQLSTATE 53100). */
export async function fillDisk(db: StoreDatabase): Promise<void> {
  await sql`create or replace function refuse_write() returns trigger language plpgsql as
    $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$`.execute(db);
  for (const table of ["case_note", "quarantined_note"])
    await sql`create or replace trigger refuse_write before insert on ${sql.table(table)}
      for each row execute function refuse_write()`.execute(db);
}
