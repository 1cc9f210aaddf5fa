import { sql } from "kysely";
import type { StoreDatabase } from "./open-store.js";

/** Any number will do as long as no other program on the database uses it; this one spells "lead". */
const LOCK_KEY = 0x6c656164;

/** Whether a process of the installation holds the lock now, this one or another. */
export async function isSessionLockHeld({ asOwner }: { readonly asOwner: StoreDatabase }): Promise<boolean> {
  // A key of one number stands in two columns there, and the first half of ours is nought.
  const { rows } = await sql<{ held: boolean }>`
    select exists (
      select from pg_locks where locktype = 'advisory' and classid = 0 and objid = ${LOCK_KEY}::bigint::oid and granted
        and database = (select oid from pg_database where datname = current_database())
    ) as held
  `.execute(asOwner);
  return rows[0]?.held === true;
}

/**
 * Runs `work` while this process holds the lock of the installation, on a connection of its own; returns at once when another
 * process has it. `isHeld` rejects when the connection, and with it the lock, is gone.
 */
export async function holdSessionLock(
  db: StoreDatabase,
  work: (isHeld: () => Promise<boolean>) => Promise<void>,
): Promise<void> {
  await db.connection().execute(async (connection) => {
    const { rows } = await sql<{ held: boolean }>`select pg_try_advisory_lock(${LOCK_KEY}) as held`.execute(connection);
    if (rows[0]?.held !== true) return;
    try {
      await work(async () => (await sql`select 1`.execute(connection)).rows.length > 0);
    } finally {
      await sql`select pg_advisory_unlock(${LOCK_KEY})`.execute(connection).catch(() => undefined);
    }
  });
}
