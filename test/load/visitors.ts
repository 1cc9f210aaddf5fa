import { Agent, get } from "node:http";
import { setTimeout as pause } from "node:timers/promises";

/**
 * People who look at pages, in a process of their own so that the server's work does not colour the clock. Reads a `Visit` from the
 * command line and prints a `Visited`. Each has a session and a connection, opens a page, reads for a while, and opens another.
 */
export interface Visit {
  readonly address: string;
  /** A cookie for each visitor. */
  readonly cookies: readonly string[];
  readonly paths: readonly string[];
  readonly seconds: number;
  /** How long a page is looked at, on average; 0: the next one is asked for at once. */
  readonly readingMs: number;
}

export interface Visited {
  /** What each answer took, in milliseconds, in order of size. */
  readonly times: readonly number[];
  /** Answers other than 200. */
  readonly failures: number;
}

function open(address: string, path: string, cookie: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    get(`${address}${path}`, { agent, headers: { cookie } }, (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode ?? 0));
      response.on("error", reject);
    }).on("error", reject);
  });
}

async function run({ address, cookies, paths, seconds, readingMs }: Visit): Promise<Visited> {
  const end = performance.now() + seconds * 1000;
  const times: number[] = [];
  let failures = 0;
  const visitor = async (cookie: string, index: number): Promise<void> => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    // They do not all come at the same moment.
    await pause((readingMs * index) / cookies.length);
    for (let page = index; performance.now() < end; page += 1) {
      const began = performance.now();
      const status = await open(address, paths[page % paths.length] ?? "/", cookie, agent);
      times.push(performance.now() - began);
      if (status !== 200) failures += 1;
      // Between half and one and a half times as long, by the number of the page.
      if (readingMs > 0) await pause(readingMs * (0.5 + ((page * 7) % 10) / 10));
    }
    agent.destroy();
  };
  await Promise.all(cookies.map(visitor));
  return { times: times.sort((one, other) => one - other), failures };
}

process.stdout.write(JSON.stringify(await run(JSON.parse(process.argv[2] ?? "") as Visit)));
