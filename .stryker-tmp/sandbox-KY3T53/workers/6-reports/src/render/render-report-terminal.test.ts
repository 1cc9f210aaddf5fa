import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { sampleInput } from "../../test/sample-input.js";
import { composeReport } from "../compose-report.js";
import { renderReportTerminal } from "./render-report-terminal.js";
import { lookOf } from "./terminal-canvas.js";

const report = composeReport(sampleInput());

describe("renderReportTerminal", () => {
  it.each([64, 80, 100])("stays within %i columns", (columns) => {
    const longest = renderReportTerminal(report, { columns, colour: false })
      .split("\n")
      .map((line) => [...line].length);
    expect(Math.max(...longest)).toBeLessThanOrEqual(columns);
  });

  it("says the same with and without colour", () => {
    const plain = renderReportTerminal(report, { columns: 80, colour: false });
    expect(plain).not.toContain("\u001b");
    expect(stripVTControlCharacters(renderReportTerminal(report, { columns: 80, colour: true }))).toBe(plain);
  });

  it("shows what recurs, what rises, what is new and the three proposals with their reasons", () => {
    const text = renderReportTerminal(report, { columns: 100, colour: false });
    expect(text).toMatch(/Huurtoeslag +█+░+ +25 tot 49 +↗ stijgt/);
    expect(text).toMatch(/\+ nieuw +Kind wordt 18/);
    for (const card of report.sections.proposals.cards) expect(text).toContain(card.title);
    expect(text).toContain("Het thema stijgt twee periodes achter elkaar.");
  });
});

describe("lookOf", () => {
  it("colours a terminal only, and not when NO_COLOR asks otherwise", () => {
    expect(lookOf({ isTTY: true, columns: 200 })).toEqual({ columns: 100, colour: true });
    expect(lookOf({ isTTY: true, columns: 90 }, { NO_COLOR: "1" })).toEqual({ columns: 90, colour: false });
    expect(lookOf({})).toEqual({ columns: 80, colour: false });
  });
});
