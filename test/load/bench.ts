import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openProduct } from "@rode-draad/pipeline";
import { readConfiguration } from "@rode-draad/runtime";
import { openScratchStore } from "@rode-draad/store/testing";
import { atMost, type FigureRow, printFigures, shown } from "../quality/figure-row.js";
import { addMonth } from "./add-month.js";
import { INCOMING_NOTES } from "./history-plan.js";
import { makeHistory } from "./make-history.js";
import { measurePages } from "./measure-pages.js";
import { consolidate, copyReports, makeReport } from "./run-stages.js";

/**
 * `npm run bench:load -- [--questions 100000,1000000] [--incoming 40000] [--users 50] [--seconds 20] [--keep]`: five years of questions on a Postgres server, in
 * a database of its own, and what report, pages, API and consolidation take on it. Give 5000000 too for the whole curve.
 */

const { values } = parseArgs({
  options: {
    questions: { type: "string", default: "100000,1000000" },
    incoming: { type: "string", default: String(INCOMING_NOTES) },
    users: { type: "string", default: "50" },
    seconds: { type: "string", default: "20" },
    keep: { type: "boolean", default: false },
  },
});
const incoming = Number(values.incoming);
const users = Number(values.users);
const seconds = Number(values.seconds);

// A table a store, since a large one takes its time.
for (const questions of values.questions.split(",").map(Number)) {
  const rows = await measureStore(questions);
  printFigures(rows);
  if (rows.some(({ ok }) => !ok)) process.exitCode = 1;
}

async function measureStore(questions: number): Promise<FigureRow[]> {
  const at = `${questions.toLocaleString("en")} questions:`;
  const say = (what: string): void => void process.stderr.write(`${at} ${what} (load ${loadavg()[0]?.toFixed(1)})\n`);
  const scratch = await openScratchStore("postgres");
  const { databaseUrl = "" } = scratch.options;
  const directory = await mkdtemp(join(tmpdir(), "rode-draad-load-"));
  const settings = { DATABASE_URL: databaseUrl, RODEDRAAD_DIR: directory, LOG_LEVEL: "warn" };
  const product = await openProduct(
    readConfiguration({ ...settings, HASH_KEY: randomBytes(32).toString("base64url") }),
  );
  try {
    say("five years are made …");
    const began = performance.now();
    await makeHistory(product, questions);
    const making = (performance.now() - began) / 1000;
    say("a report …");
    const report = await makeReport(product);
    await copyReports(product);
    say("a month comes in …");
    await addMonth(product, incoming);
    say("consolidation …");
    const parts = await consolidate(product);
    say("pages …");
    const pages = await measurePages(product, { users, seconds });
    say("done");
    return [
      shown(`${at} making them, s`, making),
      atMost(`${at} report of a month, s`, 2, report),
      atMost(
        `${at} consolidation of ${incoming.toLocaleString("en")} notes, s`,
        120,
        parts.reduce((sum, part) => sum + part.seconds, 0),
      ),
      ...parts.map(({ part, seconds: own }) => shown(`${at}   of which ${part}, s`, own)),
      ...pages.flatMap(({ round, ...figures }) => [
        atMost(`${at} ${round}, p95 with ${users} users, ms`, 100, figures.p95Ms),
        atMost(`${at}   failed answers of ${figures.answers}`, 0, figures.failures),
        shown(`${at}   median, ms`, figures.medianMs),
        shown(`${at}   processor time of the server, ms`, figures.cpuMs),
        shown(`${at}   all at once, answers a second`, figures.perSecondMax),
      ]),
      shown(`${at} load of the machine at the end`, loadavg()[0] ?? Number.NaN),
    ];
  } finally {
    await product.close();
    if (values.keep) process.stderr.write(`${at} kept as ${databaseUrl}\n`);
    else await scratch.drop();
    await rm(directory, { recursive: true, force: true });
  }
}
