import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addDays, type ThemeId } from "@rode-draad/domain";
import { openProduct, type Product, startStages, waitUntilWorkedOut } from "@rode-draad/pipeline";
import type { ThemeReport } from "@rode-draad/reports";
import { readConfiguration } from "@rode-draad/runtime";
import {
  ensureTeams,
  listProposals,
  readReport,
  saveAssignments,
  saveNotes,
  type ThemedSegment,
  upsertAreas,
} from "@rode-draad/store";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { makeNote } from "../conformance/store/make-note.js";

/** From stored themes to report and proposals on the real store and queue: who has one theme of a knot mostly has the other. */

const NOW = new Date("2026-10-30T10:00:00Z");
let folder: string;
let product: Product;
let beforeReports: readonly string[];

const question = (themeId: ThemeId, start: number, route: "known" | "safety" = "known"): ThemedSegment => ({
  start,
  end: start + 1,
  kind: "help-question",
  assignment: { themeId, confidence: 0.95, route },
});

/** Themes of each household: three dozen with the knot, as many with a pair of which one is never collective, and many with one theme. */
function themesOf(household: number): readonly ThemedSegment[] {
  if (household < 36) return [question("geldzorgen", 0), question("digitale-vaardigheden", 1)];
  if (household < 72) return [question("eenzaamheid", 0), question("huiselijk-geweld", 1)];
  const single = [
    ...["geldzorgen", "digitale-vaardigheden", "eenzaamheid", "energierekening", "taal-inburgering"],
    ...["huurtoeslag", "vervoer", "werk-zoeken", "opvoedvragen", "vrijwilligerswerk"],
  ];
  return [question(single[household % single.length] ?? "geldzorgen", 0)];
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rode-draad-knots-"));
  product = await openProduct(readConfiguration({ RODEDRAAD_DIR: folder, LOG_LEVEL: "silent" }));
  const { store, municipalityId } = product;
  await upsertAreas(store.db, municipalityId, [{ code: "WK000001", name: "Sterrenwijk" }]);
  await ensureTeams(store.db, municipalityId, [{ code: "T1", name: "Team Een" }]);
  const households = Array.from({ length: 240 }, (_, household) => household);
  const notes = households.map((household) =>
    makeNote(`n${household}`, {
      municipalityId,
      professionalId: `p${household % 6}`,
      date: addDays("2026-08-03", household % 80),
    }),
  );
  await saveNotes(store.db, municipalityId, "i1", notes, NOW);
  const themed = households.map((household) => ({
    noteId: `n${household}`,
    version: 1,
    segments: themesOf(household),
  }));
  await saveAssignments(store.db, municipalityId, themed, NOW);
  await startStages(product, ["trends", "proposals"]);
  await product.queue.enqueue("trends", { municipalityId });
  await vi.waitUntil(async () => (await product.queue.health()).stages.reports?.waiting === 1, { timeout: 60_000 });
  beforeReports = await proposedThemes();
  await startStages(product, ["reports", "effects"]);
  await waitUntilWorkedOut(product);
}, 120_000);

async function proposedThemes(): Promise<string[]> {
  const proposals = await listProposals(product.store.db, product.municipalityId);
  return proposals.map(({ proposal }) => proposal.themeIds.join("+"));
}

afterAll(async () => {
  await product.close();
  await rm(folder, { recursive: true, force: true });
});

describe("themes that the same households have", () => {
  test("stand in the report as a knot, in words, and a theme that is never collective is in none", async () => {
    const stored = await readReport(product.store.db, product.municipalityId, { month: "2026-10" });
    const report = stored?.content as ThemeReport;
    expect(report.knots?.map(({ themes }) => themes.map(({ id }) => id))).toEqual([
      ["geldzorgen", "digitale-vaardigheden"],
    ]);
    expect(JSON.stringify(report.knots)).not.toMatch(/\b\d+\b/);
  });

  test("get one evening together once a report has told the knot, and not before", async () => {
    expect(beforeReports).toEqual([]);
    const themes = await proposedThemes();
    expect(themes).toContain("digitale-vaardigheden+geldzorgen");
    expect(themes.join()).not.toContain("huiselijk-geweld");
  });
});
