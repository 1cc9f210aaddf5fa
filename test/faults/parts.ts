import type { FigureRow } from "../quality/figure-row.js";
import { measureBoundaries } from "./measure-boundaries.js";
import { measureClocks } from "./measure-clocks.js";
import { measureFairness } from "./measure-fairness.js";
import { measureImports } from "./measure-imports.js";
import { measureKills } from "./measure-kills.js";
import { measureMemory } from "./measure-memory.js";
import { measureForgetful, measureListeners, measureOutages } from "./measure-outages.js";
import { measurePoison } from "./measure-poison.js";
import { measureRefusals } from "./measure-refusals.js";
import { measureResume } from "./measure-resume.js";
import { type FaultServer, makeDatabase, tellRedis } from "./servers.js";
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
  "steps-redis": async ({ redis, newDatabase }, { steps, notes }) =>
    measureBoundaries(
      "steps, Redis",
      {
        faults: { DATABASE_URL: await newDatabase(), REDIS_URL: redis.url },
        quiet: { DATABASE_URL: await newDatabase() },
        redis,
      },
      { steps, notes },
    ),
  "steps-postgres": async ({ newDatabase }, { steps, notes }) =>
    measureBoundaries(
      "steps, Postgres",
      { faults: { DATABASE_URL: await newDatabase() }, quiet: { DATABASE_URL: await newDatabase() } },
      { steps, notes },
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
  r4: async ({ redis, newDatabase }, { poisonNotes, poisonRuns }) =>
    measurePoison(
      async () => {
        // What a run leaves in the queue is not for the next one.
        await tellRedis(redis, "FLUSHALL");
        return { DATABASE_URL: await newDatabase(), REDIS_URL: redis.url };
      },
      { notes: poisonNotes, runs: poisonRuns },
    ),
  "r5-redis": async ({ redis, newDatabase }, { bulk }) =>
    measureMemory("R5 Redis", { DATABASE_URL: await newDatabase(), REDIS_URL: redis.url }, { notes: bulk }),
  "r5-postgres": async ({ newDatabase }, { bulk }) =>
    measureMemory("R5 Postgres", { DATABASE_URL: await newDatabase() }, { notes: bulk }),
  r6: async ({ redis, newDatabase }, { monthNotes }) =>
    measureResume({ DATABASE_URL: await newDatabase(), REDIS_URL: redis.url }, { notes: monthNotes }),
  fairness: async ({ redis, newDatabase }, { floodNotes }) =>
    measureFairness({ DATABASE_URL: await newDatabase(), REDIS_URL: redis.url }, { notes: floodNotes }),
  "imports-embedded": async (_, { importKills, notes }) =>
    measureImports("imports, embedded", { killed: {}, quiet: {} }, { kills: importKills, notes }),
  "imports-servers": async ({ redis, newDatabase }, { importKills, notes }) =>
    measureImports(
      "imports, servers",
      {
        killed: { DATABASE_URL: await newDatabase(), REDIS_URL: redis.url },
        quiet: { DATABASE_URL: await newDatabase() },
      },
      { kills: importKills, notes },
    ),
  refusals: async ({ postgres, redis, newDatabase }, { refusals }) =>
    measureRefusals({ postgres, redis, databaseUrl: await newDatabase() }, { times: refusals }),
  "r2-servers": async ({ postgres, redis, newDatabase }, sizes) =>
    measureOutages({ postgres, redis, databaseUrl: await newDatabase() }, sizeOutages(sizes)),
  "r2-forgetful": async ({ newDatabase }, sizes) => measureForgetful(await newDatabase(), sizeOutages(sizes)),
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
