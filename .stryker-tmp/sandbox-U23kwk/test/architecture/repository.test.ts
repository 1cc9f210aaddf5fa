import { basename, dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { listFiles, readRepositoryFile, readSourceFiles } from "./source-files.js";

/** Longer than this and a file does a second thing; 300 is where one starts to look. */
const LINES_MAX = 350;

const paths = listFiles();
const sources = readSourceFiles();

/** A place that exists on one machine only. Built from pieces, so that this file does not find itself. */
const MACHINE_PATHS = ["work/(main|shared)", "root", "home/[a-z]+", "Users/[A-Za-z]+", "mnt/[a-z]+"].map(
  (folder) => `/${folder}/`,
);
const MACHINE_PATH = new RegExp(`(^|["'\`\\s(=:])(${MACHINE_PATHS.join("|")})`, "m");
/** Where packages were downloaded from is each machine's own matter. */
const REGISTRY = new RegExp(["registry\\.", "npmjs", "\\.org"].join(""));
const DOWNLOAD_PLACE = new RegExp(`"${"resolved"}": "https?:`);

const BINARY = /\.(woff2|png|jpe?g|gif|ico|xlsx|pdf|gz|zip|bin|model)$/;

describe("the repository", () => {
  it("names no place on anybody's machine and no package registry", () => {
    const found = paths
      .filter((path) => !BINARY.test(path))
      .filter((path) => {
        const text = readRepositoryFile(path);
        return MACHINE_PATH.test(text) || REGISTRY.test(text) || DOWNLOAD_PLACE.test(text);
      });
    expect(found).toEqual([]);
    expect(MACHINE_PATH.test(`const file = "${["", "home", "iemand", "x"].join("/")}";`)).toBe(true);
  });

  it("names its files and folders in kebab case", () => {
    const wrong = sources
      .map((file) => file.path)
      .filter((path) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.(test|config|d))*\.(ts|tsx|mts|mjs|js)$/.test(basename(path)))
      .filter((path) => !path.startsWith("."));
    expect(wrong).toEqual([]);
  });

  it("keeps every file of the product short enough to read in one sitting", () => {
    const long = sources
      .filter((file) => file.isProduct)
      .map((file) => ({ path: file.path, lines: file.text.split("\n").length }))
      .filter((file) => file.lines > LINES_MAX);
    expect(long).toEqual([]);
  });

  it("silences no tool and uses no type that means nothing", () => {
    const silences = [
      ["@ts", "ignore"].join("-"),
      ["@ts", "nocheck"].join("-"),
      ["biome", "ignore"].join("-"),
      ["eslint", "disable"].join("-"),
    ];
    const anything = new RegExp(`[:<,(]\\s*${"any"}\\b\\s*[\\[\\]>,;)=]|\\bas ${"any"}\\b`);
    const found = sources.filter(
      (file) =>
        silences.some((silence) => file.text.includes(silence)) ||
        (/\.tsx?$/.test(file.path) && anything.test(file.text)),
    );
    expect(found.map((file) => file.path)).toEqual([]);
  });

  it("explains every package in a README of its own", () => {
    const packages = paths.filter((path) => basename(path) === "package.json" && path !== "package.json").map(dirname);
    expect(packages.length).toBeGreaterThan(15);
    expect(packages.filter((folder) => !paths.includes(`${folder}/README.md`))).toEqual([]);
  });

  it("numbers its migrations without a gap and never gives a number twice", () => {
    const numbers = paths
      .filter((path) => /^shared\/store\/migrations\/.*\.sql$/.test(path))
      .map((path) => Number(basename(path).slice(0, 4)))
      .sort((one, other) => one - other);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });
});
