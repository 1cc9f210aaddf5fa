import type { FigureRow } from "../quality/figure-row.js";
import { measureKills } from "./measure-kills.js";
import { measureListeners, measureOutages } from "./measure-outages.js";
import { type FaultServer, makeDatabase } from "./servers.js";
import { type Sizes, sizeOutages } from "./sizes.js";

export interface FaultServers {
  readonly postgres: FaultServer;
  readonly redis: FaultServer;
  /** An empty database of its own for one run. */
  newDatabase(): Promise<string>;
}

/** The parts of `npm run test:faults`, each named after its promise. */
export const PARTS: Readonly<Record<string, (servers: FaultServers, sizes: Sizes) => Promise<FigureRow[]>>> = {
  "r1-redis": async ({ redis, newDatabase }, { kills, notes }) =>
    measureKills(
      "R1 Redis",
      {
        faults: { DATABASE_URL: await newDatabase(), REDIS_URL: redis.url },
        quiet: { DATABASE_URL: await newDatabase() },
      },
      { kills, notes },
    ),
  "r1-postgres": async ({ newDatabase }, { kills, notes }) =>
    measureKills(
      "R1 Postgres",
      { faults: { DATABASE_URL: await newDatabase() }, quiet: { DATABASE_URL: await newDatabase() } },
      { kills, notes },
    ),
  "r2-servers": async ({ postgres, redis, newDatabase }, sizes) =>
    measureOutages({ postgres, redis, databaseUrl: await newDatabase() }, sizeOutages(sizes)),
  "r2-listeners": async ({ postgres, newDatabase }, sizes) =>
    measureListeners({ postgres, databaseUrl: await newDatabase() }, sizeOutages(sizes)),
};

export function openDatabases(postgres: FaultServer): () => Promise<string> {
  let made = 0;
  return async () => {
    made += 1;
    return await makeDatabase(postgres.url, `faults_${made}`);
  };
}
