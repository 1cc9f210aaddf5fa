import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { ThemeReport } from "../theme-report.js";
import { outlineReport } from "./outline-report.js";
import { renderReportHtml } from "./render-report-html.js";
import { writeTaggedPdf } from "./write-tagged-pdf.js";

const BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** A report of four pages takes two seconds; a browser that needs longer than this hangs. */
const PRINT_TIMEOUT_MS = 60_000;

/** One at a time: a browser takes a core and a few hundred megabytes for two seconds. */
let lastPrint: Promise<unknown> = Promise.resolve();

/**
 * The report as a tagged PDF: the page itself, printed by a Chromium on this machine when there is one, and else its text set by a
 * library, without charts. The product ships no browser. The HTML that passes through a folder of its own holds released values only.
 */
export async function renderReportPdf(report: ThemeReport, browser = findBrowser()): Promise<Buffer> {
  if (browser === undefined) return await renderReportTextPdf(report);
  const printed = lastPrint.then(() => printReport(report, browser));
  lastPrint = printed.catch(() => undefined);
  try {
    return await printed;
  } catch {
    // A browser that fails or hangs is no reason to go without.
    return await renderReportTextPdf(report);
  }
}

function findBrowser(): string | undefined {
  return BROWSERS.find((path) => existsSync(path));
}

/** Without a browser. The same report is the same file. */
export async function renderReportTextPdf(report: ThemeReport): Promise<Buffer> {
  return await writeTaggedPdf(outlineReport(report), {
    title: report.title,
    madeAt: new Date(`${report.madeOn}T12:00:00Z`),
  });
}

async function printReport(report: ThemeReport, browser: string): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), "rode-draad-pdf-"));
  try {
    const [page, print] = [join(folder, "rapport.html"), join(folder, "rapport.pdf")];
    await writeFile(page, renderReportHtml(report));
    await printPage(browser, folder, page, print);
    return await readFile(print);
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
    "--export-tagged-pdf",
    "--generate-pdf-document-outline",
    `--user-data-dir=${join(folder, "profile")}`,
    `--print-to-pdf=${print}`,
    pathToFileURL(page).href,
  ];
  // Chromium refuses its sandbox to root, as in a container; the page is our own and fetches nothing.
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  await promisify(execFile)(browser, [...asRoot, ...args], { timeout: PRINT_TIMEOUT_MS });
}
