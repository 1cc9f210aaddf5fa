import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { ProductError } from "@rode-draad/domain";
import type { ThemeReport } from "../theme-report.js";
import { renderReportHtml } from "./render-report-html.js";

const BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** A report of four pages takes two seconds; a browser that needs longer than this hangs. */
const PRINT_TIMEOUT_MS = 60_000;

/**
 * The report as PDF, printed by a Chromium on this machine; the product ships none. The HTML that passes through a folder
 * of its own holds released values only. Throws `pdf-no-browser` when there is no Chromium, `pdf-failed` when it fails.
 */
export async function renderReportPdf(report: ThemeReport): Promise<Buffer> {
  const browser = BROWSERS.find((path) => existsSync(path));
  if (browser === undefined) {
    throw new ProductError(
      "pdf-no-browser",
      "Voor een PDF is Chromium nodig. Dat staat niet op deze computer. Maak het rapport als html en druk dat af.",
    );
  }
  const folder = await mkdtemp(join(tmpdir(), "rode-draad-pdf-"));
  try {
    const [page, print] = [join(folder, "rapport.html"), join(folder, "rapport.pdf")];
    await writeFile(page, renderReportHtml(report));
    await printPage(browser, folder, page, print);
    return await readFile(print);
  } catch (cause) {
    throw new ProductError("pdf-failed", "De PDF is niet gelukt. Maak het rapport als html en druk dat af.", { cause });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function printPage(browser: string, folder: string, page: string, print: string): Promise<void> {
  const args = [
    "--headless",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-pdf-header-footer",
    `--user-data-dir=${join(folder, "profile")}`,
    `--print-to-pdf=${print}`,
    pathToFileURL(page).href,
  ];
  // Chromium refuses its sandbox to root, as in a container; the page is our own and fetches nothing.
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  await promisify(execFile)(browser, [...asRoot, ...args], { timeout: PRINT_TIMEOUT_MS });
}
