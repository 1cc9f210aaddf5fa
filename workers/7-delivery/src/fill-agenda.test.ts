import { loadCatalogue } from "@rode-draad/catalogue";
import { describe, expect, it } from "vitest";
import { fillAgenda, refillAgenda } from "./fill-agenda.js";

const catalogue = loadCatalogue();
const all = catalogue.themes.map(({ id }) => id);
const fill = (reported: readonly string[], partnerId = "woningcorporatie", max = 6) =>
  fillAgenda(reported, partnerId, catalogue, max);

describe("the agenda of a standing evening", () => {
  it("holds the reported themes that fit the partner, under their neutral titles, undecided", () => {
    expect(fill(["huurtoeslag", "studiefinanciering-duo"])).toEqual([
      {
        themeId: "huurtoeslag",
        title: catalogue.theme("huurtoeslag")?.invitationTitle,
        careNeeded: false,
        choice: "proposed",
      },
    ]);
  });

  it.each(catalogue.partners.map(({ id }) => id))(
    "offers %s nothing that is never collective or has no title",
    (id) => {
      for (const point of fill(all, id, 90)) {
        const theme = catalogue.theme(point.themeId);
        expect(theme?.collective).not.toBe("never");
        expect(point.title).toBe(theme?.invitationTitle);
        expect(point.careNeeded).toBe(theme?.collective === "only-with-care");
        expect(theme?.partnerIds).toContain(id);
      }
    },
  );

  it("knows nothing of a theme that the machine found or that no report named", () => {
    expect(fill(["t-0007", "p-0001"])).toEqual([]);
    expect(fill([])).toEqual([]);
  });

  it("takes the first of the report and then sorts them by title, so that the order tells no size", () => {
    const fitting = fill(all, "woningcorporatie", 90).filter(({ careNeeded }) => !careNeeded);
    expect(fitting.length).toBeGreaterThan(3);
    const reported = fitting.map(({ themeId }) => themeId).reverse();
    const three = fill(reported, "woningcorporatie", 3);
    expect(new Set(three.map(({ themeId }) => themeId))).toEqual(new Set(reported.slice(0, 3)));
    expect(three).toEqual(fill([...reported.slice(0, 3)].reverse(), "woningcorporatie", 3));
  });

  it("puts what asks for care apart and last", () => {
    const points = fill(all, "woningcorporatie", 90);
    const firstCare = points.findIndex(({ careNeeded }) => careNeeded);
    expect(firstCare).toBeGreaterThan(0);
    expect(points.slice(firstCare).every(({ careNeeded }) => careNeeded)).toBe(true);
  });
});

describe("an agenda that is filled anew", () => {
  it("keeps what a person decided, takes news along and drops what nobody chose and nobody asks any more", () => {
    const points = fill(["huurtoeslag", "energierekening"]);
    const [huur, energie] = ["huurtoeslag", "energierekening"].map((id) =>
      points.find(({ themeId }) => themeId === id),
    );
    if (huur === undefined || energie === undefined) throw new Error("the catalogue changed");
    const decided = [
      { ...huur, choice: "on" as const },
      { ...energie, choice: "off" as const },
    ];
    const later = refillAgenda(decided, fill(["energierekening", "woning-zoeken"]));
    expect(Object.fromEntries(later.map(({ themeId, choice }) => [themeId, choice]))).toEqual({
      huurtoeslag: "on",
      energierekening: "off",
      "woning-zoeken": "proposed",
    });
    expect(refillAgenda([{ ...huur, choice: "proposed" }], [])).toEqual([]);
  });
});
