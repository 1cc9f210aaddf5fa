import type { Initiative } from "@rode-draad/domain";
import { describe, expect, it } from "vitest";
import { catalogue, count, OOST, proposeOne } from "../test/build-input.js";
import { type FollowUpInput, proposeFollowUp } from "./propose-follow-up.js";

const first = proposeOne([count("jonge-ouders")]);
const former: Initiative = {
  ...first,
  id: "i-1",
  proposalId: first.id,
  state: "held",
  stateSince: new Date(0),
  createdAt: new Date(0),
  carriers: [],
  plan: {},
  heldOn: "2026-11-20",
};
const follow = (changes: Partial<FollowUpInput> = {}) =>
  proposeFollowUp({ former, formatId: "kledingruil", areaName: "Oost", month: "2026-11", catalogue, ...changes });

describe("a follow-up", () => {
  it("is the chosen form for the same themes and wijk, and tells no count", () => {
    const proposal = follow();
    expect(proposal).toMatchObject({
      formatId: "kledingruil",
      themeIds: ["jonge-ouders"],
      areaCode: OOST,
      title: "Kledingruil of weggeefpunt",
      whyNow: "Dit groeit uit ‘Koffie met baby: ouders ontmoeten elkaar’.",
      evidence: { band: "het aantal tonen wij niet" },
    });
    expect(JSON.stringify(proposal)).not.toMatch(/huishoudens/);
  });

  it("is one thing for one evening and form, and another for another evening", () => {
    expect(follow()?.id).toBe(follow({ month: "2027-03" })?.id);
    expect(follow({ former: { ...former, id: "i-2" } })?.id).not.toBe(follow()?.id);
    expect(follow({ formatId: "burenhulp-pool" })?.id).not.toBe(follow()?.id);
  });

  it("never expects more people than the form can hold", () => {
    const small = follow({ former: { ...former, turnout: { min: 40, max: 90 } }, formatId: "oudergroep" });
    expect(small?.turnout).toEqual({ min: 12, max: 12 });
  });

  it("is not there for a form that the catalogue does not know", () => {
    expect(follow({ formatId: "geen-vorm" })).toBeUndefined();
  });
});
