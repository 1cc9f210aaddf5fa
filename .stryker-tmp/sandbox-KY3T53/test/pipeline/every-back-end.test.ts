import { startRedis } from "@rode-draad/queue/testing";
import { listReports, readReport } from "@rode-draad/store";
import { openScratchStore } from "@rode-draad/store/testing";
import { expect, test } from "vitest";
import { requirePostgres } from "../conformance/back-ends.js";
import { type PipelineRun, runVoorbeeldstad } from "./run-voorbeeldstad.js";

/** The smallest municipality that holds every planting. */
const SMALL = { notes: 1500 };

const { REQUIRE_BACKENDS } = process.env;
const hasPostgres = await requirePostgres();

/** Everything that people get to see: all reports, signals and proposals. */
async function outcomeOf(run: PipelineRun) {
  const { store, municipalityId } = run.product;
  const reports = [];
  for (const { madeAt: _madeAt, ...key } of await listReports(store.db, municipalityId)) {
    reports.push({ key, content: (await readReport(store.db, municipalityId, key))?.content });
  }
  return { reports, signals: run.signals, proposals: run.proposals };
}

test.skipIf(!hasPostgres)(
  "the same file gives the same reports on PGlite and on a Postgres server with Redis",
  async () => {
    const embedded = await runVoorbeeldstad(SMALL);
    const expected = await outcomeOf(embedded);
    await embedded.close();
    expect(expected.reports.length).toBeGreaterThan(0);

    const scratch = await openScratchStore("postgres");
    const redis = await startRedis();
    // In CI a missing Redis is a failure; elsewhere the queue of the database takes its place.
    expect(redis !== undefined || REQUIRE_BACKENDS !== "1").toBe(true);
    try {
      const { databaseUrl = "" } = scratch.options;
      const servers = await runVoorbeeldstad(SMALL, {
        DATABASE_URL: databaseUrl,
        ...(redis !== undefined && { REDIS_URL: redis.url }),
      });
      expect(await outcomeOf(servers)).toEqual(expected);
      await servers.close();
    } finally {
      await redis?.stop();
      await scratch.drop();
    }
  },
  240_000,
);
