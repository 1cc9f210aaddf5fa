import { describe, expect, it } from "vitest";
import { catalogue } from "../test/build-input.js";
import { estimateTurnout } from "./estimate-turnout.js";

function turnout(formatId: string, casesAtLeast: number, casesAtMost: number) {
  const format = catalogue.format(formatId);
  if (format === undefined) throw new Error(`no format ${formatId}`);
  return estimateTurnout({ casesAtLeast, casesAtMost }, format);
}

describe("estimateTurnout", () => {
  it("gives the example of the domain report: 15 to 24 cases, 20 to 40 people", () => {
    expect(turnout("infoavond", 15, 24)).toEqual({ min: 20, max: 40 });
  });

  it("expects few people for a small need", () => {
    expect(turnout("infoavond", 5, 9)).toEqual({ min: 5, max: 15 });
  });

  it("never expects more people than fit", () => {
    expect(turnout("koffie-themaochtend", 10, 14)).toEqual({ min: 10, max: 25 });
    expect(turnout("koffie-themaochtend", 50, 75)).toEqual({ min: 10, max: 25 });
    expect(turnout("lotgenotengroep", 25, 49)).toEqual({ min: 6, max: 12 });
  });
});
