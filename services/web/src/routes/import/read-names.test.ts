import { describe, expect, it } from "vitest";
import { wordsIn } from "../../messages/words-of.js";
import { readAreas, readFields, whyNotFields } from "./read-names.js";

const t = wordsIn("nl");
const columns = [1, 2, 3].map(() => ({ kind: "short" as const }));

describe("the columns of a file", () => {
  it("go by their place, and one that is not chosen is not read", () => {
    const form = { "kolom-0": "bronId", "kolom-1": "", "kolom-2": "tekst", "kolom-9": "datum" };
    expect(readFields(form, { columns })).toEqual(["bronId", undefined, "tekst"]);
    expect(readFields({ "kolom-0": "wachtwoord", "kolom-1": "__proto__" }, { columns })).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("may be one field each", () => {
    expect(whyNotFields(["bronId", undefined, "bronId"], t)).toContain("bronId");
    expect(whyNotFields(["bronId", undefined, undefined], t)).toBeUndefined();
  });
});

describe("names of wijken", () => {
  it("are read by line, and empty lines are left out", () => {
    const wijknamen = " Centrum = wk036301\r\n\r\nNoord=Oost = WK0363AB";
    expect(readAreas({ wijknamen }, t)).toEqual({ Centrum: "WK036301", "Noord=Oost": "WK0363AB" });
    expect(readAreas({}, t)).toEqual({});
  });

  it.each([
    ["Centrum = WK036301\nNoord", /Regel 2/],
    ["Noord = 0363", /Regel 1/],
    ["= WK036301", /Regel 1/],
  ])("say what is wrong with %j", (wijknamen, message) => {
    expect(() => readAreas({ wijknamen }, t)).toThrow(message);
  });
});
