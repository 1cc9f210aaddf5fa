import { describe, expect, it } from "vitest";
import { readChoice, withChoice } from "./choice.js";
import { wordsIn } from "./messages/words-of.js";

const t = wordsIn("nl");

const CHOICES = {
  months: ["2026-10", "2026-09"],
  areas: [{ code: "WK012301", name: "Sterrenwijk" }],
  teams: [{ code: "oost-1", name: "Oost" }],
};

describe("readChoice", () => {
  it("reads back what an address says", () => {
    for (const part of [
      { kind: "municipality" },
      { kind: "area", code: "WK012301" },
      { kind: "team", code: "oost-1" },
    ] as const) {
      const query = Object.fromEntries(new URL(withChoice("http://x/", { month: "2026-09", part })).searchParams);
      expect(readChoice(query, CHOICES, t)).toEqual({ month: "2026-09", part });
    }
  });

  it.each([[{}], [{ maand: "", deel: "" }], [{ deel: "gemeente" }]])(
    "takes the latest month of everything for %j",
    (query) => {
      expect(readChoice(query, CHOICES, t)).toEqual({ month: "2026-10", part: { kind: "municipality" } });
    },
  );

  it.each([
    [{ maand: "2031-01" }],
    [{ maand: "2031-99" }],
    [{ maand: ["2026-09"] }],
    [{ maand: "' or 1=1", deel: "gemeente" }],
    [{ deel: "wijk-WK999999" }],
    [{ deel: "zzz" }],
    [{ deel: "team-" }],
    [{ deel: { a: "b" } }],
  ])("says that it does not know %j", (query) => {
    expect(() => readChoice(query, CHOICES, t)).toThrow(/Van deze maand|Deze wijk of dit team/);
  });

  it("is undefined before the first import", () => {
    expect(readChoice({}, { months: [], areas: [], teams: [] }, t)).toBeUndefined();
  });
});
