import { describe, expect, it } from "vitest";
import { linkExpiresAt } from "./partner-answer.js";

const ISSUED = new Date("2026-11-22T09:00:00Z");

describe("a link for a partner", () => {
  it("works until the end of the last proposed day", () => {
    expect(linkExpiresAt(["2026-12-15", "2026-12-23"], ISSUED)).toEqual(new Date("2026-12-24T00:00:00Z"));
  });

  it("works sixty days at most", () => {
    expect(linkExpiresAt(["2027-01-20"], ISSUED)).toEqual(new Date("2027-01-21T00:00:00Z"));
    expect(linkExpiresAt(["2027-01-21"], ISSUED)).toEqual(new Date("2027-01-21T09:00:00Z"));
  });
});
