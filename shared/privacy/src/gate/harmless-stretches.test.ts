import { IDENTIFIER_TYPES } from "@rode-draad/domain";
import { describe, expect, it } from "vitest";
import { applyMasks } from "./apply-masks.js";
import { blankStretches, makePlaces, withoutHarmless } from "./harmless-stretches.js";

const span = (start: number, end: number) => ({ start, end, type: "PERSON" }) as const;

describe("what a writer declares harmless", () => {
  it("takes away finds that lie wholly in it", () => {
    const harmless = [{ start: 2, end: 6 }];
    for (const [start, end, stays] of [
      [2, 6, false],
      [3, 5, false],
      [1, 6, true],
      [2, 7, true],
      [6, 8, true],
      [0, 2, true],
    ] as const) {
      expect([start, end, withoutHarmless([span(start, end)], harmless).length]).toEqual([start, end, Number(stays)]);
    }
    expect(
      withoutHarmless(
        [span(0, 1)],
        [
          { start: 4, end: 5 },
          { start: 0, end: 1 },
        ],
      ),
    ).toEqual([]);
  });

  it("takes nothing away when nothing is declared", () => {
    const spans = [span(0, 1), span(2, 3)];
    expect(withoutHarmless(spans, [])).toEqual(spans);
  });

  it("never takes a number away that its own check digit gives away", () => {
    const left = IDENTIFIER_TYPES.filter(
      (type) => withoutHarmless([{ start: 0, end: 9, type }], [{ start: 0, end: 9 }]).length > 0,
    );
    expect(new Set(left)).toEqual(new Set(["BSN", "A_NUMBER", "EDUCATION_NUMBER", "IBAN"]));
  });
});

describe("places in the masked text", () => {
  // Bel Jan, en Bo ook.  →  Bel [NAAM], en [NAAM] ook.
  const raw = "Bel Jan, en Bo ook.";
  const spans = [span(4, 7), span(12, 14)];
  const places = makePlaces(raw, spans, applyMasks);
  const masked = applyMasks(raw, spans);

  it("are found for what stands between the masks", () => {
    for (const word of ["Bel", "en", "ook."]) {
      const start = raw.indexOf(word);
      const [place] = places.toMasked([{ start, end: start + word.length }]);
      expect(masked.slice(place?.start, place?.end)).toBe(word);
    }
  });

  it("are none for a stretch that touches on what was masked", () => {
    expect(
      places.toMasked([
        { start: 0, end: 5 },
        { start: 13, end: 19 },
        { start: 4, end: 7 },
      ]),
    ).toEqual([]);
    expect(
      places.toMasked([
        { start: 0, end: 4 },
        { start: 7, end: 12 },
      ]),
    ).toHaveLength(2);
  });

  it("lead back to the raw text", () => {
    const start = masked.indexOf("ook");
    expect(places.toRaw([span(start, start + 3), span(0, 3)])).toEqual([span(15, 18), span(0, 3)]);
    expect(places.toRaw([span(masked.length, masked.length)])).toEqual([span(raw.length, raw.length)]);
  });
});

describe("a blanked text", () => {
  it("has spaces in place of the stretches, and keeps every offset", () => {
    expect(
      blankStretches("een twee drie", [
        { start: 4, end: 8 },
        { start: 0, end: 3 },
      ]),
    ).toBe("         drie");
    expect(blankStretches("een twee", [])).toBe("een twee");
  });

  it("is not moved by a stretch that ends before it begins", () => {
    expect(blankStretches("een twee", [{ start: 4, end: 2 }])).toBe("een twee");
  });
});
