import pg from "pg";
import { type Engine, EVERY_MUNICIPALITY, MUNICIPALITY_SETTING, STORE_SCHEMA } from "./engine.js";

/** One connection as the owner, who sees the rows of all municipalities: for what keeps the database itself. Close it before the engine. */
export function openOwnerPool(engine: Engine): pg.Pool {
  const pool = new pg.Pool({
    ...engine.connection,
    max: 1,
    options: `-c search_path=${STORE_SCHEMA} -c ${MUNICIPALITY_SETTING}=${EVERY_MUNICIPALITY}`,
  });
  // A connection that drops shows in the query that waits for it.
  pool.on("error", () => undefined);
  return pool;
}
