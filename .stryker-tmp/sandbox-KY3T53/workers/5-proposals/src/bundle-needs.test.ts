import { describe, expect, it } from "vitest";
import { catalogue, count, propose, proposeOne, rise, WEST } from "../test/build-input.js";

describe("a life event", () => {
  it("makes one evening of two of its themes, and no separate ones", () => {
    const card = proposeOne([count("kind-wordt-18"), count("studiefinanciering-duo", { teamCodes: ["ZUID"] })]);
    expect(card).toMatchObject({
      lifeEvent: "kind-wordt-18",
      title: "Bijna 18: regel het op tijd",
      themeIds: ["kind-wordt-18", "studiefinanciering-duo"],
      teamCodes: ["NOORD", "ZUID"],
    });
    expect(card.evidence.rule).toContain("Kind wordt 18");
  });

  it("needs both themes above the floor", () => {
    const card = proposeOne([count("kind-wordt-18"), count("studiefinanciering-duo", { cases: 4 })]);
    expect(card.lifeEvent).toBeUndefined();
  });

  it("needs both themes in the same area", () => {
    const cards = propose([count("kind-wordt-18"), count("studiefinanciering-duo", { areaCode: WEST })]);
    expect(cards.map(({ lifeEvent }) => lifeEvent)).toEqual([undefined, undefined]);
  });

  it("is not guessed from themes that fit several events", () => {
    const cards = propose([count("zorgtoeslag-zorgverzekering"), count("bijstand-aanvragen")]);
    expect(cards.map(({ lifeEvent }) => lifeEvent)).toEqual([undefined, undefined]);
  });

  it("is read from two themes that rise together and that no other event holds", () => {
    const counts = [count("zorgtoeslag-zorgverzekering"), count("studiefinanciering-duo")];
    expect(propose(counts)).toHaveLength(2);
    expect(propose(counts, { signals: [rise("studiefinanciering-duo")] })).toHaveLength(2);
    const signals = [rise("zorgtoeslag-zorgverzekering"), rise("studiefinanciering-duo")];
    expect(proposeOne(counts, { signals }).lifeEvent).toBe("kind-wordt-18");
  });

  it("makes an evening of four themes at most: the one it is about and the busiest", () => {
    const cards = propose([
      count("kind-wordt-18", { cases: 5 }),
      count("zorgtoeslag-zorgverzekering", { cases: 60 }),
      count("studiefinanciering-duo", { cases: 12 }),
      count("kinderbijslag-kindgebonden-budget", { cases: 30 }),
      count("huurtoeslag", { cases: 18 }),
    ]);
    const evening = cards.find(({ lifeEvent }) => lifeEvent !== undefined);
    expect(evening?.themeIds).toEqual([
      "huurtoeslag",
      "kind-wordt-18",
      "kinderbijslag-kindgebonden-budget",
      "zorgtoeslag-zorgverzekering",
    ]);
    expect(cards.filter(({ lifeEvent }) => lifeEvent === undefined).map(({ themeIds }) => themeIds)).toEqual([
      ["studiefinanciering-duo"],
    ]);
  });

  it("leaves a theme that asks for care to itself when the evening can do without", () => {
    const cards = propose([count("kind-wordt-18"), count("studiefinanciering-duo"), count("alimentatie")]);
    expect(cards.map(({ themeIds, careNeeded }) => [themeIds.join("+"), careNeeded])).toEqual([
      ["kind-wordt-18+studiefinanciering-duo", false],
      ["alimentatie", true],
    ]);
  });

  it("asks for care when it cannot do without", () => {
    expect(proposeOne([count("scheiding-relatie"), count("alimentatie")])).toMatchObject({
      lifeEvent: "scheiding",
      careNeeded: true,
    });
  });

  it("asks for care when the theme it is about does, whatever else is there", () => {
    const card = proposeOne([
      count("scheiding-relatie"),
      count("kinderbijslag-kindgebonden-budget"),
      count("huurtoeslag"),
    ]);
    expect(card).toMatchObject({ lifeEvent: "scheiding", careNeeded: true, title: "Uit elkaar: praktische stappen" });
    expect(catalogue.theme("scheiding-relatie")?.formatIds).toContain(card.formatId);
  });

  it("shows the band of its busiest theme, because one household may stand in both", () => {
    const card = proposeOne([count("kind-wordt-18", { cases: 12 }), count("studiefinanciering-duo", { cases: 14 })]);
    expect(card.evidence.band).toBe("10 tot 14");
  });
});
