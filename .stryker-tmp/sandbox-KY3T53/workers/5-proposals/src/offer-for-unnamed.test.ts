import type { EmergentTheme } from "@rode-draad/domain";
import { describe, expect, it } from "vitest";
import { count, propose, proposeOne } from "../test/build-input.js";

describe("a theme without a name", () => {
  const unnamed = (terms: readonly string[]): EmergentTheme => ({
    id: "t-0007",
    label: terms.join(", "),
    terms,
    firstWeek: "2026-W36",
    cases: 18,
  });

  it("about a renovation becomes a residents' evening with the housing corporation", () => {
    const card = proposeOne([count("t-0007")], { emergentThemes: [unnamed(["renovatie", "steiger", "keuken"])] });
    expect(card).toMatchObject({
      formatId: "bewonersavond-complex",
      partnerIds: ["woningcorporatie"],
      careNeeded: true,
      title: "Praat mee over Oost",
      evidence: { rule: "Nieuw onderwerp, nog zonder naam" },
    });
    expect(card.whyNow).toContain("nog zonder naam");
  });

  it("about something else becomes a coffee morning", () => {
    const card = proposeOne([count("t-0007")], { emergentThemes: [unnamed(["buslijn", "halte", "dienstregeling"])] });
    expect(card).toMatchObject({ formatId: "koffie-themaochtend", partnerIds: ["bewoners-zelforganisaties"] });
  });

  it.each([
    [9, 0],
    [10, 1],
  ])("with %i households gives %i cards, because its words could point at people", (cases, cards) => {
    const emergentThemes = [unnamed(["buslijn", "halte", "dienstregeling"])];
    expect(propose([count("t-0007", { cases })], { emergentThemes })).toHaveLength(cards);
  });

  it("is not proposed when nothing is known of it", () => {
    expect(propose([count("t-0007")])).toEqual([]);
  });
});
