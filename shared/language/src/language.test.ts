import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  AbbreviationReader,
  normaliseWord,
  PhraseNet,
  SpellingIndex,
  splitCompound,
  splitSentences,
  stem,
  tokenise,
} from "./index.js";

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.string({
    unit: fc.constantFrom("a", "B", ".", " ", "\n", ";", "-", "?", "1", "[", "]", "é", "م", "😀", "<", "'"),
    maxLength: 200,
  }),
);

const sentencesOf = (text: string): string[] => splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe("splitSentences", () => {
  it("gives ordered stretches inside the text with only white space and bullets between them", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let at = 0;
        for (const { start, end } of splitSentences(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(at, start).trim()).toBe("");
          at = end;
        }
        expect(text.slice(at).trim()).toBe("");
      }),
    );
  });

  it("keeps abbreviations, times and dotted abbreviations inside the sentence", () => {
    expect(sentencesOf("Dhr. belt i.v.m. de huur om 9.30 uur. Mw. de B. komt mee.")).toEqual([
      "Dhr. belt i.v.m. de huur om 9.30 uur.",
      "Mw. de B. komt mee.",
    ]);
  });

  it("cuts telegram style at semicolons, lines and list numbers", () => {
    expect(sentencesOf("huur te hoog; wil hulp\nook stroom afgesloten")).toEqual([
      "huur te hoog;",
      "wil hulp",
      "ook stroom afgesloten",
    ]);
    expect(sentencesOf("1. Energie. 2. Huur te hoog.")).toEqual(["1. Energie.", "2. Huur te hoog."]);
  });

  it("takes closing quotes along and goes on in lower case after a full stop", () => {
    expect(sentencesOf('"Hoe moet dat nu?" vraagt ze. en dan nog iets.')).toEqual([
      '"Hoe moet dat nu?"',
      "vraagt ze.",
      "en dan nog iets.",
    ]);
  });

  it("stays fast on 100,000 characters without a space", () => {
    expect(splitSentences("a".repeat(100_000))).toHaveLength(1);
    expect(splitSentences(". ".repeat(50_000)).length).toBeGreaterThan(0);
  });
});

describe("tokenise", () => {
  it("gives ordered tokens whose places hold their text, for any string", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let at = 0;
        for (const token of tokenise(text)) {
          expect(token.start).toBeGreaterThanOrEqual(at);
          expect(token.end).toBeGreaterThan(token.start);
          at = token.end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it("reads masks as one token, a hyphen as a space and an apostrophe as part of the word", () => {
    expect(tokenise("[NAAM] heeft twee auto's en huur-toeslag").map((token) => token.norm)).toEqual([
      "[naam]",
      "heeft",
      "twee",
      "autos",
      "en",
      "huur",
      "toeslag",
    ]);
  });

  it("marks abbreviations in capitals", () => {
    expect(tokenise("WW stopt").map((token) => token.capitals)).toEqual([true, false]);
  });
});

describe("normaliseWord", () => {
  it("ignores case and accents", () => {
    expect(normaliseWord("CLIËNTE")).toBe("cliente");
  });
});

describe("stem", () => {
  it.each([
    ["samenwoont", "samenwonen"],
    ["brief", "brieven"],
    ["betaalt", "betalen"],
    ["aanvraag", "aanvragen"],
    ["huis", "huizen"],
    ["eenzame", "eenzaam"],
  ])("gives %s and %s one key", (one, other) => {
    expect(stem(one)).toBe(stem(other));
  });

  it.each([
    ["recht", "rechter"],
    ["schuld", "school"],
    ["angst", "angel"],
  ])("keeps %s and %s apart", (one, other) => {
    expect(stem(one)).not.toBe(stem(other));
  });
});

describe("splitCompound", () => {
  const vocabulary = new Set(["huurtoeslag", "aanvraag", "betaling", "regeling", "gemeente"]);

  it("splits on known parts, also over a linking s", () => {
    expect(splitCompound("huurtoeslagaanvraag", vocabulary)).toEqual(["huurtoeslag", "aanvraag"]);
    expect(splitCompound("betalingsregeling", vocabulary)).toEqual(["betaling", "regeling"]);
  });

  it("leaves words alone that have an unknown part", () => {
    expect(splitCompound("gemeentehuis", vocabulary)).toEqual([]);
  });
});

describe("SpellingIndex", () => {
  const index = new SpellingIndex(["huurtoeslag", "deurwaarder"]);

  it("finds the domain word one edit away", () => {
    expect(index.correct("hurutoeslag")).toBe("huurtoeslag");
    expect(index.correct("deurwaarde")).toBe("deurwaarder");
  });

  it("says nothing about known, short and far words", () => {
    expect(index.correct("huurtoeslag")).toBeUndefined();
    expect(index.correct("huur")).toBeUndefined();
    expect(index.correct("wandelingen")).toBeUndefined();
  });
});

describe("PhraseNet", () => {
  const net = new PhraseNet([{ phrases: ["betalingsregeling", "in termijnen betalen"] }, { phrases: ["constructor"] }]);
  const match = (text: string) => net.match(tokenise(text).map((token) => net.wordOf(stem(token.norm))));

  it("finds words and expressions by stem, with their place", () => {
    expect(match("wil betalingsregelingen of in termijnen betaalt")).toEqual([
      { entry: 0, from: 1, to: 2 },
      { entry: 0, from: 3, to: 6 },
    ]);
  });

  it("does not mistake the names of object properties for states", () => {
    expect(match("tostring valueof hasownproperty")).toEqual([]);
    expect(match("constructor")).toEqual([{ entry: 1, from: 0, to: 1 }]);
  });
});

describe("AbbreviationReader", () => {
  const reader = new AbbreviationReader([
    {
      text: "WW",
      meanings: ["Werkloosheidswet", "wachtwoord"],
      rule: "WW naast UWV/ontslag/contract = Werkloosheidswet; naast DigiD/inloggen = wachtwoord",
    },
  ]);
  const read = (text: string) =>
    reader.read(
      "ww",
      tokenise(text).map((token) => stem(token.norm)),
    );

  it("reads an abbreviation by the words around it", () => {
    expect(read("na ontslag WW aangevraagd bij UWV")).toBe("Werkloosheidswet");
    expect(read("WW van DigiD vergeten")).toBe("wachtwoord");
  });

  it("says nothing where no word helps", () => {
    expect(read("vraag over WW")).toBeUndefined();
  });
});
