import type { StoreDatabase } from "./open-store.js";

/** SQLSTATE of a deadlock and of a serialisation failure: the server rolled back and asks to try again. */
const TRY_AGAIN = new Set(["40P01", "40001"]);
const TRIES_MAX = 3;

/**
 * Runs `work` in one transaction: all of it or nothing. Inside a transaction it joins that one. `work` may run again after a
 * deadlock, so it must do nothing but queries. Keep it short: on the embedded database everything else waits for it.
 */
export async function inTransaction<Result>(
  db: StoreDatabase,
  work: (db: StoreDatabase) => Promise<Result>,
): Promise<Result> {
  if (db.isTransaction) return work(db);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? String(error.code) : "";
      if (attempt === TRIES_MAX || !TRY_AGAIN.has(code)) throw error;
    }
  }
}
