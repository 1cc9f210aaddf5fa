import type { FigureRow } from "../quality/figure-row.js";
import { measureClocks } from "./measure-clocks.js";
import { measureEmbedded } from "./measure-embedded.js";
import { measureFairness } from "./measure-fairness.js";
import { measureKills } from "./measure-kills.js";
import { measureMemory } from "./measure-memory.js";
import { measureListeners, measureOutages } from "./measure-outages.js";
import { measurePoison } from "./measure-poison.js";
import { measureResume } from "./measure-resume.js";
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
  "r3-redis": async ({ redis, newDatabase }, { notes }) =>
    measureClocks(
      "R3 Redis",
      {
        faults: { DATABASE_URL: await newDatabase(), REDIS_URL: redis.url },
        quiet: { DATABASE_URL: await newDatabase() },
      },
      { notes },
    ),
  "r3-postgres": async ({ newDatabase }, { notes }) =>
    measureClocks(
      "R3 Postgres",
      { faults: { DATABASE_URL: await newDatabase() }, quiet: { DATABASE_URL: await newDatabase() } },
      { notes },
    ),
  r4: async ({ redis, newDatabase }, { poisonNotes }) => {
    const [clean, spoilt] = [await newDatabase(), await newDatabase()];
    const REDIS_URL = redis.url;
    return await measurePoison(
      { clean: { DATABASE_URL: clean, REDIS_URL }, spoilt: { DATABASE_URL: spoilt, REDIS_URL } },
      { notes: poisonNotes },
    );
  },
  "r5-redis": async ({ redis, newDatabase }, { bulk }) =>
    measureMemory("R5 Redis", { DATABASE_URL: await newDatabase(), REDIS_URL: redis.url }, { notes: bulk }),
  "r5-postgres": async ({ newDatabase }, { bulk }) =>
    measureMemory("R5 Postgres", { DATABASE_URL: await newDatabase() }, { notes: bulk }),
  r6: async ({ redis, newDatabase }, { monthNotes }) =>
    measureResume({ DATABASE_URL: await newDatabase(), REDIS_URL: redis.url }, { notes: monthNotes }),
  fairness: async ({ redis, newDatabase }, { floodNotes }) =>
    measureFairness({ DATABASE_URL: await newDatabase(), REDIS_URL: redis.url }, { notes: floodNotes }),
  embedded: async (_, { embeddedKills, notes }) => measureEmbedded({ kills: embeddedKills, notes }),
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
