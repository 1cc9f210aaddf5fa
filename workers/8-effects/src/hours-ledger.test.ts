import type { AttendanceBand } from "@rode-draad/domain";
import { describe, expect, it } from "vitest";
import { type EveningHours, hoursOf, keepLedger, verdictOf } from "./hours-ledger.js";

const evening = (
  initiativeId: string,
  heldOn: string,
  attendance: AttendanceBand,
  given: Partial<EveningHours> = {},
): EveningHours => ({
  initiativeId,
  themeId: "huurtoeslag",
  heldOn,
  attendance,
  minutesSavedPerVisitor: { min: 30, max: 60 },
  hours: { preparation: 8, session: 2, colleagues: 2 },
  ...given,
});

describe("hours saved against hours spent", () => {
  it("are visitors times minutes against preparation and the evening once for each colleague", () => {
    // The example of the domain report: about 16 visitors of 45 minutes are about 12 hours, against 8 + 2 × 2.
    const minutes = { min: 45, max: 45 };
    const sum = hoursOf(evening("a", "2026-03-10", "15-tot-24", { minutesSavedPerVisitor: minutes }));
    expect(sum).toEqual({
      evenings: 1,
      visitors: { min: 15, max: 24, isAtLeast: false },
      saved: { min: 11.5, max: 18, isAtLeast: false },
      spent: 12,
    });
  });

  it("start at nothing for fewer than ten visitors, and say 'at least' for fifty or more", () => {
    expect(hoursOf(evening("a", "2026-03-10", "minder-dan-10")).saved).toEqual({ min: 0, max: 9, isAtLeast: false });
    expect(hoursOf(evening("a", "2026-03-10", "50-of-meer")).saved).toEqual({ min: 25, max: 50, isAtLeast: true });
  });

  it("are a gain or a cost only when the whole range says so", () => {
    const of = (min: number, max: number, spent: number, isAtLeast = false) =>
      verdictOf({ saved: { min, max, isAtLeast }, spent });
    expect([of(13, 20, 12), of(12, 20, 12), of(5, 12, 12), of(5, 11, 12), of(5, 11, 12, true)]).toEqual([
      "gain",
      "about-equal",
      "about-equal",
      "cost",
      "about-equal",
    ]);
  });
});

describe("the ledger of a year", () => {
  const evenings = [
    evening("a", "2025-12-31", "15-tot-24"),
    evening("b", "2026-01-01", "10-tot-14"),
    evening("c", "2026-03-10", "50-of-meer", { themeId: "geldzorgen" }),
    evening("d", "2026-03-31", "15-tot-24"),
  ];

  it("adds up over the year, and themes add up to the whole", () => {
    const ledger = keepLedger(evenings, "2026", "2026-04");
    expect(ledger.months.map(({ month, evenings: count, spent }) => [month, count, spent])).toEqual([
      ["2026-01", 1, 12],
      ["2026-02", 1, 12],
      ["2026-03", 3, 36],
      ["2026-04", 3, 36],
    ]);
    expect(ledger.months.at(-1)).toMatchObject(ledger.total);
    expect(ledger.total).toEqual({
      evenings: 3,
      visitors: { min: 75, max: 88, isAtLeast: true },
      saved: { min: 37.5, max: 88, isAtLeast: true },
      spent: 36,
    });
    expect(ledger.themes.map(({ themeId, saved }) => [themeId, saved.min])).toEqual([
      ["geldzorgen", 25],
      ["huurtoeslag", 12.5],
    ]);
  });

  it("of a year that is over runs to December, and is empty without evenings", () => {
    expect(keepLedger(evenings, "2025", "2026-04").months).toHaveLength(12);
    const nothing = { min: 0, max: 0, isAtLeast: false };
    const sum = { evenings: 0, visitors: nothing, saved: nothing, spent: 0 };
    expect(keepLedger([], "2026", "2026-02")).toEqual({
      year: "2026",
      total: sum,
      themes: [],
      months: ["2026-01", "2026-02"].map((month) => ({ month, ...sum })),
    });
  });
});
