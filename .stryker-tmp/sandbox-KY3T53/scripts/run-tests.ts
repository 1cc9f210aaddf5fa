import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findRedis, TEST_REDIS_VARIABLE } from "@rode-draad/queue/testing";
import { findPostgres } from "@rode-draad/store/testing";
import { readTestReport, type TestReport } from "./read-test-report.js";
import { spawnInherited } from "./spawn-inherited.js";

/**
 * `npm test`: runs every test once, against each back end that this machine has, and closes with which ones those were.
 * Arguments go to vitest. The last line is `N passed, N failed`, with `, N skipped` when there are any.
 */

const redis = await findRedis();
const postgres = await findPostgres();
const reportFolder = await mkdtemp(join(tmpdir(), "rode-draad-tests-"));
const reportFile = join(reportFolder, "report.json");

const exitCode = await spawnInherited(
  process.execPath,
  [
    join("node_modules", "vitest", "vitest.mjs"),
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${reportFile}`,
    ...process.argv.slice(2),
  ],
  // A Redis that was started here serves the whole run instead of one for each test file.
  redis === undefined ? {} : { [TEST_REDIS_VARIABLE]: redis.url },
);
const report = await readTestReport(reportFile);
await redis?.stop();
await rm(reportFolder, { recursive: true, force: true });

const noPostgres = "no server answered at DATABASE_URL or 127.0.0.1:5432";
const noRedis = "none answered at REDIS_URL or 127.0.0.1:6379, and redis-server is not on the path";
const lines = [
  "",
  "Back ends in this run:",
  describeBackEnd("store on PGlite", "the store on pglite"),
  describeBackEnd(
    "store on a Postgres server",
    "the store on postgres",
    postgres === undefined ? noPostgres : undefined,
  ),
  describeBackEnd("queue on PGlite", "the queue on Postgres on PGlite"),
  describeBackEnd(
    "queue on a Postgres server",
    "the queue on Postgres on a server",
    postgres === undefined ? noPostgres : undefined,
  ),
  describeBackEnd("queue on Redis", "the queue on Redis", redis === undefined ? noRedis : undefined),
  "",
  closingLine(report),
];
process.stdout.write(`${lines.join("\n")}\n`);
// A run that broke before its report must not look like a run of nothing.
process.exitCode = exitCode === 0 && report === undefined ? 1 : exitCode;

/** What really ran, by the suite's title in the report: a server that is there but was not used does not count. */
function describeBackEnd(name: string, suite: string, missing?: string): string {
  const ran = report?.ranBySuite.get(suite) ?? 0;
  const outcome = ran > 0 ? `ran, ${ran} tests` : `did not run: ${missing ?? "its tests were not selected"}`;
  return `  ${name.padEnd(28)}${outcome}`;
}

function closingLine(counted: TestReport | undefined): string {
  const { passed, failed, skipped } = counted ?? { passed: 0, failed: 1, skipped: 0 };
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
