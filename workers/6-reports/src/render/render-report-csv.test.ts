import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellsOfCsv, formulasInCsv } from "../../test/read-back.js";
import { sampleInput } from "../../test/sample-input.js";
import { composeReport } from "../compose-report.js";
import { renderReportCsv, writeCsv } from "./render-report-csv.js";

describe("writeCsv", () => {
  it("writes no cell that a spreadsheet reads as a formula, whatever delimiter it is opened with", () => {
    const sign = fc.constantFrom("=", "+", "-", "@", "\t=", " =", "\r@", "＝", "\u200b=", "\ufeff+", ";=", ',"-', '"=');
    const cell = fc
      .tuple(fc.string({ unit: "binary" }), sign, fc.string({ unit: "binary" }))
      .chain(([before, start, rest]) => fc.constantFrom(before + start + rest, start + rest));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 20, maxLength: 40 }), (cells) => {
        expect(formulasInCsv(writeCsv(cells.map((one) => [one, "x"])))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it("leaves other cells as they are", () => {
    fc.assert(
      fc.property(
        fc.stringMatching(
          /^[a-z0-9][^\p{C}=+@\u2212\u207a-\u207c\u208a-\u208c\u2a75\u2a76\ufb29\ufe62-\ufe6b\uff0b-\uff20-]*$/u,
        ),
        (cell) => {
          expect(cellsOfCsv(writeCsv([[cell, "x"]]))).toEqual([[cell, "x"]]);
        },
      ),
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
