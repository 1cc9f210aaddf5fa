import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Product } from "@rode-draad/pipeline";
import { signedIn } from "../access/signed-in.js";
import { AREA_CODES, TEAM_CODES } from "./history-plan.js";
import { processorMs } from "./processor-ms.js";
import type { Visit, Visited } from "./visitors.js";

const run = promisify(execFile);

const SERVER = fileURLToPath(new URL("../../services/cli/dist/main.js", import.meta.url));
const VISITORS = fileURLToPath(new URL("./visitors.ts", import.meta.url));

/** Time that somebody looks at a page before opening the next. */
const READING_MS = 3_000;

const THEMES = ["huurtoeslag", "schuldhulpverlening", "eenzaamheid", "mantelzorg-overbelasting"];

/** What is asked for in each round. */
const ROUNDS = {
  "theme page": THEMES.flatMap((theme) => [
    `/themas/${theme}`,
    `/themas/${theme}?deel=wijk-${AREA_CODES[0]}`,
    `/themas/${theme}?deel=team-${TEAM_CODES[0]}`,
  ]),
  "overview page": ["/", `/?deel=wijk-${AREA_CODES[1]}`, `/?deel=team-${TEAM_CODES[1]}`],
  API: ["/v1/themas", "/v1/themas/huurtoeslag", "/v1/signalen", "/v1/voorstellen", "/v1/themarapporten"],
} as const;

interface PageFigures {
  readonly round: string;
  readonly answers: number;
  readonly failures: number;
  readonly medianMs: number;
  readonly p95Ms: number;
  /** Processor time of the server for an answer; NaN where the system does not tell. */
  readonly cpuMs: number;
  /** Answers a second when nobody reads and everybody asks at once. */
  readonly perSecondMax: number;
}

/** Asks the built server, in a process of its own, for pages and the API on behalf of so many people at once. */
export async function measurePages(
  product: Product,
  options: { readonly users: number; readonly seconds: number },
): Promise<readonly PageFigures[]> {
  const { store, municipalityId, clock } = product;
  const cookies: string[] = [];
  for (let user = 0; user < options.users; user += 1) {
    cookies.push((await signedIn(store.db, municipalityId, clock(), { teamCodes: TEAM_CODES })).cookie);
  }
  const server = await startServer(product);
  try {
    const figures: PageFigures[] = [];
    for (const [round, paths] of Object.entries(ROUNDS)) {
      const visit = { address: server.address, cookies, paths, readingMs: READING_MS, seconds: options.seconds };
      // The first answers compile the code.
      await visited({ ...visit, seconds: 2, readingMs: 0 });
      const before = await processorMs(server.process);
      const { times, failures } = await visited(visit);
      const cpuMs = ((await processorMs(server.process)) - before) / times.length;
      const rushed = await visited({ ...visit, readingMs: 0, seconds: options.seconds / 3 });
      figures.push({
        round,
        answers: times.length,
        failures: failures + rushed.failures,
        medianMs: at(times, 0.5),
        p95Ms: at(times, 0.95),
        cpuMs,
        perSecondMax: rushed.times.length / (options.seconds / 3),
      });
    }
    return figures;
  } finally {
    server.process.kill("SIGTERM");
    await once(server.process, "exit");
  }
}

async function visited(visit: Visit): Promise<Visited> {
  const { stdout } = await run(
    process.execPath,
    ["--import", import.meta.resolve("tsx"), VISITORS, JSON.stringify(visit)],
    {
      maxBuffer: 1 << 26,
    },
  );
  return JSON.parse(stdout) as Visited;
}

async function startServer({
  configuration,
}: Product): Promise<{ readonly process: ChildProcess; readonly address: string }> {
  const server = spawn(process.execPath, [SERVER, "serve", "--no-workers"], {
    stdio: ["ignore", "ignore", "pipe"],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "production",
      DATABASE_URL: configuration.databaseUrl,
      HASH_KEY: configuration.hashKey,
      MUNICIPALITY: configuration.municipalityId,
      RODEDRAAD_DIR: configuration.directory,
      LOG_LEVEL: "warn",
      PORT: "0",
    },
  });
  let said = "";
  for await (const chunk of server.stderr) {
    said += String(chunk);
    const [, address] = /(http:\/\/\S+)\n/.exec(said) ?? [];
    if (address !== undefined) {
      server.stderr.on("data", (more) => process.stderr.write(more));
      return { process: server, address };
    }
  }
  throw new Error(`The server did not start: ${said}`);
}

function at(times: readonly number[], share: number): number {
  return times[Math.floor(times.length * share)] ?? Number.NaN;
}
