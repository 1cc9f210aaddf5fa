import {
  type CorrectionAction,
  type LoggedCorrection,
  makeCorrectionLayer,
  markSafe,
  type ThemeAssignment,
} from "@rode-draad/domain";
import { describe, expect, it } from "vitest";
import { hasSplitWord, makeEvidenceReader } from "./read-evidence.js";
import { readFeatures } from "./text-features.js";

const person = { who: "Sam", why: "dit hoort zo", at: new Date("2026-03-01T09:00:00Z") };
const doubted: ThemeAssignment = { themeId: "administratie-post", confidence: 0.5, route: "known" };

function logOf(actions: readonly CorrectionAction[]): LoggedCorrection[] {
  return actions.map((action, index) => ({ ...action, ...person, id: `c-${index + 1}` }));
}

/** A person took a question with this text from the machine's theme to another. */
function moved(text: string, toId: string | null, noteId = "elders"): CorrectionAction {
  const question = { noteId, start: 0, end: text.length, features: readFeatures(text) };
  return { kind: "move", question, fromId: doubted.themeId, toId, outOfSafety: false };
}

/** The theme that counts for a note of one question, under these corrections. */
function themeOf(text: string, corrections: readonly LoggedCorrection[], given = doubted, noteId = "n1") {
  const reader = makeEvidenceReader({ version: corrections.length, corrections });
  const segment = { start: 0, end: text.length, kind: "help-question", assignment: given } as const;
  const [read] = reader.read(noteId, markSafe(text), [segment]);
  const layer = makeCorrectionLayer(corrections, [], new Set());
  return layer.decide({ given, evidence: read?.evidence ?? [], safetyFlag: false })?.themeId;
}

const PASS = [
  "Mw kan de ondergrondse container niet openen, haar afvalpas doet het niet meer.",
  "Dhr heeft na de verhuizing geen afvalpas gekregen en kan zijn vuil niet kwijt.",
  "Vraagt een nieuwe pas voor de container aan, de oude afvalpas is kapot.",
];
const UNSEEN = "Cliënt belt dat de container zijn afvalpas weigert en dat het vuil op het balkon staat.";
const UNRELATED = "Mw snapt de brief van de belastingdienst niet en wil hulp bij het invullen.";

describe("moving a question", () => {
  it("teaches: unseen questions like it go along, and before it they did not", () => {
    expect(themeOf(UNSEEN, [])).toBe("administratie-post");
    const taught = logOf(PASS.map((text) => moved(text, "afvalpas")));
    expect(themeOf(UNSEEN, taught)).toBe("afvalpas");
    expect(themeOf(UNRELATED, taught)).toBe("administratie-post");
  });

  it("teaches nothing any more once it is undone", () => {
    const taught = logOf(PASS.map((text) => moved(text, "afvalpas"))).map((one) => ({ ...one, undone: person }));
    expect(themeOf(UNSEEN, taught)).toBe("administratie-post");
  });

  it("sticks to the question when its note is cut anew, written anew, or taken for no question any more", () => {
    const [question = ""] = PASS;
    const corrections = logOf([moved(question, "afvalpas", "n1")]);
    const reader = makeEvidenceReader({ version: 1, corrections });
    const before = "Huisbezoek samen met collega, koffie gedronken. ";
    const text = markSafe(`${before}${question} Ook is het vuil blijven staan.`);
    const cut = [
      { start: 0, end: before.length, kind: "help-question", assignment: doubted },
      { start: before.length, end: text.length, kind: "context" },
    ] as const;
    const read = reader.read("n1", text, cut);
    expect(read[0]?.evidence).toBeUndefined();
    expect(read[1]).toMatchObject({ kind: "help-question", evidence: [{ correctionId: "c-1", as: "question" }] });
    expect(reader.read("n2", text, cut)[1]?.kind).toBe("context");
  });

  it("keeps hashes and weights of telling words, and not one word", () => {
    const features = readFeatures("Mw vraagt over de afvalpas van [NAAM]");
    expect(JSON.stringify(features)).toMatch(/^[-\d.,[\]]*$/);
    expect(readFeatures("en de een het")).toEqual([]);
  });
});

describe("splitting a theme", () => {
  it("takes the questions with one of its words, in any form and inside compounds", () => {
    const split = logOf([
      {
        kind: "split",
        themeId: "administratie-post",
        newThemeId: "p-0001",
        name: "Pas",
        words: ["pas", "container"],
        questions: [],
      },
    ]);
    expect(themeOf("De containers zitten vol.", split)).toBe("p-0001");
    expect(themeOf("De brief is zoek.", split)).toBe("administratie-post");
    expect(hasSplitWord("Vragen over huurtoeslagaanvraag", ["huurtoeslag"])).toBe(true);
  });
});
