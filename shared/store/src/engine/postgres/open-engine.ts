import { APP_ROLE, checkedName, type Engine, MUNICIPALITY_SETTING, STORE_SCHEMA } from "../engine.js";

/** Long enough for a server that wakes up, short enough for a person who waits at a terminal. */
const CONNECT_TIMEOUT_MS = 5_000;

/**
 * Settings for counting questions. A report counts a quarter of them, distinct by case: with the four megabytes that PostgreSQL comes with
 * that goes by way of the disk. Compiling a query takes longer than any of ours gains by it.
 */
const COUNTING = "-c work_mem=16MB -c jit=off";

/** A PostgreSQL server (13 or newer, the queue's own minimum). Nothing is opened until the first query. */
export function openPostgresEngine(databaseUrl: string): Engine {
  const connection = {
    connectionString: databaseUrl,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    // A dropped connection must show within seconds, also when a listener only waits.
    keepAlive: true,
    application_name: "rodedraad",
  };
  return {
    name: "postgres",
    connection,
    connectionFor: (municipalityId) => ({
      ...connection,
      options: `-c search_path=${STORE_SCHEMA} -c role=${APP_ROLE} -c ${MUNICIPALITY_SETTING}=${checkedName(municipalityId)} ${COUNTING}`,
    }),
    async close() {
      // The pools hold the connections; there is nothing else to close.
    },
  };
}
