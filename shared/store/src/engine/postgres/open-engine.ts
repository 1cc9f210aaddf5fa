import type { Engine } from "../engine.js";

/** Long enough for a server that wakes up, short enough for a person who waits at a terminal. */
const CONNECT_TIMEOUT_MS = 5_000;

/** A PostgreSQL server (13 or newer, the queue's own minimum). Nothing is opened until the first query. */
export function openPostgresEngine(databaseUrl: string): Engine {
  return {
    name: "postgres",
    connection: {
      connectionString: databaseUrl,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      // A dropped connection must show within seconds, also when a listener only waits.
      keepAlive: true,
      application_name: "rodedraad",
    },
    async close() {
      // The pools hold the connections; there is nothing else to close.
    },
  };
}
