import { loadCatalogue } from "@rode-draad/catalogue";
import type { ThemeReport } from "@rode-draad/reports";
import { countNotes, countQuarantined, listReports, readReport } from "@rode-draad/store";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { alarmsFound } from "./compare/alarms-found.js";
import { emergentPurity } from "./compare/emergent-purity.js";
import { knotsFound } from "./compare/knots-found.js";
import { proposalsFound } from "./compare/proposals-found.js";
import { themesFound } from "./compare/themes-found.js";
import { type PipelineRun, runVoorbeeldstad } from "./run-voorbeeldstad.js";

/** The whole chain on the embedded default, against the truth that was planted. It proves the chain, not the recogniser. */

const catalogue = loadCatalogue();
let run: PipelineRun;

beforeAll(async () => {
  run = await runVoorbeeldstad();
}, 300_000);
afterAll(() => run.close());

describe("what was planted in Voorbeeldstad", () => {
  test("every row is accounted for, and an objection is never stored", async () => {
    const { municipality, product } = run;
    const rows = new Set(municipality.notes.map(({ bronId }) => bronId)).size;
    const held = Object.values(await countQuarantined(product.store.db, product.municipalityId)).reduce(
      (a, b) => a + b,
      0,
    );
    const stored = await countNotes(product.store.db, product.municipalityId);
    expect(stored + held + municipality.truth.objections.length).toBe(rows);
  });

  test("planted rises, the fall and the return raise an alarm, and the registration gap raises none", () => {
    const { found, missed, wronglyExplained, fromGap } = alarmsFound(run.municipality.truth, run.signals);
    expect(missed.map(({ id }) => id)).toEqual([]);
    expect(wronglyExplained.map(({ change }) => change.id)).toEqual([]);
    expect(fromGap).toEqual([]);
    expect(found.length).toBe(run.municipality.truth.changes.length);
  });

  test("each local theme becomes an emergent theme of its own, and filler becomes none", () => {
    const { themes, fillerThemes } = emergentPurity(run.municipality.truth, run.questions);
    expect(themes.filter(({ themeId }) => themeId === null).map(({ localThemeId }) => localThemeId)).toEqual([]);
    expect(themes.filter(({ purity, reached }) => purity < 0.75 || reached < 0.4)).toEqual([]);
    expect(fillerThemes).toEqual([]);
  });

  test("the last report tells the planted knots and no other, and an evening is offered for the one that fits", async () => {
    const { product, municipality, proposals } = run;
    const { knots, proposals: expected } = municipality.truth;
    const stored = await readReport(product.store.db, product.municipalityId, { month: expected.month });
    const { knots: told = [] } = (stored as { content: ThemeReport }).content;
    const { missed, others } = knotsFound(
      municipality.truth,
      told.map(({ themes: [first, second] }) => [first.id, second.id]),
    );
    expect(missed).toEqual([]);
    expect(others).toEqual([]);
    const [fitting] = knots;
    const offered = proposals.filter((one) =>
      knots.some(({ themeIds }) => themeIds.every((id) => one.themeIds.includes(id))),
    );
    expect(new Set(offered.flatMap(({ themeIds }) => themeIds))).toEqual(new Set(fitting?.themeIds));
    expect(offered.map(({ areaCode }) => areaCode)).toEqual(expect.arrayContaining([...(fitting?.areaCodes ?? [])]));
  });

  test("the expected proposals are made, nothing for a theme that is never collective, no need twice", () => {
    const { missed, forbidden, repeatedNeeds } = proposalsFound(
      run.municipality.truth,
      run.proposals,
      catalogue.neverThemeIds,
    );
    expect(missed).toEqual([]);
    expect(forbidden).toEqual([]);
    expect(repeatedNeeds).toEqual([]);
  });

  test("questions stand under their own theme and filler under none, within the margins of a seen corpus", () => {
    const { precision, recall, themedFillers } = themesFound(
      run.municipality.truth,
      run.questions,
      (themeId) => catalogue.theme(themeId) !== undefined,
    );
    expect(precision).toBeGreaterThan(0.9);
    expect(recall).toBeGreaterThan(0.8);
    expect(themedFillers.length / run.municipality.truth.fillers.length).toBeLessThan(0.1);
  });

  test("for the themes of the last months it says why their questions belong together, never naming a never theme", async () => {
    const { db } = run.product.store;
    const rows = await db.selectFrom("theme_reason").select("reasons").execute();
    const explained = rows.map(({ reasons }) => reasons).filter(({ words }) => words.length >= 3);
    expect(explained.length).toBeGreaterThan(10);
    for (const { themeId, nearest } of rows.map(({ reasons }) => reasons)) {
      expect(catalogue.neverThemeIds.has(themeId)).toBe(false);
      expect(catalogue.neverThemeIds.has(nearest?.themeId ?? "")).toBe(false);
    }
  });

  test("there is a report of each month for the municipality, each team and each area, and none names a never theme", async () => {
    const { product, municipality } = run;
    const reports = await listReports(product.store.db, product.municipalityId);
    expect(reports.length).toBe(24 * (1 + municipality.teams.length + municipality.areas.length));
    const never = [...catalogue.neverThemeIds].map((id) => catalogue.theme(id)?.label ?? id);
    for (const key of reports) {
      const stored = await readReport(product.store.db, product.municipalityId, key);
      const { sections } = (stored as { content: ThemeReport }).content;
      const named = JSON.stringify([sections.recurring, sections.changes, sections.proposals]);
      expect(never.filter((label) => named.includes(`"${label}"`))).toEqual([]);
    }
  });
});
