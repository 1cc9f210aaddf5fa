import type { ProposalState } from "@rode-draad/domain";
import { describe, expect, it } from "vitest";
import { count, propose, proposeOne, rise, WEST } from "../test/build-input.js";
import type { EarlierProposal, ProposalInput } from "./proposal-input.js";

describe("the same need", () => {
  const first = proposeOne([count("huurtoeslag", { cases: 12 })]);
  const earlier = (state: ProposalState, stateSince: string): readonly EarlierProposal[] => [
    { proposal: first, state, stateSince },
  ];
  const again = (state: ProposalState, stateSince: string, changes: Partial<ProposalInput> = {}, cases = 12) =>
    propose([count("huurtoeslag", { cases })], { earlier: earlier(state, stateSince), ...changes });

  it.each(["picked-up", "requested"] as const)("is not proposed while it is %s", (state) => {
    expect(again(state, "2025-01-10")).toEqual([]);
  });

  it("is not proposed inside a bundle while one of its themes is picked up", () => {
    const cards = propose([count("huurtoeslag"), count("energierekening")], {
      earlier: earlier("picked-up", "2026-09-01"),
    });
    expect(cards.map(({ themeIds }) => themeIds)).toEqual([["energierekening"]]);
  });

  it("keeps its id while it is open", () => {
    const [card] = again("open", "2026-09-01", { month: "2026-11" });
    expect(card).toMatchObject({ id: first.id, needKey: first.needKey, month: "2026-11" });
  });

  it("stays refused for six months", () => {
    expect(again("refused", "2026-05-20")).toHaveLength(0);
    expect(again("refused", "2026-04-20")).toHaveLength(1);
  });

  it("comes back sooner when its band became higher", () => {
    expect(again("refused", "2026-09-20", {}, 14)).toHaveLength(0);
    expect(again("refused", "2026-09-20", {}, 15)).toHaveLength(1);
  });

  it("comes back sooner when an alarm went off since", () => {
    const signals = (week: string) => ({ signals: [rise("huurtoeslag", { week })] });
    expect(again("refused", "2026-10-05", signals("2026-W41"))).toHaveLength(0);
    expect(again("refused", "2026-10-05", signals("2026-W42"))).toHaveLength(1);
  });

  it("waits a month after 'later'", () => {
    expect(again("later", "2026-10-02")).toHaveLength(0);
    expect(again("later", "2026-09-30")).toHaveLength(1);
  });

  it("in another area is another need", () => {
    const cards = propose([count("huurtoeslag", { areaCode: WEST })], { earlier: earlier("picked-up", "2026-09-01") });
    expect(cards).toHaveLength(1);
  });
});
