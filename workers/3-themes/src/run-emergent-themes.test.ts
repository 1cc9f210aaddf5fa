import { addDays, markSafe } from "@rode-draad/domain";
import { describe, expect, it } from "vitest";
import type { EmergentOutcome } from "./emergent/assign-emergent.js";
import type { UnknownQuestion } from "./emergent/unknown-question.js";
import { type EmergentThemeTools, runEmergentThemes, type SavedEmergentState } from "./run-emergent-themes.js";

const WORDS = ["schilderwerk", "verhuizing", "sleutel", "opslag", "meubels", "inpakken"];
const questions: UnknownQuestion[] = WORDS.map((word, number) => ({
  id: `n${number}.1`,
  text: markSafe(`Mw vraagt over de wisselwoning en ${word}.`),
  caseId: `c${number}`,
  date: addDays("2025-03-03", number),
  areaCode: "WK000001",
  themedAt: new Date(Date.UTC(2025, 2, 3 + number)),
}));

/** A store of one municipality in memory: pages of two, state fenced by version. */
function toolsOver(all: readonly UnknownQuestion[]) {
  let saved: SavedEmergentState | undefined;
  const outcomes: EmergentOutcome[] = [];
  const asked: (Date | undefined)[] = [];
  const tools: EmergentThemeTools = {
    readState: async () => saved,
    readHeldThemes: async () => [],
    readUnassigned: async (_, { after, themedSince }) => {
      asked.push(themedSince);
      const start = after === undefined ? 0 : all.findIndex(({ id }) => id === after.id) + 1;
      return all.slice(start, start + 2);
    },
    save: async (_, outcome, expectedVersion) => {
      if ((saved?.version ?? 0) !== expectedVersion) throw new Error("moved");
      saved = { version: expectedVersion + 1, state: outcome.state };
      outcomes.push(outcome);
    },
  };
  return { tools, outcomes, asked, version: () => saved?.version };
}

describe("runEmergentThemes", () => {
  it("reads page after page, and saves state, themes and assignments once", async () => {
    const { tools, outcomes, version } = toolsOver(questions);
    const run = await runEmergentThemes({ municipalityId: "voorbeeldstad" }, tools);
    expect(run).toEqual({ taken: 6, assigned: 6, themes: 1 });
    expect(outcomes[0]?.themes[0]?.terms).toContain("wisselwoning");
    expect(version()).toBe(1);
  });

  it("writes nothing when no question is new", async () => {
    const { tools, version } = toolsOver(questions);
    await runEmergentThemes({ municipalityId: "voorbeeldstad" }, tools);
    const again = await runEmergentThemes({ municipalityId: "voorbeeldstad" }, tools);
    expect(again).toEqual({ taken: 0, assigned: 0, themes: 1 });
    expect(version()).toBe(1);
  });

  it("reads a second time from a day before the youngest note that it has seen, and all of it the first time", async () => {
    const { tools, asked } = toolsOver(questions);
    await runEmergentThemes({ municipalityId: "voorbeeldstad" }, tools);
    expect(new Set(asked)).toEqual(new Set([undefined]));
    asked.length = 0;
    await runEmergentThemes({ municipalityId: "voorbeeldstad" }, tools);
    expect(asked[0]).toEqual(new Date("2025-03-07T00:00:00Z"));
  });
});
