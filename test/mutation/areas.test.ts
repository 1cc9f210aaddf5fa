import { describe, expect, it } from "vitest";
import { listFiles } from "../architecture/source-files.js";
import { AREAS, SCORE_GOAL } from "./areas.js";
import { globPattern } from "./glob-pattern.js";
import { readRecorded } from "./recorded.js";

const paths = listFiles();
const recorded = readRecorded();

/** The files that a glob of an area stands for. */
const filesOf = (glob: string): string[] => paths.filter((path) => globPattern(glob).test(path));

describe.each(Object.entries(AREAS))("the area %s", (name, { decides, leftOut, tests }) => {
  const deciding = decides.flatMap(filesOf).filter((path) => !path.includes(".test.") && !(path in leftOut));

  it("names files and tests that exist, and leaves nothing out without a reason", () => {
    for (const glob of [...decides, ...tests]) expect([glob, filesOf(glob).length > 0]).toEqual([glob, true]);
    for (const [path, reason] of Object.entries(leftOut)) {
      expect(decides.flatMap(filesOf)).toContain(path);
      expect(reason).toMatch(/\w+ \w+/);
    }
  });

  it("stands in the record: with a score that reaches the goal, or with what is known instead of one", () => {
    const known = recorded[name];
    if (known === undefined) throw new Error(`${name} does not stand in data/recorded.json`);
    if ("notMeasured" in known) return expect(known.notMeasured).not.toBe("");
    expect(known.score).toBeGreaterThanOrEqual(SCORE_GOAL);
    expect(known.mutants).toBeGreaterThan(0);
    for (const path of Object.keys(known.unnoticed)) expect(deciding).toContain(path);
  });
});

it("no record is kept of an area that is none any more", () => {
  expect(Object.keys(recorded).filter((name) => !(name in AREAS))).toEqual([]);
});
