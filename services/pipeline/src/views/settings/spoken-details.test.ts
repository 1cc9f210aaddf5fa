import { describe, expect, it } from "vitest";
import { speakDetails } from "./spoken-details.js";

describe("what the page of the log says of an entry", () => {
  it.each([
    [{ kind: "setting", id: "limits" }, {}, "soort grenzen"],
    [{ kind: "setting", id: "another" }, {}, "soort another"],
    [{ kind: "proposal", id: "p-1" }, { state: "picked-up" }, "soort p-1, opgepakt"],
    [{ kind: "theme", id: "limits" }, { correction: "sleep" }, "soort limits, genegeerd tot het erger wordt"],
    [{ kind: "report" }, { month: "2026-10", format: "csv" }, "soort, 2026-10, als csv"],
    [
      { kind: "report" },
      { areaCode: "WK000101", teamCode: "OOST", rows: 1 },
      "soort, wijk WK000101, team OOST, 1 regel",
    ],
    [{ kind: "report" }, { rows: 20, format: "terminal" }, "soort, 20 regels, in de terminal"],
    [{ kind: "account" }, { error: "password-wrong" }, "soort, foutcode password-wrong"],
  ] as const)("is Dutch: %o %o", (subject, details, words) => {
    expect(speakDetails({ subject, details: details as object }, "soort")).toBe(words);
  });
});
