import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { gunzipSync } from "node:zlib";
import { listDemoPages } from "./demo-pages.js";
import type { DemoTown } from "./open-demo-town.js";

export const PAGE_GOALS = { p95Ms: 100, pageKb: 150 } as const;

/** The first ones load code and fill caches; a page is opened thousands of times a day after that. */
const WARM_UPS = 3;
const TIMES = 20;

export interface PageFigures {
  readonly name: string;
  readonly p50: number;
  readonly p95: number;
  /** What a first visit fetches: the page with stylesheet, icon and every font that it may use, packed. */
  readonly kb: number;
}

/** Asks for each page a number of times, one after another, as one person does. */
export async function measurePages(town: DemoTown): Promise<{
  readonly pages: readonly PageFigures[];
  readonly p95Ms: number;
  readonly heaviestKb: number;
}> {
  const shared = await sharedBytes(town.serving.address);
  const all: number[] = [];
  const pages: PageFigures[] = [];
  for (const [name, path] of await listDemoPages(town)) {
    const times: number[] = [];
    let bytes = 0;
    for (let round = 0; round < WARM_UPS + TIMES; round++) {
      const start = performance.now();
      ({ bytes } = await fetchPacked(town.serving.address, path));
      if (round >= WARM_UPS) times.push(performance.now() - start);
    }
    all.push(...times);
    pages.push({ name, p50: quantile(times, 0.5), p95: quantile(times, 0.95), kb: (bytes + shared) / 1000 });
  }
  return { pages, p95Ms: quantile(all, 0.95), heaviestKb: Math.max(...pages.map(({ kb }) => kb)) };
}

/** Everything that a first visit fetches besides the page: stylesheet, icon and every font that the stylesheet names. */
async function sharedBytes(address: string): Promise<number> {
  const { text: page } = await fetchPacked(address, "/over");
  const style = /href="(\/stijl\/[^"]+\.css[^"]*)"/.exec(page)?.[1] ?? "";
  const { text: css } = await fetchPacked(address, style);
  const fonts = [...css.matchAll(/url\("(fonts\/[\w-]+\.woff2)"\)/g)].map(([, file]) => `/stijl/${file}`);
  const all = await Promise.all([style, "/stijl/lus.svg", ...new Set(fonts)].map((path) => fetchPacked(address, path)));
  return all.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** A page as a browser fetches it: packed. `bytes` is what goes over the line. */
async function fetchPacked(address: string, path: string): Promise<{ readonly bytes: number; readonly text: string }> {
  const request = get(address + path, { headers: { "accept-encoding": "gzip" } });
  const [response] = (await once(request, "response")) as [IncomingMessage];
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part as Buffer);
  const body = Buffer.concat(parts);
  const isPacked = response.headers["content-encoding"] === "gzip";
  return { bytes: body.length, text: (isPacked ? gunzipSync(body) : body).toString("utf8") };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
