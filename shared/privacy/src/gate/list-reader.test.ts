import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ListReader, readList } from "./list-reader.js";

let folder: string;
let url: URL;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "rode-draad-lists-"));
  url = pathToFileURL(`${folder}/`);
  writeFileSync(
    join(folder, "contents.txt"),
    "# path lines\nwhole.txt 2\nshort.txt 3\nlong.txt 1\nlost.txt 1\nempty.txt 0\n",
  );
  writeFileSync(join(folder, "whole.txt"), "# a comment\nfatima\n\njan\n");
  writeFileSync(join(folder, "short.txt"), "fatima\njan\n");
  writeFileSync(join(folder, "long.txt"), "fatima\njan\n");
  writeFileSync(join(folder, "unnamed.txt"), "fatima\n");
  writeFileSync(join(folder, "empty.txt"), "# nothing yet\n");
});
afterAll(() => rmSync(folder, { recursive: true }));

const broken = (path: string) =>
  expect.objectContaining({
    code: "privacy.list-broken",
    message: `De woordenlijst ${path} ontbreekt of is niet heel. Installeer het programma opnieuw.`,
  });

it("gives the lines of a list without comments and empty lines", () => {
  expect(new ListReader(url).linesOf("whole.txt")).toEqual(["fatima", "jan"]);
  expect(new ListReader(url).linesOf("empty.txt")).toEqual([]);
  expect(readList(new URL("whole.txt", url))).toEqual(["fatima", "jan"]);
});

it.each(["short.txt", "long.txt", "lost.txt", "unnamed.txt"])(
  "refuses %s, a list that is lost, cut off, grown or not named in the contents",
  (path) => {
    expect(() => new ListReader(url).linesOf(path)).toThrow(broken(path));
  },
);

it("refuses a folder without contents", () => {
  expect(() => new ListReader(pathToFileURL("/nergens/"))).toThrow(broken("contents.txt"));
});

it("knows which lists there are", () => {
  expect(new ListReader(url).paths("l")).toEqual(["long.txt", "lost.txt"]);
  expect(new ListReader(url).paths("names/")).toEqual([]);
});
