import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Stylesheet and fonts as files: `public/` beside `src/` and `dist/` alike. */
const PUBLIC = new URL("../public/", import.meta.url);

/** The folder to serve under `/stijl/`. */
export const publicFolder: string = fileURLToPath(PUBLIC);

const STYLESHEET = "rode-draad.css";

function readStylesheet(): string {
  return readFileSync(new URL(STYLESHEET, PUBLIC), "utf8");
}

/** The address of a file under a folder; it changes with the content, so that it may be cached for a year. */
function hrefOf(folder: string, file: string): string {
  const content = readFileSync(new URL(file, PUBLIC));
  return `${folder}/${file}?v=${createHash("sha256").update(content).digest("hex").slice(0, 12)}`;
}

export function stylesheetHref(folder: string): string {
  return hrefOf(folder, STYLESHEET);
}

/** The script of a page that waits for something: it hears of progress, where a browser runs scripts. */
export function progressScriptHref(folder: string): string {
  return hrefOf(folder, "progress.js");
}

/** The stylesheet with its fonts inside, for a page that may fetch nothing, and the hash that lets it pass its policy. */
export function inlineStylesheet(): { readonly css: string; readonly hash: string } {
  const css = readStylesheet().replaceAll(/url\("(fonts\/[\w-]+\.woff2)"\)/g, (_match, file: string) => {
    const font = readFileSync(new URL(file, PUBLIC)).toString("base64");
    return `url("data:font/woff2;base64,${font}")`;
  });
  return { css, hash: createHash("sha256").update(css).digest("base64") };
}
