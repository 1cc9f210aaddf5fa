import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadLexicon } from "../src/gate/lexicon.js";

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

/** Loads the copied lists with one of them changed, and puts it back. */
function loadWith(path: string, change: (whole: string) => string | undefined): unknown {
  const file = join(folder, path);
  const whole = readFileSync(file, "utf8");
  const changed = change(whole);
  if (changed === undefined) rmSync(file);
  else writeFileSync(file, changed);
  try {
    return loadLexicon(pathToFileURL(`${folder}/`));
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
    expect(loadWith(path, () => undefined)).toMatchObject({
      code: "privacy.list-broken",
      message: `De woordenlijst ${path} ontbreekt of is niet heel. Installeer het programma opnieuw.`,
    });
  });

  it.each(["names/given-hand-dutch.txt", "words/titles.txt"])("says which list was cut off: %s", (path) => {
    expect(loadWith(path, (whole) => whole.slice(0, whole.length / 2))).toMatchObject({ code: "privacy.list-broken" });
  });
});
