import {
  addMonths,
  type Proposal,
  type ProposalState,
  REFUSAL_EFFECTS,
  REFUSAL_REASONS,
  type RefusalReason,
} from "@rode-draad/domain";
import { describe, expect, it } from "vitest";
import { catalogue, count, propose, proposeOne, rise, WEST } from "../test/build-input.js";
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

  it("waits three months after its evening was held", () => {
    expect(again("held", "2026-08-02")).toHaveLength(0);
    expect(again("held", "2026-07-30")).toHaveLength(1);
  });

  it("in another area is another need", () => {
    const cards = propose([count("huurtoeslag", { areaCode: WEST })], { earlier: earlier("picked-up", "2026-09-01") });
    expect(cards).toHaveLength(1);
  });
});

describe("a refusal", () => {
  // Forms of more than one kind and size fit questions about raising children.
  const first = proposeOne([count("opvoedvragen", { cases: 12 })]);
  const after = (refusal: RefusalReason, month: string, changes: Partial<ProposalInput> = {}, cases = 12) =>
    propose([count("opvoedvragen", { cases })], {
      month,
      earlier: [{ proposal: first, state: "refused", stateSince: "2026-10-15", refusal }],
      ...changes,
    });
  const formOf = ({ formatId }: Proposal) => catalogue.format(formatId);

  it.each(REFUSAL_REASONS)("because of %s holds for as long as the page says, and no longer", (reason) => {
    const { months } = REFUSAL_EFFECTS[reason];
    const isBack = (month: string) => after(reason, month).some(({ needKey }) => needKey === first.needKey);
    expect(isBack(addMonths("2026-10", months - 1))).toBe(false);
    expect(isBack(addMonths("2026-10", months))).toBe(true);
  });

  it.each(REFUSAL_REASONS)("because of %s ends sooner only when the page says so", (reason) => {
    const { endsWhenWorse } = REFUSAL_EFFECTS[reason];
    const worse = after(reason, "2026-11", {}, 26).some(({ needKey }) => needKey === first.needKey);
    const alarm = { signals: [rise("opvoedvragen", { week: "2026-W46" })] };
    const alarmed = after(reason, "2026-11", alarm).some(({ needKey }) => needKey === first.needKey);
    expect([worse, alarmed]).toEqual([endsWhenWorse, endsWhenWorse]);
  });

  it.each(["bestaat-al", "geen-tijd", "past-niet-in-deze-wijk"] as const)("because of %s leaves nothing", (reason) => {
    expect(after(reason, "2026-11")).toEqual([]);
  });

  it("because it is too delicate leaves a small form, which the team discusses first and whose card says why", () => {
    const [card] = after("te-gevoelig", "2026-11");
    expect(card?.needKey).not.toBe(first.needKey);
    expect(card && formOf(card)?.capacity.max).toBeLessThanOrEqual(25);
    expect(card).toMatchObject({ careNeeded: true });
    expect(card?.evidence.reasons.join(" ")).toContain("te gevoelig voor een open avond");
  });

  it("for want of a partner leaves a form that needs none, and the card says why", () => {
    const babies = proposeOne([count("jonge-ouders")]);
    expect(formOf(babies)?.organisers).toContain("ggd-jgz");
    const cards = propose([count("jonge-ouders")], {
      month: "2026-11",
      earlier: [{ proposal: babies, state: "refused", stateSince: "2026-10-15", refusal: "geen-partner" }],
    });
    expect(cards).toHaveLength(1);
    const own = ["opbouwwerker", "vrijwilligers", "bewoners"];
    expect(cards.flatMap((card) => formOf(card)?.organisers ?? ["?"]).filter((who) => !own.includes(who))).toEqual([]);
    expect(cards[0]?.evidence.reasons.join(" ")).toContain("zonder partner");
  });

  it("of the small form too leaves nothing", () => {
    const [small] = after("te-gevoelig", "2026-11");
    if (small === undefined) throw new Error("No small form was proposed.");
    const refused = [first, small].map((proposal) => ({
      proposal,
      state: "refused" as const,
      stateSince: "2026-10-15",
      refusal: "te-gevoelig" as const,
    }));
    const kinds = propose([count("opvoedvragen")], { month: "2026-11", earlier: refused }).map(
      (card) => formOf(card)?.kind,
    );
    for (const proposal of [first, small]) expect(kinds).not.toContain(formOf(proposal)?.kind);
  });
});
