import { join } from "node:path";
import { measurePages, PAGE_GOALS } from "./measure-pages.js";
import { openDemoTown } from "./open-demo-town.js";

/**
 * `npm run bench:pages [-- FOLDER]`: how long each page of the demo takes and what it weighs. With a folder the demo is kept in it. Ends
 * with 1 when a figure is beyond twice its goal: this machine may be busy, a page that is twice too slow or too heavy is no accident.
 */

const folder = process.argv[2];
const town = await openDemoTown(folder === undefined ? {} : { folder: join(folder, "demo") });
const { pages, p95Ms, heaviestKb } = await measurePages(town);
await town.close();
const line = (name: string, p50: string, p95: string, kb: string): void =>
  void process.stdout.write(`${name.padEnd(24)}${p50.padStart(9)}${p95.padStart(9)}${kb.padStart(9)}\n`);
line("page", "p50 ms", "p95 ms", "kB");
for (const { name, p50, p95, kb } of pages) line(name, p50.toFixed(0), p95.toFixed(0), kb.toFixed(0));
process.stdout.write(
  `all pages: p95 ${p95Ms.toFixed(0)} ms (goal ≤ ${PAGE_GOALS.p95Ms}); heaviest ${heaviestKb.toFixed(0)} kB (goal ≤ ${PAGE_GOALS.pageKb})\n`,
);
if (p95Ms > 2 * PAGE_GOALS.p95Ms || heaviestKb > 2 * PAGE_GOALS.pageKb) process.exitCode = 1;
