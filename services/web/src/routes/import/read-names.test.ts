import { describe, expect, it } from "vitest";
import { wordsIn } from "../../messages/words-of.js";
import { readNames } from "./read-names.js";

const read = (form: Record<string, string>) => readNames(new Map(Object.entries(form)), wordsIn("nl"));

describe("readNames", () => {
  it("reads column headings and wijk names, and leaves empty ones out", () => {
    const wijknamen = " Centrum = wk036301\r\n\r\nNoord=Oost = WK0363AB";
    expect(read({ "kolom-tekst": " Verslag ", "kolom-datum": " ", wijknamen })).toEqual({
      mapping: { Verslag: "tekst" },
      namedAreas: { Centrum: "WK036301", "Noord=Oost": "WK0363AB" },
    });
  });

  it("keeps a heading that is also a name inside JavaScript as a heading", () => {
    expect(Object.entries(read({ "kolom-tekst": "__proto__" }).mapping)).toEqual([["__proto__", "tekst"]]);
  });

  it.each([
    [{ "kolom-tekst": "Verslag", "kolom-team": "Verslag" }, /team en bij tekst/],
    [{ wijknamen: "Centrum = WK036301\nNoord" }, /Regel 2/],
    [{ wijknamen: "Noord = 0363" }, /Regel 1/],
    [{ wijknamen: "= WK036301" }, /Regel 1/],
  ])("says what is wrong with %j", (form, message) => {
    expect(() => read(form)).toThrow(message);
  });
});
