import { expect, test } from "vitest";
import { sampleMonth } from "../test/sample-month.js";
import { compareReports } from "./compare-reports.js";
import { composeScopeReport, releaseMonth } from "./compose-month.js";
import type { ShownBand, ThemeReport } from "./theme-report.js";

const facts = sampleMonth();
const now = composeScopeReport(facts, releaseMonth(facts), { kind: "municipality", name: facts.municipality.name });

function withRows(rows: ThemeReport["sections"]["recurring"]["all"]): ThemeReport {
  return { ...now, month: "2026-09", sections: { ...now.sections, recurring: { rows, all: rows } } };
}

test("the same report differs in nothing", () => {
  const { rows, same } = compareReports(now, withRows(now.sections.recurring.all));
  expect(rows).toEqual([]);
  expect(same).toBe(now.sections.recurring.all.length);
});

test("a theme that comes, goes or changes its band is told, with the bands that were shown and no other number", () => {
  const [first, second, ...rest] = now.sections.recurring.all;
  if (first === undefined || second === undefined) throw new Error("the sample has too few themes");
  const other: ShownBand = { label: "minder dan 10", min: 0, max: 9 };
  const gone = { ...first, themeId: "weg", name: "Weg" };
  const { rows, same } = compareReports(now, withRows([{ ...second, now: other }, ...rest, gone]));
  expect(rows).toEqual([
    { themeId: first.themeId, name: first.name, now: first.now, change: "appeared" },
    { themeId: second.themeId, name: second.name, before: other, now: second.now, change: "more" },
    { themeId: "weg", name: "Weg", before: first.now, change: "disappeared" },
  ]);
  expect(same).toBe(rest.length);
});
