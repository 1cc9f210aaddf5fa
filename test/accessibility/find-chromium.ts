import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The browser on this machine, or undefined: then the tests that need one are skipped and say so. */
export const chromiumPath: string | undefined = PLACES.find((place) => existsSync(place));

/** Why the tests below did not run, for the name of a skipped suite. */
export const WITHOUT_CHROMIUM = chromiumPath === undefined ? " (skipped: no Chromium on this machine)" : "";

/** Starts a browser that asks for Dutch, without anything that calls home. Root, as in a container, needs it without a sandbox. */
export async function startChromium(): Promise<Browser> {
  const args = [
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--accept-lang=nl-NL,nl",
  ];
  const isRoot = process.getuid?.() === 0;
  return await chromium.launch({
    ...(chromiumPath !== undefined && { executablePath: chromiumPath }),
    args: isRoot ? [...args, "--no-sandbox"] : args,
  });
}
