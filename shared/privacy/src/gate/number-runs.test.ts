import { describe, expect, it } from "vitest";
import { normalise } from "./normalise.js";
import { findNumberRuns } from "./number-runs.js";

const runs = (text: string): string[] =>
  findNumberRuns(normalise(text)).map((run) => run.map(({ digits }) => digits).join("+"));

describe("digits that may be one number", () => {
  it("stand together or with up to four separators between them", () => {
    expect(runs("06-12.34 56/78(90)12_34\n56\r78")).toEqual(["06+12+34+56+78+90+12+34+56+78"]);
    expect(runs("06 -- 12")).toEqual(["06+12"]);
    expect(runs("06     12")).toEqual(["06", "12"]);
    expect(runs("06-(-)-12")).toEqual(["06", "12"]);
  });

  it.each([",", ";", "|", "\t", " en ", "+"])("are two numbers with %j between them", (between) => {
    expect(runs(`06${between}12`)).toEqual(["06", "12"]);
  });

  it("say where they stand", () => {
    expect(findNumberRuns(normalise("a 06 1b"))).toEqual([
      [
        { start: 2, end: 4, digits: "06" },
        { start: 5, end: 6, digits: "1" },
      ],
    ]);
  });

  it("are cut after forty groups, so that a table stays cheap", () => {
    expect(findNumberRuns(normalise("1 ".repeat(85))).map((run) => run.length)).toEqual([40, 40, 5]);
  });

  it("are none in a text without digits", () => {
    expect(runs("geen getal")).toEqual([]);
  });
});
