import { KNOT_LIFT_MIN } from "@rode-draad/domain";
import { DEFAULT_RELEASE_PARAMETERS, type ReleasedKnot, releaseKnots, releaseTable } from "@rode-draad/privacy";
import { describe, expect, it } from "vitest";
import { catalogue, count, propose, WEST } from "../test/build-input.js";

/** A knot as the gate lets it out; only the gate can make one. */
function knot(first: string, second: string): ReleasedKnot {
  const themeIds = first < second ? ([first, second] as const) : ([second, first] as const);
  const context = {
    audience: "team",
    window: { first: "2026-08", last: "2026-10" },
    parameters: DEFAULT_RELEASE_PARAMETERS,
    themeFacts: (id: string) => catalogue.theme(id),
  } as const;
  const cells = themeIds.map((themeId) => ({ themeId, cases: 40, professionals: 5, denominator: 400 }));
  const found = { themeIds, cases: 20, professionals: 5, casesOfEach: [40, 40] as const, lift: KNOT_LIFT_MIN };
  const [released] = releaseKnots([found], 400, releaseTable(cells, context), context).knots;
  if (released === undefined) throw new Error(`the gate does not let out ${first} with ${second}`);
  return released;
}

const MONEY_AND_DIGITAL = ["digitale-vaardigheden", "geldzorgen"] as const;

describe("a knot", () => {
  it("makes one evening of its two themes, with its own reason and no number for the pair", () => {
    const [first, second] = MONEY_AND_DIGITAL;
    const cards = propose([count(first, { cases: 16 }), count(second, { cases: 30 })], {
      knots: [knot(first, second)],
    });
    expect(cards).toHaveLength(1);
    expect(cards[0]).toMatchObject({ themeIds: [...MONEY_AND_DIGITAL].sort(), careNeeded: false });
    expect(cards[0]).not.toHaveProperty("lifeEvent");
    expect(cards[0]?.evidence).toMatchObject({
      rule: "Thema's die vaak in hetzelfde huishouden spelen",
      band: "25 tot 49",
    });
    expect(cards[0]?.evidence.reasons).toContain(
      "Deze thema's komen in de gemeente vaker samen voor dan je zou verwachten.",
    );
  });

  it("needs both themes above the floor in the same area", () => {
    const knots = [knot(...MONEY_AND_DIGITAL)];
    const [first, second] = MONEY_AND_DIGITAL;
    expect(propose([count(first), count(second, { areaCode: WEST })], { knots })).toHaveLength(2);
    expect(propose([count(first), count(second, { cases: 4 })], { knots }).map(({ themeIds }) => themeIds)).toEqual([
      [first],
    ]);
  });

  it("leaves a theme that asks for care to itself", () => {
    const cards = propose([count("digitale-vaardigheden"), count("somberheid-stress")], {
      knots: [knot("digitale-vaardigheden", "somberheid-stress")],
    });
    expect(cards.map(({ themeIds }) => themeIds).sort()).toEqual([["digitale-vaardigheden"], ["somberheid-stress"]]);
  });

  it("leaves themes that a life event names to the rule of that event", () => {
    const cards = propose([count("huurtoeslag"), count("zorgtoeslag-zorgverzekering")], {
      knots: [knot("huurtoeslag", "zorgtoeslag-zorgverzekering")],
    });
    expect(cards).toHaveLength(2);
  });

  it("gives a theme of two knots one evening, with its busiest partner", () => {
    const cards = propose(
      [count("digitale-vaardigheden"), count("geldzorgen", { cases: 30 }), count("energierekening", { cases: 60 })],
      { knots: [knot(...MONEY_AND_DIGITAL), knot("energierekening", "geldzorgen")] },
    );
    expect(cards.map(({ themeIds }) => themeIds.join("+")).sort()).toEqual([
      "digitale-vaardigheden",
      "energierekening+geldzorgen",
    ]);
  });
});
