import { readdirSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const CODE = ["shared", "workers", "services"];

/** Product files by what they call; tests and built files aside. */
function filesThat(call: RegExp): string[] {
  return CODE.flatMap((folder) =>
    readdirSync(`${ROOT}${folder}`, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
      .map((entry) => `${entry.parentPath}/${entry.name}`)
      .filter((path) => !/\/(?:node_modules|dist|test|fixtures)\//.test(path) && call.test(readFileSync(path, "utf8")))
      .map((path) => relative(ROOT, path)),
  ).sort();
}

/**
 * Files outside the gate that open raw text or mark text safe today. The lists are exact: a new one fails, and so does
 * one that is gone, so that they say what is true.
 */
const OPENS_OUTSIDE: readonly string[] = [];
const MARKS_OUTSIDE = ["shared/privacy/src/read-in-place.ts"];
/** Reads text that has not passed the gate: only for commands that keep nothing and answer with positions. */
const READS_IN_PLACE = /^(?:shared\/privacy\/src\/|services\/cli\/src\/commands\/(?:classify|discover)\.ts$)/;

describe("raw text", () => {
  it("is opened in the privacy gate only, but for the recorded files", () => {
    const files = filesThat(/RawText\.open\b/);
    expect(files).toContain("shared/privacy/src/gate/gate.ts");
    expect(files.filter((path) => !path.startsWith("shared/privacy/src/gate/"))).toEqual(OPENS_OUTSIDE);
  });

  it("is marked safe by the gate and by the store when it reads back, but for the recorded files", () => {
    const allowed = /^shared\/(?:privacy\/src\/gate|store\/src|domain\/src)\//;
    expect(filesThat(/\bmarkSafe\b/).filter((path) => !allowed.test(path))).toEqual(MARKS_OUTSIDE);
  });

  it("is read without the gate by the two commands that store nothing, and nowhere else", () => {
    expect(filesThat(/\breadInPlace\b/).filter((path) => !READS_IN_PLACE.test(path))).toEqual([]);
  });
});
