import type { Proposal } from "@rode-draad/domain";
import { describe, expect, it } from "vitest";
import { buildProposal } from "../test/build-proposal.js";
import { estimateBusinessCase } from "./estimate-business-case.js";
import { orderProposals } from "./order-proposals.js";

function proposal(needKey: string, score: number, changes: Partial<Proposal> = {}): Proposal {
  return buildProposal(needKey, { needKey, score, themeIds: [needKey], ...changes });
}

describe("orderProposals", () => {
  it("orders equal scores by need, so that the order never depends on chance", () => {
    const ids = orderProposals([proposal("b", 1), proposal("a", 1)]).map(({ id }) => id);
    expect(ids).toEqual(["a", "b"]);
  });

  it("lets another theme pass a second proposal of the same one", () => {
    const ordered = orderProposals([
      proposal("rent east", 9, { themeIds: ["rent"] }),
      proposal("rent west", 8, { themeIds: ["rent"], areaCode: "WK000002" }),
      proposal("language", 7, { formatId: "taalcafe", areaCode: "WK000003" }),
    ]);
    expect(ordered.map(({ id }) => id)).toEqual(["rent east", "language", "rent west"]);
  });

  it("fills the first ten places with ten themes, whatever the scores", () => {
    const money = Array.from({ length: 5 }, (_, index) =>
      proposal(`money ${index}`, 18, { themeIds: ["money"], areaCode: `WK00001${index}` }),
    );
    const others = Array.from({ length: 9 }, (_, index) => proposal(`other ${index}`, -3));
    const ordered = orderProposals([...money, ...others]);
    expect(new Set(ordered.slice(0, 10).flatMap(({ themeIds }) => themeIds)).size).toBe(10);
    expect(ordered).toHaveLength(14);
  });

  it("keeps every proposal, also past the varied places", () => {
    const many = Array.from({ length: 100 }, (_, index) => proposal(`p${index}`, index % 7));
    const ordered = orderProposals(many);
    expect(new Set(ordered.map(({ id }) => id)).size).toBe(100);
    const scores = ordered.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });
});

describe("estimateBusinessCase", () => {
  it("sets the hours saved beside the hours spent", () => {
    const offer = buildProposal("a", {
      turnout: { min: 20, max: 40 },
      preparationHours: { min: 6, max: 12 },
      minutesSavedPerVisitor: { min: 30, max: 74 },
    });
    expect(estimateBusinessCase(offer)).toEqual({
      savedHours: { min: 17, max: 35 },
      costHours: { min: 10, max: 16 },
    });
  });
});
