import { readFileSync } from "node:fs";
import { addDays, markSafe } from "@rode-draad/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assignEmergent } from "./assign-emergent.js";
import type { UnknownQuestion } from "./unknown-question.js";

const FIRST_DAY = "2025-01-06";
const RENOVATION = [
  "Mw vraagt waar haar wisselwoning komt tijdens de renovatie van de flat.",
  "dhr wil weten of de kat mee mag naar de wisselwoning",
  "Zij snapt de brief over de renovatie en de wisselwoning niet.",
  "Wie betaalt de verhuizing naar de wisselwoning?",
  "De renovatie duurt langer en de wisselwoning is te klein voor het gezin.",
  "hulp bij inpakken voor de wisselwoning, kan het zelf niet",
];
const EVERYDAY = [
  "Vraagt hulp bij het aanvragen van huurtoeslag.",
  "Wil weten hoe hij kwijtschelding krijgt voor de afvalstoffenheffing.",
  "Zij is eenzaam en zoekt iemand om koffie mee te drinken.",
  "Kan de energierekening niet betalen en vraagt een regeling.",
  "Zoekt werk en wil een cursus Nederlands doen.",
  "Haar zoon gaat niet naar school en zij vraagt om advies.",
  "Moet zijn belastingaangifte doen en mist papieren.",
  "Mantelzorger kan het niet meer aan en vraagt om een dag rust.",
];

function question(id: string, text: string, day: number, areaCode = "WK000001"): UnknownQuestion {
  return { id, text: markSafe(text), caseId: `case-${id}`, date: addDays(FIRST_DAY, day), areaCode };
}

/** Thirty weeks of everyday questions in four areas, and the renovation in one of them from week 20. */
const everyday = Array.from({ length: 120 }, (_, number) =>
  question(
    `e${number}`,
    EVERYDAY[number % EVERYDAY.length] as string,
    Math.floor(number * 1.75),
    `WK00000${1 + (number % 4)}`,
  ),
);
const renovation = RENOVATION.concat(RENOVATION).map((text, number) =>
  question(`r${number}`, `${text} ${number > 5 ? "Nog steeds." : ""}`, 140 + number * 2),
);
const stream = [...everyday, ...renovation];
/** A matter of a wijk that asked little before, worded by nearly everybody in a compound of their own. */
const swimming = [
  "Zwembad gaat dicht, mw vraagt wat er nu komt.",
  "Haar dochter kan geen zwemles meer volgen.",
  "Zwemvereniging wil met de wethouder praten.",
  "Waar kan meneer nog zwemmen met zijn knie?",
  "Zwemdiploma niet gehaald, moeder zoekt plek.",
  "Wie beslist over het zwembad?",
].map((text, number) => question(`z${number}`, text, 140 + number * 2, "WK000009"));
const themeOf = (outcome: ReturnType<typeof assignEmergent>) =>
  new Map(outcome.assignments.map(({ questionId, themeId }) => [questionId, themeId]));

describe("assignEmergent", () => {
  it("makes a theme of its own of what five cases ask, and takes the earlier questions along", () => {
    const outcome = assignEmergent(undefined, stream);
    expect(outcome.themes).toHaveLength(1);
    expect(outcome.themes[0]).toMatchObject({ id: "t-0001", cases: renovation.length, firstWeek: "2025-W22" });
    expect(outcome.themes[0]?.terms).toContain("wisselwoning");
    expect([...themeOf(outcome).keys()].sort()).toEqual(renovation.map(({ id }) => id).sort());
  });

  it("begins no label with a word that is a catalogue theme's own, and keeps the word", () => {
    const about = (word: string) =>
      stream.map((one) => ({ ...one, text: markSafe(one.text.replaceAll("wisselwoning", word)) }));
    const [theme] = assignEmergent(undefined, about("huurtoeslag")).themes;
    expect(theme?.label).not.toMatch(/^Vragen over huurtoeslag/);
    expect(theme?.terms).toContain("huurtoeslag");
    expect(theme?.terms.at(-1)).toBe("huurtoeslag");
  });

  it("makes no theme of four cases, nor of five notes of one case", () => {
    expect(assignEmergent(undefined, [...everyday, ...renovation.slice(0, 4)]).themes).toEqual([]);
    const oneCase = renovation.map((one) => ({ ...one, caseId: "case-same" }));
    expect(assignEmergent(undefined, [...everyday, ...oneCase]).themes).toEqual([]);
  });

  it("takes words that begin alike for one subject, and names it by a word that people used", () => {
    const outcome = assignEmergent(undefined, [...everyday, ...swimming]);
    expect(outcome.themes).toHaveLength(1);
    expect(themeOf(outcome).size).toBeGreaterThanOrEqual(5);
    for (const term of outcome.themes[0]?.terms ?? []) expect(term).toMatch(/^\p{L}{2,}$/u);
  });

  it("takes for usual what everybody writes beside a question", () => {
    const beside = Array.from({ length: 120 }, (_, number) => ({
      ...question(`b${number}`, `Contactsoort telefonisch, dag ${number}.`, Math.floor(number * 1.2)),
      joinsOnly: true as const,
    }));
    const headed = EVERYDAY.map((text, number) =>
      question(`h${number}`, `Contactsoort telefonisch. ${text}`, 145 + number),
    );
    expect(assignEmergent(undefined, [...everyday, ...headed]).themes).toHaveLength(1);
    expect(assignEmergent(undefined, [...everyday, ...beside, ...headed]).themes).toEqual([]);
  });

  it("goes on with the memory of a version that knew no families of words", () => {
    const state = readFileSync(new URL("../../test/data/emergent-state-3.bin", import.meta.url));
    const later = question("r-later", "Vraagt waar de wisselwoning van de renovatie komt.", 170);
    const outcome = assignEmergent(state, [later]);
    expect(outcome.themes.map(({ id }) => id)).toEqual(["t-0001"]);
    expect(themeOf(outcome)).toEqual(new Map([["r-later", "t-0001"]]));
    // The whole state was read, and is written in the present form.
    expect(assignEmergent(outcome.state, [later]).state).toEqual(outcome.state);
  });

  it("makes no theme of a sentence that is pasted into every file", () => {
    const pasted = Array.from({ length: 20 }, (_, number) =>
      question(`p${number}`, "Dossier bijgewerkt, voicemail ingesproken.", 140 + number),
    );
    expect(assignEmergent(undefined, [...everyday, ...pasted]).themes).toEqual([]);
    const template = pasted.map((one) => ({
      ...one,
      text: markSafe("Zonnebloemactie geregistreerd conform protocol."),
    }));
    expect(assignEmergent(undefined, [...everyday, ...template]).themes).toEqual([]);
  });

  it("never shows a mask or a bare number among the words of a theme", () => {
    const masked = stream.map((one) => ({ ...one, text: markSafe(`[NAAM] ${one.text} [BSN] 12345`) }));
    for (const theme of assignEmergent(undefined, masked).themes) {
      for (const term of theme.terms) expect(term).toMatch(/^\p{L}{2,}$/u);
      expect(theme.terms.join(" ")).not.toMatch(/naam|bsn/i);
    }
  });

  it("gives the same bytes again, and whatever the order within one batch", () => {
    const outcome = assignEmergent(undefined, stream);
    expect(assignEmergent(undefined, stream)).toEqual(outcome);
    fc.assert(
      fc.property(fc.shuffledSubarray(stream, { minLength: stream.length }), (shuffled) => {
        expect(assignEmergent(undefined, shuffled).state).toEqual(outcome.state);
      }),
      { numRuns: 5 },
    );
  });

  it("goes on where it stopped: however the questions come in batches, they give the same themes and the same state", () => {
    const sorted = [...stream].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1));
    const whole = assignEmergent(undefined, sorted);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: sorted.length - 1 }), (cut) => {
        const first = assignEmergent(undefined, sorted.slice(0, cut));
        const second = assignEmergent(first.state, sorted.slice(cut));
        expect(second.state).toEqual(whole.state);
        expect(second.themes).toEqual(whole.themes);
        const both = new Map([...themeOf(first), ...themeOf(second)]);
        expect(both).toEqual(themeOf(whole));
      }),
      { numRuns: 20 },
    );
  });

  it("takes context along that clearly shares a theme's words, and makes no theme of context alone", () => {
    const asContext = (one: UnknownQuestion): UnknownQuestion => ({ ...one, id: `c${one.id}`, joinsOnly: true });
    const found = assignEmergent(undefined, [
      ...stream,
      asContext(question("x1", "Zit in een wisselwoning zolang de renovatie duurt.", 165)),
      asContext(question("x2", "Was vrolijk vandaag en had taart bij zich.", 165)),
    ]);
    expect(themeOf(found).get("cx1")).toBe("t-0001");
    expect(themeOf(found).has("cx2")).toBe(false);
    expect(assignEmergent(undefined, [...everyday, ...renovation.map(asContext)]).themes).toEqual([]);
  });

  it("tells of every theme when it came, under which words, that it ended and that it came back", () => {
    const later = [
      question("z1", "Vraagt hulp bij het aanvragen van huurtoeslag.", 420),
      question("z2", "De renovatie en de wisselwoning: wanneer mag zij terug naar de flat?", 430),
    ];
    const { changes, themes } = assignEmergent(undefined, [...stream, ...later]);
    expect(changes.map(({ kind, themeId }) => [kind, themeId])).toEqual(
      expect.arrayContaining([
        ["new", "t-0001"],
        ["retired", "t-0001"],
        ["back", "t-0001"],
      ]),
    );
    expect(changes.map(({ week }) => week)).toEqual(changes.map(({ week }) => week).sort());
    let shown: readonly string[] = [];
    for (const change of changes) {
      if (change.kind === "new") shown = change.terms;
      if (change.kind === "renamed") {
        expect(change.from).toEqual(shown);
        shown = change.to;
      }
    }
    expect(themes.map(({ terms }) => terms)).toEqual([shown]);
  });

  it("tells the same changes in one batch or many", () => {
    const sorted = [...stream].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1));
    const whole = assignEmergent(undefined, sorted);
    for (let cut = 1; cut < sorted.length; cut += 10) {
      const first = assignEmergent(undefined, sorted.slice(0, cut));
      const second = assignEmergent(first.state, sorted.slice(cut));
      expect([...first.changes, ...second.changes]).toEqual(whole.changes);
    }
  });

  it("changes nothing when questions are handed in again", () => {
    const first = assignEmergent(undefined, stream);
    const again = assignEmergent(first.state, stream);
    expect(again).toMatchObject({ taken: 0, assignments: [] });
    expect(again.state).toEqual(first.state);
  });

  it("survives texts without words, of one word, and of anything else", () => {
    const texts = ["", " ", "😀😀", "x", "[NAAM]", "مرحبا كيف حالك", "a".repeat(100_000), "HELP ".repeat(5_000)];
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...texts), fc.string({ unit: "binary" })), { maxLength: 30 }),
        (texts) => {
          const outcome = assignEmergent(
            undefined,
            texts.map((text, number) => question(`q${number}`, text, number)),
          );
          expect(outcome.taken).toBe(texts.length);
        },
      ),
      { numRuns: 30 },
    );
  });
});
