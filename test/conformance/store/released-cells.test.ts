import { listReleasedCells, saveMonthRelease } from "@rode-draad/store";
import { expect, it } from "vitest";
import { onEachEngine } from "./on-each-engine.js";

onEachEngine((town) => {
  it("the cells of months: those of the place and the themes that were asked for, and no exact count", async () => {
    const window = { first: "2026-01", last: "2026-03" };
    const released = [
      { themeId: "a", status: "band" },
      { themeId: "b", status: "band" },
      { themeId: "a", areaCode: "WK000001", status: "band" },
      { themeId: "a", teamCode: "T1", status: "withheld" },
    ];
    const record = { audience: "team", window, cells: [{ themeId: "a", anchorCases: 17 }], released };
    for (const month of ["2026-02", "2026-03"]) await saveMonthRelease(town.db, town.id, "team", { month, record });
    await saveMonthRelease(town.db, town.id, "partner", { month: "2026-03", record });
    const read = (asked: Parameters<typeof listReleasedCells>[4]) =>
      listReleasedCells(town.db, town.id, "team", { from: "2026-03", to: "2026-12" }, asked);
    const shown = (cells: readonly unknown[]) => [
      { month: "2026-03", record: { audience: "team", window, cells: [], released: cells } },
    ];
    expect(await read({ themeIds: ["a"] })).toEqual(shown([released[0]]));
    expect(await read({ themeIds: ["a", "b"] })).toEqual(shown([released[0], released[1]]));
    expect(await read({ themeIds: ["a"], areaCode: "WK000001" })).toEqual(shown([released[2]]));
    expect(await read({ themeIds: ["a"], teamCode: "T1" })).toEqual(shown([released[3]]));
    expect(await read({ themeIds: ["c"] })).toEqual(shown([]));
  });
});
