import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDiscoverer, type DiscovererOptions } from "./discover.js";

const TOPICS = [
  ["meteor", "russia", "chelyabinsk", "blast", "sky"],
  ["iran", "nuclear", "deal", "talks", "vienna"],
  ["hiv", "baby", "cured", "mississippi", "doctors"],
];

/** Texts of three words from one of three topics, in a fixed order. */
const stream = Array.from({ length: 300 }, (_, number) => {
  const topic = TOPICS[number % TOPICS.length] as string[];
  return [0, 1, 2].map((word) => topic[(number * 7 + word * (1 + (number % 2))) % topic.length]).join(" ");
});

function discover(language: DiscovererOptions["language"], texts: readonly string[]) {
  const discoverer = createDiscoverer({ language });
  for (const text of texts) discoverer.add(text);
  const { themeOf, themes } = discoverer.finish();
  return { ids: texts.map((_, index) => themeOf(index)), themes };
}

const QUESTIONS = {
  renovatie: [
    "Mw vraagt waar haar wisselwoning komt tijdens de renovatie van de flat.",
    "dhr wil weten of de kat mee mag naar de wisselwoning",
    "Zij snapt de brief over de renovatie en de wisselwoning niet.",
    "De renovatie duurt langer en de wisselwoning is te klein voor het gezin.",
  ],
  huurtoeslag: [
    "Vraagt hulp bij het aanvragen van huurtoeslag.",
    "De huurtoeslag is stopgezet en zij weet niet waarom.",
    "Moet huurtoeslag terugbetalen aan Toeslagen en kan dat niet.",
    "Hoe hoog wordt de huurtoeslag als het inkomen verandert?",
  ],
  eenzaamheid: [
    "Zij is eenzaam en zoekt iemand om koffie mee te drinken.",
    "Sinds haar man overleed is ze eenzaam, ziet niemand meer.",
    "Dhr voelt zich eenzaam en komt de deur niet meer uit.",
    "Heeft geen vrienden en is vaak eenzaam in het weekend.",
  ],
};
const questions = Object.entries(QUESTIONS).flatMap(([subject, texts]) => texts.map((text) => ({ subject, text })));

describe("createDiscoverer", () => {
  it("gives texts on one topic one theme, and texts on another another", () => {
    const { ids, themes } = discover("none", stream);
    expect(themes).toHaveLength(TOPICS.length);
    ids.forEach((id, number) => {
      expect(id).toBe(ids[number % TOPICS.length]);
    });
  });

  it("names a theme by its own words", () => {
    for (const { terms, label } of discover("none", stream).themes) {
      expect(TOPICS.some((topic) => terms.every((term) => topic.includes(term)))).toBe(true);
      for (const term of terms) expect(label).toContain(term);
    }
  });

  it("lets a stray text join the theme whose words it shares, and gives texts like no other one theme without words", () => {
    const { ids, themes } = discover("none", [...stream, "zebra quokka", "yak ibex", "vienna hotel breakfast lobby"]);
    expect(ids.at(-1)).toBe(ids[1]);
    expect(ids.at(-2)).toBe(ids.at(-3));
    expect(themes.find(({ id }) => id === ids.at(-2))).toMatchObject({ size: 2, terms: [] });
    expect(themes).toHaveLength(TOPICS.length + 1);
  });

  it("numbers themes by their first text, without gaps", () => {
    const { ids, themes } = discover("none", stream);
    expect(ids.slice(0, 3)).toEqual(["t-0001", "t-0002", "t-0003"]);
    expect(themes.map(({ id }) => id).sort()).toEqual(["t-0001", "t-0002", "t-0003"]);
    expect(themes.reduce((sum, { size }) => sum + size, 0)).toBe(stream.length);
  });

  it("finds how many subjects Dutch questions have, without being told", () => {
    const { ids } = discover(
      "nl",
      questions.map(({ text }) => text),
    );
    questions.forEach(({ subject }, number) => {
      const first = questions.findIndex((question) => question.subject === subject);
      expect(ids[number]).toBe(ids[first]);
    });
    expect(new Set(ids).size).toBe(Object.keys(QUESTIONS).length);
  });

  it("groups Dutch questions the same in whatever order they come", () => {
    const grouping = (order: readonly string[]): string[] => {
      const { ids } = discover("nl", order);
      return order.map((text, index) => order.filter((_, other) => ids[other] === ids[index]).sort()[0] + text).sort();
    };
    const texts = questions.map(({ text }) => text);
    const expected = grouping(texts);
    fc.assert(
      fc.property(fc.shuffledSubarray(texts, { minLength: texts.length }), (shuffled) => {
        expect(grouping(shuffled)).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });

  it("makes no theme of a sentence that is pasted into every file: its copies count once", () => {
    const pasted = Array.from({ length: 40 }, () => "Dossier bijgewerkt, voicemail ingesproken.");
    const texts = [...pasted, ...questions.map(({ text }) => text)];
    const { ids, themes } = discover("nl", texts);
    expect(new Set(ids.slice(0, pasted.length)).size).toBe(1);
    expect(themes.filter(({ id }) => ids.slice(pasted.length).includes(id)).length).toBe(Object.keys(QUESTIONS).length);
  });

  it("answers every text, with or without words, and the same twice", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary", maxLength: 60 }), { maxLength: 30 }), (texts) => {
        const all = ["", "😀 123", ...texts];
        for (const language of ["nl", "none"] as const) {
          const outcome = discover(language, all);
          for (const id of outcome.ids) expect(id).toMatch(/^t-\d{4,}$/);
          expect(outcome.ids[0]).toBe(outcome.ids[1]);
          expect(discover(language, all)).toEqual(outcome);
        }
      }),
      { numRuns: 5 },
    );
  });

  it("answers nothing on nothing", () => {
    expect(discover("nl", []).themes).toEqual([]);
    expect(discover("none", []).themes).toEqual([]);
  });
});
