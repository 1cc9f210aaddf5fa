import type { ThemeEffect } from "@rode-draad/domain";
import { describe, expect, it } from "vitest";
import type { EffectFacts } from "./compare-wijken.js";
import { runEffects } from "./run-effects.js";

const facts = (cases: number, lastMonth = "2026-06"): EffectFacts => ({
  lastMonth,
  evenings: [
    {
      initiativeId: "i-1",
      areaCode: "A",
      themeIds: ["huurtoeslag", "geldzorgen", "huurtoeslag"],
      heldOn: "2026-03-10",
    },
  ],
  areaCodes: ["A", "B", "C"],
  rateOf: (_theme, area, month) => ({ cases: area === "A" && month > "2026-03" ? cases : 30, active: 100 }),
  shownIn: () => undefined,
  causes: { ruleChangeOf: () => undefined },
  breaks: [],
});

async function run(given: EffectFacts | undefined, judged: Parameters<typeof judgedBefore>[0] = {}) {
  const saved: (readonly ThemeEffect[])[] = [];
  const outcome = await runEffects(
    { municipalityId: "m" },
    {
      readEffectFacts: async () => given,
      readJudged: async () => judgedBefore(judged),
      saveEffects: async (_municipality, effects) => void saved.push(effects),
    },
  );
  return { outcome, saved: saved[0] };
}
const judgedBefore = (given: { effects?: readonly ThemeEffect[]; lastReleased?: string }) => ({
  effects: [],
  ...given,
});

describe("the stage", () => {
  it("judges each theme of each evening once, and the same to the byte when it runs again", async () => {
    const first = await run(facts(5));
    expect(first.outcome).toEqual({ effects: 2 });
    expect(first.saved?.map(({ told, judgement }) => [told.themeId, judgement.outcome])).toEqual([
      ["huurtoeslag", "worked"],
      ["geldzorgen", "worked"],
    ]);
    expect(JSON.stringify((await run(facts(5))).saved)).toBe(JSON.stringify(first.saved));
  });

  it("keeps what was said of months that were released, and judges anew until then", async () => {
    // As the store gives them back: with the fields in another order.
    const before = ((await run(facts(5))).saved ?? []).map(({ months: { before, after }, ...effect }) => ({
      ...effect,
      months: { after, before },
    }));
    const late = async (lastReleased: string, lastMonth?: string) =>
      (await run(facts(30, lastMonth), { effects: before, lastReleased })).saved?.[0]?.judgement.outcome;
    expect(await late("2026-05")).toBe("no-visible-effect");
    expect(await late("2026-06")).toBe("worked");
    // The next look is another release.
    expect(await late("2026-06", "2026-09")).toBe("no-visible-effect");
  });

  it("saves nothing before the first import", async () => {
    expect(await run(undefined)).toEqual({ outcome: { effects: 0 }, saved: undefined });
  });
});
