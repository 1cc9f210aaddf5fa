import { type FaultServers, openDatabases } from "./parts.js";
import { startPostgresServer, startRedisServer } from "./servers.js";

/** Starts a Redis and a PostgreSQL of the suite's own, and removes them whatever happens. */
export async function withServers<Result>(work: (servers: FaultServers) => Promise<Result>): Promise<Result> {
  const postgres = await startPostgresServer();
  const redis = await startRedisServer({ persistent: true });
  try {
    if (postgres === undefined || redis === undefined) {
      throw new Error("The fault suite needs PostgreSQL and redis-server on this machine.");
    }
    return await work({ postgres, redis, newDatabase: openDatabases(postgres) });
  } finally {
    await postgres?.remove();
    await redis?.remove();
  }
}
