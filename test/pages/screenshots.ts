import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { startChromium } from "../accessibility/find-chromium.js";
import { listDemoPages } from "./demo-pages.js";
import { openDemoTown } from "./open-demo-town.js";

/**
 * `npm run screenshots [-- FOLDER]`: every page of the demo on a telephone and on a screen, for somebody to look at. Prints what runs off
 * the side. The demo itself is kept beside them, so that the next run is quick.
 */

const WIDTHS = [390, 1280] as const;
const WIDTH_TO_SCROLL = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

const folder = process.argv[2] ?? "screenshots";
const pictures = join(folder, "pages");
await rm(pictures, { recursive: true, force: true });
await mkdir(pictures, { recursive: true });
const town = await openDemoTown({ folder: join(folder, "demo") });
const browser = await startChromium();
let wide = 0;
for (const width of WIDTHS) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: "nl-NL" });
  const page = await context.newPage();
  for (const [name, path] of await listDemoPages(town)) {
    // The first question to check loads the recogniser.
    await page.goto(town.serving.address + path, { timeout: 120_000 });
    await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true });
    if (((await page.evaluate(WIDTH_TO_SCROLL)) as number) <= 0) continue;
    wide += 1;
    process.stdout.write(`${path} is wider than ${width} pixels\n`);
  }
  await context.close();
}
await browser.close();
await town.close();
process.stdout.write(`${pictures}\n`);
if (wide > 0) process.exitCode = 1;
