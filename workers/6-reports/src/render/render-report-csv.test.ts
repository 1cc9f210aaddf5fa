import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleInput } from "../../test/sample-input.js";
import { composeReport } from "../compose-report.js";
import { renderReportCsv, writeCsv } from "./render-report-csv.js";

/** Reads one line of CSV back, the plain way: quotes doubled, semicolons between. */
function firstCell(csv: string): string {
  const quoted = /^"((?:[^"]|"")*)"/.exec(csv);
  return quoted?.[1]?.replaceAll('""', '"') ?? csv.slice(0, csv.search(/;|\r\n/));
}

/** How a spreadsheet decides: what is left after invisible characters begins with one of these. */
function isFormula(cell: string): boolean {
  return /^[=+\-@＝＋－＠]/.test(cell.replace(/^[\s\p{C}]+/u, ""));
}

describe("writeCsv", () => {
  it("writes no cell that a spreadsheet reads as a formula", () => {
    const lead = fc.constantFrom("=", "+", "-", "@", "\t=", " =", "\r@", "＝", "\u200b=", "\ufeff+", "", "a", '"=');
    fc.assert(
      fc.property(lead, fc.string({ unit: "binary" }), (start, rest) => {
        expect(isFormula(firstCell(writeCsv([[start + rest, "x"]])))).toBe(false);
      }),
      { numRuns: 10_000 },
    );
  });

  it("leaves other cells as they are", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9][^\r\n]*$/), (cell) => {
        expect(firstCell(writeCsv([[cell, "x"]]))).toBe(cell);
      }),
    );
  });
});

describe("renderReportCsv", () => {
  const lines = renderReportCsv(composeReport(sampleInput())).trimEnd().split("\r\n");

  it("has a heading and one line per published cell", () => {
    expect(lines[0]).toBe("maand;van;tot_en_met;deel;thema_id;thema;huishoudens;vorige_periode;richting");
    expect(lines).toHaveLength(1 + composeReport(sampleInput()).published.length);
  });

  it("holds bands and no bare counts", () => {
    for (const line of lines.slice(1)) {
      expect(line.split(";")[6]).toMatch(/^(minder dan \d+|\d+ tot \d+|\d+ of meer)$/);
    }
  });
});
