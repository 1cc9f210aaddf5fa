import { listReleasedCells, saveMonthRelease } from "@rode-draad/store";
import { describe, expect, it } from "vitest";
import { onEachEngine } from "./on-each-engine.js";

const AUDIENCE = "team";
const band = (themeId: string, label: string, place: { areaCode?: string; teamCode?: string } = {}) => ({
  themeId,
  ...place,
  status: "band",
  band: { label },
});

onEachEngine((town) => {
  describe("released cells of a theme", () => {
    const save = (month: string, released: readonly unknown[]) =>
      saveMonthRelease(town.db, town.id, AUDIENCE, {
        month,
        record: { audience: AUDIENCE, window: { first: month, last: month }, cells: [{ anchorCases: 12 }], released },
      });
    const list = (from: string, to: string, place: { areaCode?: string; teamCode?: string } = {}) =>
      listReleasedCells(town.db, town.id, AUDIENCE, { from, to }, { ...place, themeIds: ["huurtoeslag"] });
    const shown = async (...given: Parameters<typeof list>) =>
      (await list(...given)).map(({ month, record }) => ({
        month,
        released: (record as { released: unknown }).released,
      }));

    it("come month by month, of one place, and a month without any is there all the same", async () => {
      await save("2026-02", [band("huurtoeslag", "10-14"), band("huurtoeslag", "15-19", { areaCode: "WK012301" })]);
      await save("2026-01", [band("eenzaamheid", "10-14")]);
      await save("2026-03", [band("huurtoeslag", "20-24", { teamCode: "oost" })]);
      expect(await shown("2026-01", "2026-02")).toEqual([
        { month: "2026-01", released: [] },
        { month: "2026-02", released: [band("huurtoeslag", "10-14")] },
      ]);
      expect(await shown("2026-02", "2026-02", { areaCode: "WK012301" })).toEqual([
        { month: "2026-02", released: [band("huurtoeslag", "15-19", { areaCode: "WK012301" })] },
      ]);
      expect(await shown("2026-03", "2026-03", { teamCode: "oost" })).toEqual([
        { month: "2026-03", released: [band("huurtoeslag", "20-24", { teamCode: "oost" })] },
      ]);
    });

    it("know their window and no exact count", async () => {
      await save("2026-02", [band("huurtoeslag", "10-14")]);
      expect((await list("2026-02", "2026-02"))[0]?.record).toMatchObject({
        window: { first: "2026-02", last: "2026-02" },
        cells: [],
      });
    });

    it("follow the record when a month is made anew", async () => {
      await save("2026-02", [band("huurtoeslag", "10-14"), band("eenzaamheid", "10-14")]);
      await save("2026-02", [band("huurtoeslag", "15-19")]);
      expect(await shown("2026-02", "2026-02")).toEqual([
        { month: "2026-02", released: [band("huurtoeslag", "15-19")] },
      ]);
    });
  });
});
