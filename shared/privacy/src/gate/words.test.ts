import { describe, expect, it } from "vitest";
import { normalise } from "./normalise.js";
import { findWords, type IsName } from "./words.js";

const words = (text: string, isName?: IsName) => findWords(normalise(text), isName);
const texts = (text: string, isName?: IsName): string[] => words(text, isName).map((word) => word.text);

describe("the words of a note", () => {
  it("are letters, with the digits that a scanner puts inside them", () => {
    expect(texts("Zij heeft 3 kl0ntjes, a1b en 2de é\u0301n x1 y2.")).toEqual([
      ..."Zij heeft kl0ntjes a1b en de".split(" "),
      "é\u0301n".normalize("NFC"),
      "x",
      "y",
    ]);
    expect(words("Kl0o1n")[0]).toMatchObject({ start: 0, end: 6, folded: "klooln" });
  });

  it("are parted by hyphens and apostrophes, and say so", () => {
    expect(words("ter Braak-Smit d'Arc d’Arc a--b a (b a").map(({ text, joined }) => [text, joined])).toEqual([
      ["ter", " "],
      ["Braak", " "],
      ["Smit", "-"],
      ["d", " "],
      ["Arc", "'"],
      ["d", " "],
      ["Arc", "’"],
      ["a", " "],
      ["b", " "],
      ["a", " "],
      ["b", " "],
      ["a", " "],
    ]);
  });

  it.each([
    ["jan", "lower"],
    ["éva", "lower"],
    ["Jan", "capital"],
    ["JAN", "upper"],
    ["JAn", "capital"],
    ["ÖZ", "upper"],
    ["J", "letter"],
    ["j", "lower"],
  ])("have a shape: %s is %s", (text, shape) => {
    expect(words(text)[0]?.shape).toBe(shape);
  });

  it("inside a placeholder are known to be so", () => {
    const text = "een [NAAM] twee [NAAM PARTNER] drie";
    expect(words(text).map((word) => [word.text, word.opaque])).toEqual([
      ["een", false],
      ["NAAM", true],
      ["twee", false],
      ["NAAM", true],
      ["PARTNER", true],
      ["drie", false],
    ]);
  });
});

describe("words that lost the space between them", () => {
  const isName: IsName = (folded) => ["layla", "bensaid", "soeradj", "yilmaz"].includes(folded);

  it.each([
    ["LaylaBensaid", ["Layla", "Bensaid"]],
    ["gesprokenmetSoeradj", ["gesprokenmet", "Soeradj"]],
    ["YILMAZgeboren", ["YILMAZ", "geboren"]],
    ["Yilmaztel", ["Yilmaztel"]],
    ["mevrouwYilmaztel", ["mevrouw", "Yilmaz", "tel"]],
    ["mevrouwYilmazheeft", ["mevrouw", "Yilmaz", "heeft"]],
    ["LaylaYilmaz", ["Layla", "Yilmaz"]],
    ["mevrouwYilmazheeftwat", ["mevrouw", "Yilmaz", "heeftwat"]],
    ["mevrouwYilmazis", ["mevrouw", "Yilmaz", "is"]],
    ["mevrouwYilmazisweg", ["mevrouw", "Yilmaz", "isweg"]],
    ["mevrouwXaqzis", ["mevrouwXaqzis"]],
    ["YILMAZge", ["YILMAZge"]],
    ["xVanYilmaz", ["x", "Van", "Yilmaz"]],
    ["LaylA", ["LaylA"]],
  ])("come apart when a piece is a name: %s", (text, parts) => {
    expect(texts(text, isName)).toEqual(parts);
  });

  it.each(["McYilmaz", "DeYilmaz", "VanYilmaz", "WhatsApp", "PostNL", "aB", "LayLa"])(
    "stay one when none is: %s",
    (text) => {
      expect(texts(text, isName)).toEqual([text]);
      expect(texts(text)).toEqual([text]);
    },
  );

  it("do not come apart for a name of three letters", () => {
    expect(texts("vanJan", (folded) => folded === "jan")).toEqual(["vanJan"]);
  });

  it("stand where they stand, with nothing in between", () => {
    expect(words("xx LaylaBensaid", isName).slice(1)).toMatchObject([
      { start: 3, end: 8, joined: " " },
      { start: 8, end: 15, joined: "", opens: true },
    ]);
  });
});

describe("a word whose capital means nothing", () => {
  const opens = (text: string): string[] =>
    words(text)
      .filter((word) => word.opens)
      .map((word) => word.text);

  it.each([
    ["the first of the note", "Jan belt", ["Jan"]],
    ["the first of a sentence", "Hij belde. Jan ook! Piet? Wim: Bo; Al", ["Hij", "Jan", "Piet", "Wim", "Bo", "Al"]],
    ["the first of a line", "a\nBo\tCo | Do • Eo * Fo > Go", ["a", "Bo", "Co", "Do", "Eo", "Fo", "Go"]],
    [
      "the first in brackets or quotes",
      "a (Bo a “Co a „Do a ‘Eo a 'Fo a \"Go",
      ["a", "Bo", "Co", "Do", "Eo", "Fo", "Go"],
    ],
    ["the first behind a slash or an ellipsis", "a/Bo #Co =Do …Eo", ["a", "Bo", "Co", "Do", "Eo"]],
    [
      "the first behind a stop and a bracket or a quote",
      "Hij belde.) Jan. ' Bo (hij belde). Co",
      ["Hij", "Jan", "Bo", "hij", "Co"],
    ],
    ["the first behind a stop without a space, after a word of some length", "hij belde.Jan", ["hij", "Jan"]],
  ])("is %s", (_, text, expected) => {
    expect(opens(text)).toEqual(expected);
  });

  it.each([
    ["a comma", "a, Bo"],
    ["a hyphen", "ab-Bo"],
    ["a stop without a space after a short word", "a b.Bo"],
    ["a bracket that closes", "a) Bo"],
  ])("is not one behind %s", (_, text) => {
    expect(opens(text)).toHaveLength(1);
  });

  it.each(
    "mw mevr dhr dr drs mr ir prof fam tel nr geb b.v bijv evt t.n.v o.a i.v.m resp jr p.w ma wo gr cl J v.d n.a.v".split(
      " ",
    ),
  )("is not one behind the abbreviation %s.", (short) => {
    expect(opens(`de ${short}. Jansen`)).not.toContain("Jansen");
    expect(opens(`${short}. Jansen`)).not.toContain("Jansen");
  });

  it("is one behind a word that only ends like an abbreviation", () => {
    expect(opens("hij is hier. Jansen")).toContain("Jansen");
    expect(opens("het tapijr. Jansen")).toContain("Jansen");
  });

  it("are whole when the keyboard was stuck in capitals", () => {
    expect(words("dIAnA belt", (folded) => folded === "diana").map(({ text }) => text)).toEqual(["dIAnA", "belt"]);
  });
});
