import { describe, expect, it } from "vitest";
import { sampleInput } from "../../test/sample-input.js";
import { composeReport } from "../compose-report.js";
import { renderReportHtml } from "./render-report-html.js";

const report = composeReport(sampleInput());
const html = renderReportHtml(report);

/** The text of the section with this number, up to the next one. */
function section(number: number): string {
  const from = html.indexOf(`aria-labelledby="deel-${number}"`);
  return html.slice(from, html.indexOf("</section>", from));
}
const rowsOf = (part: string): number => part.match(/<th class="utrecht-table__cell"/g)?.length ?? 0;

describe("renderReportHtml", () => {
  it("has the largest themes in the second section, and all of them once at the end", () => {
    expect(rowsOf(section(2))).toBe(report.sections.recurring.rows.length);
    const appendix = html.slice(html.indexOf('<details class="rd-uitklap'));
    expect(appendix).toMatch(/^<details [^>]*open/);
    expect(rowsOf(appendix)).toBe(report.sections.recurring.all.length);
  });

  it("names under changes what moved, and leaves the rest to one sentence", () => {
    const { groups } = report.sections.changes;
    const steady = groups
      .filter(({ direction }) => direction === "steady" || direction === "unclear")
      .flatMap(({ items }) => items.filter(({ note }) => note === undefined));
    expect(steady.length).toBeGreaterThan(0);
    for (const { name } of steady) expect(section(3)).not.toContain(`>${name}<`);
    expect(section(3)).toContain("De andere thema’s bleven gelijk of daar is nog niets over te zeggen.");
    for (const { name } of groups.find(({ direction }) => direction === "rising")?.items ?? []) {
      expect(section(3)).toContain(name);
    }
  });

  it("has each month of the look ahead once", () => {
    const months = [...section(6).matchAll(/<time [^>]*>([^<]+)<\/time>/g)].map(([, month]) => month);
    expect(months).toEqual(["november", "december"]);
  });

  it("says when it was made, and not that it was signed off", () => {
    expect(html).toContain("Gemaakt op");
    expect(html).not.toContain("Vastgezet");
  });
});
