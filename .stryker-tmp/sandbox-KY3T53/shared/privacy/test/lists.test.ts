import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadLexicon } from "../src/gate/lexicon.js";
import { ListReader } from "../src/gate/list-reader.js";

const DATA = new URL("../data/", import.meta.url);
const paths = readFileSync(new URL("contents.txt", DATA), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => line.split(" ")[0] ?? "");

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "rode-draad-lists-"));
  cpSync(DATA, folder, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What reading the copied lists says with one of them changed; puts it back. */
function readWith(path: string, change: (whole: string) => string | undefined, read: (lists: URL) => unknown): unknown {
  const file = join(folder, path);
  const whole = readFileSync(file, "utf8");
  const changed = change(whole);
  if (changed === undefined) rmSync(file);
  else writeFileSync(file, changed);
  try {
    return read(pathToFileURL(`${folder}/`));
  } catch (error) {
    return error;
  } finally {
    writeFileSync(file, whole);
  }
}

describe("a gate without its lists does not start", () => {
  it("starts on the lists as they are, so contents.txt is up to date", () => {
    expect(loadLexicon().flags("fatima")).toBeGreaterThan(0);
  });

  it.each(["contents.txt", ...paths])("says which list is missing: %s", (path) => {
    const read = (lists: URL): unknown => new ListReader(lists).linesOf(path);
    expect(readWith(path, () => undefined, read)).toMatchObject({
      code: "privacy.list-broken",
      message: `De woordenlijst ${path} ontbreekt of is niet heel. Installeer het programma opnieuw.`,
    });
  });

  it.each(["names/surname-vietnamese.txt", "words/name-shape.txt", "allow/numbers.txt"])(
    "does not load when a list was cut off: %s",
    (path) => {
      const half = (whole: string): string => whole.slice(0, whole.length / 2);
      expect(readWith(path, half, loadLexicon)).toMatchObject({ code: "privacy.list-broken" });
    },
  );
});
