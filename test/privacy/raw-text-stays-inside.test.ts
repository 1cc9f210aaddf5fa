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

describe("raw text", () => {
  it("is opened in the privacy gate only", () => {
    expect(filesThat(/RawText\.open\b/).filter((path) => !path.startsWith("shared/privacy/src/gate/"))).toEqual([]);
    expect(filesThat(/RawText\.open\b/)).toContain("shared/privacy/src/gate/gate.ts");
  });

  it("is marked safe by the gate, and by the store when it reads back, only", () => {
    const allowed = /^shared\/(?:privacy\/src\/gate|store\/src|domain\/src)\//;
    expect(filesThat(/\bmarkSafe\b/).filter((path) => !allowed.test(path))).toEqual([]);
  });
});
