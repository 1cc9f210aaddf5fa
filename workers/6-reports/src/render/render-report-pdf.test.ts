import { existsSync } from "node:fs";
import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { sampleMonth } from "../../test/sample-month.js";
import { composeScopeReport, releaseMonth } from "../compose-month.js";
import { renderReportPdf, renderReportTextPdf } from "./render-report-pdf.js";

const CHROMIUM = "/usr/bin/chromium";
const facts = sampleMonth();
const report = composeScopeReport(facts, releaseMonth(facts), { kind: "municipality", name: facts.municipality.name });

/** Everything in the file, with packed streams unpacked. */
function unpack(pdf: Buffer): string {
  const source = pdf.toString("latin1");
  const streams = [...source.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, packed = ""]) => {
    try {
      return inflateSync(Buffer.from(packed, "latin1")).toString("latin1");
    } catch {
      return "";
    }
  });
  return [source, ...streams].join("\n");
}

function expectTagged(pdf: Buffer): void {
  expect(pdf.subarray(0, 5).toString("latin1")).toBe("%PDF-");
  const all = unpack(pdf);
  expect(all).toMatch(/\/MarkInfo/);
  expect(all).toMatch(/\/StructTreeRoot/);
  expect(all).toMatch(/\/Lang\s*\(?(?:nl|\u00fe)/);
  for (const tag of ["H1", "H2", "Table", "TH", "TR", "LI"]) expect(all, tag).toMatch(new RegExp(`/S\\s*/${tag}\\b`));
}

test("without a browser the report is a tagged PDF in Dutch, to the byte the same", async () => {
  const pdf = await renderReportTextPdf(report);
  expectTagged(pdf);
  expect(pdf.equals(await renderReportTextPdf(report))).toBe(true);
});

test("a browser that fails leaves a PDF too", async () => {
  expectTagged(await renderReportPdf(report, "/nowhere/chromium"));
});

test.skipIf(!existsSync(CHROMIUM))("with a browser it is the page itself, tagged", async () => {
  expectTagged(await renderReportPdf(report, CHROMIUM));
});
