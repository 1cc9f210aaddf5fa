import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { openProduct } from "@rode-draad/pipeline";
import { readConfiguration } from "@rode-draad/runtime";
import { openScratchStore } from "@rode-draad/store/testing";
import { atMost, type FigureRow, printFigures, shown } from "../quality/figure-row.js";
import { countIn, readOptions, runCommand } from "../quality/read-options.js";
import { addMonth } from "./add-month.js";
import { INCOMING_NOTES } from "./history-plan.js";
import { makeHistory } from "./make-history.js";
import { measurePages } from "./measure-pages.js";
import { consolidate, copyReports, makeReport, startReports } from "./run-stages.js";

/** `npm run bench:load`; what it does and takes stands in HELP. */

const HELP = `npm run bench:load -- [options]

Five years of questions on a Postgres server, in a database of its own, and what report, pages, API and consolidation take on it: a table
for each store. Ends with 1 when a figure is not reached, with 2 when it was called wrongly.

  --questions N,N   sizes of the stores (100000,1000000); 5000000 too gives the whole curve
  --incoming N      notes of the month that comes in (${INCOMING_NOTES})
  --users N         people at the pages (50)
  --seconds N       how long they look (20)
  --keep            leaves the databases
`;

interface LoadOptions {
  readonly incoming: number;
  readonly users: number;
  readonly seconds: number;
  readonly keep: boolean;
}

await runCommand(async () => {
  const { help, keep, ...values } = readOptions(process.argv.slice(2), {
    help: { type: "boolean", default: false },
    questions: { type: "string", default: "100000,1000000" },
    incoming: { type: "string", default: String(INCOMING_NOTES) },
    users: { type: "string", default: "50" },
    seconds: { type: "string", default: "20" },
    keep: { type: "boolean", default: false },
  });
  if (help) {
    process.stdout.write(HELP);
    return;
  }
  const sizes = values.questions.split(",").map((size) => countIn("questions", size.trim()));
  const [incoming, users, seconds] = [
    countIn("incoming", values.incoming),
    countIn("users", values.users),
    countIn("seconds", values.seconds),
  ];
  // A table a store, since a large one takes its time.
  for (const questions of sizes) {
    const rows = await measureStore(questions, { incoming, users, seconds, keep });
    printFigures(rows);
    if (rows.some(({ ok }) => !ok)) process.exitCode = 1;
  }
});

async function measureStore(questions: number, { incoming, users, seconds, keep }: LoadOptions): Promise<FigureRow[]> {
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
    await startReports(product);
    const firstReport = await makeReport(product);
    await copyReports(product);
    const report = await makeReport(product);
    say("a month comes in …");
    await addMonth(product, incoming);
    say("consolidation …");
    const parts = await consolidate(product);
    say("pages …");
    const pages = await measurePages(product, { users, seconds });
    say("done");
    return [
      shown(`${at} making them, s`, making),
      shown(`${at} the first report of all, s`, firstReport),
      atMost(`${at} report of a month after others, s`, 2, report),
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
    if (keep) process.stderr.write(`${at} kept as ${databaseUrl}\n`);
    else await scratch.drop();
    await rm(directory, { recursive: true, force: true });
  }
}
