import { describe, expect, it } from "vitest";
import { normalise } from "./normalise.js";

/** The raw stretch behind each character of the readable text. */
const rawBehind = (raw: string): string[] => {
  const { text, rawStart, rawEnd } = normalise(raw);
  return [...text].map((_, at) => raw.slice(rawStart(at), rawEnd(at + 1)));
};

describe("a readable text", () => {
  it("is the raw text itself when there is nothing unusual in it", () => {
    const raw = "Mevrouw Özcan wil €5, zei “ja”… • 100 %\tof\r\nniet.";
    const note = normalise(raw);
    expect(note.text).toBe(raw);
    expect([note.rawStart(0), note.rawStart(5), note.rawEnd(5), note.rawEnd(raw.length)]).toEqual([
      0,
      5,
      5,
      raw.length,
    ]);
  });

  it.each([
    ["soft hyphens and joiners", "06\u00ad12\u200b34", "061234"],
    ["a byte order mark", "\ufeffJan", "Jan"],
    ["wide and narrow spaces", "a\u00a0b\u2009c\u3000d\u0007e", "a b c d e"],
    ["line separators", "a\u2028b\u2029c", "a\nb\nc"],
    ["every dash", "a\u2010b\u2013c\u2212d", "a-b-c-d"],
    ["full-width letters and digits", "ＮＬ９１", "NL91"],
    ["digits of other scripts", "٠١٩ ०९ ０９ 𝟎𝟗", "019 09 09 09"],
    ["composed letters", "Ame\u0301lie", "Amélie"],
    ["the joined letters of Dutch", "ĳs Ĳs", "ijs IJs"],
    ["letters that have no plain form", "Ж語", "Ж語"],
    ["tabs, line breaks and signs beside something unusual", "\u200ba\tb\r\n~!", "a\tb\r\n~!"],
  ])("reads %s as plain ones", (_, raw, text) => {
    expect(normalise(raw).text).toBe(text);
  });

  it("knows where each of its characters stands in the raw text", () => {
    expect(rawBehind("\u200bA\u0301b")).toEqual(["A\u0301", "b"]);
    expect(rawBehind("ĳ-\u200bx")).toEqual(["ĳ", "ĳ", "-", "x"]);
    expect(rawBehind("a𝟎b\u200b")).toEqual(["a", "𝟎", "b"]);
  });

  it("begins and ends where the raw text does, also behind what shows nothing", () => {
    const raw = "\u200bab\u200b";
    const { text, rawStart, rawEnd } = normalise(raw);
    expect(text).toBe("ab");
    expect([rawStart(0), rawStart(1), rawStart(2)]).toEqual([1, 2, raw.length]);
    expect([rawEnd(0), rawEnd(1), rawEnd(2)]).toEqual([0, 2, 3]);
  });

  it("keeps a mark that stands on what shows nothing apart", () => {
    expect(normalise("a\u0301\u200b\u0301").text).toBe("á\u0301");
    expect(normalise("e\u034f\u0301x").text).toBe("e\u0301x");
  });

  it("has its numbers repaired and its placeholders marked", () => {
    const note = normalise("\u200bO6-l2 [NAAM]");
    expect(note.digits).toBe("06-12 [NAAM]");
    expect(note.placeholders).toEqual([{ start: 6, end: 12 }]);
  });
});
