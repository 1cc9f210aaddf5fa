import { readFileSync } from "node:fs";
import { IDENTIFIER_TYPES, type IdentifierSpan, RawText } from "@rode-draad/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DETECTORS } from "../src/gate/find-identifiers.js";
import { createGate, type GateSteps, IDENTIFIERS_MAX } from "../src/gate/gate.js";
import { loadLexicon } from "../src/gate/lexicon.js";
import { MASKS } from "../src/gate/masks.js";
import { bsn, iban } from "./sample-identifiers.js";

const lexicon = loadLexicon();
const gate = createGate({ lexicon });
const inspect = (text: string) => gate.inspect(new RawText(text));
const notes = readFileSync(new URL("../../../fixtures/corpus/dev-pii.jsonl", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line) as { id: string; text: string; spans: IdentifierSpan[] });

describe("masks", () => {
  it("has one Dutch mask for every type", () => {
    for (const type of IDENTIFIER_TYPES) expect(MASKS[type]).toMatch(/^\[[A-Z0-9+ -]+\]$/);
    expect(new Set(Object.values(MASKS)).size).toBe(IDENTIFIER_TYPES.length);
  });

  it("leaves nothing of an identifier behind", () => {
    fc.assert(
      fc.property(bsn, iban, (number, account) => {
        const decision = inspect(`Mw. Fatima Yılmaz, BSN ${number}, rekening ${account}, tel. 06-00001234.`);
        expect(decision.decision).toBe("mask");
        if (decision.decision !== "mask") return;
        expect(decision.text).toBe("Mw. [NAAM], BSN [BSN], rekening [REKENINGNUMMER], tel. [TELEFOON].");
      }),
      { numRuns: 300 },
    );
  });

  it("gives spans in the raw text when invisible characters and joined letters shift it", () => {
    const text = "\ufeffBel Mah\u200cmoud op 06\u200b-0000\u200b4063, of zijn moeder Ame\u0301lie.";
    const spans = gate.findSpans(new RawText(text)).map((span) => text.slice(span.start, span.end));
    expect(spans).toEqual(["Mah\u200cmoud", "06\u200b-0000\u200b4063", "Ame\u0301lie"]);
  });

  it("passes its own output: a masked note has nothing left to mask", () => {
    for (const note of notes) {
      const decision = inspect(note.text);
      if (decision.decision === "quarantine") continue;
      expect([note.id, inspect(decision.text).decision]).toEqual([note.id, "pass"]);
    }
  });
});

describe("doubt", () => {
  it("holds a note back when something is found in the masked text", () => {
    const steps: Partial<GateSteps> = { applyMasks: (text) => text };
    const decision = createGate({ lexicon, steps }).inspect(new RawText("Mevrouw Yılmaz belde, BSN 999990019."));
    expect(decision).toMatchObject({ decision: "quarantine", reason: "second-pass-hit" });
  });

  it("holds a list of people back", () => {
    const rows = Array.from({ length: IDENTIFIERS_MAX + 1 }, (_, index) => `rij ${index}: jan${index}@example.org`);
    expect(inspect(rows.join("\n"))).toMatchObject({ decision: "quarantine", reason: "too-many-identifiers" });
  });

  it("holds three rare traits together back, and lets two pass", () => {
    expect(inspect("Moeder van een drieling, oud-burgemeester, woont op een woonboot.")).toMatchObject({
      decision: "quarantine",
      reason: "rare-combination",
    });
    expect(inspect("Moeder van een drieling, woont op een woonboot.").decision).toBe("pass");
  });

  it("holds a damaged text back", () => {
    expect(inspect("Half teken \ud83d in de tekst")).toMatchObject({ decision: "quarantine", reason: "unreadable" });
  });
});

describe("faults", () => {
  const fault = (): never => {
    throw new Error("kapot");
  };

  it.each(["open", "normalise", "findIdentifiers", "applyMasks", "countRareTraits"] as const)(
    "holds the note back when the step %s fails, and tells nothing of the text",
    (step) => {
      const broken = createGate({ lexicon, steps: { [step]: fault } });
      const decision = broken.inspect(new RawText("Mevrouw Yılmaz belde."));
      expect(decision).toEqual({ decision: "quarantine", reason: "gate-fault", spans: [] });
    },
  );

  it.each(Object.keys(DETECTORS))("holds the note back when the detector %s fails", (name) => {
    const broken = createGate({ lexicon, detectors: { [name]: fault } });
    const decision = broken.inspect(new RawText("Mevrouw Yılmaz belde."));
    expect(decision).toEqual({ decision: "quarantine", reason: "gate-fault", spans: [] });
  });

  it.each(["flags", "isDutch", "isTypo", "isAbbreviation", "nameShape"] as const)(
    "holds the note back when the word list fails at %s",
    (part) => {
      const broken = createGate({ lexicon: { ...lexicon, [part]: fault } });
      const decision = broken.inspect(new RawText("xaqzwvk belt over Xaqzwvk, mw xaqwerzwk vraagt iets."));
      expect(decision).toEqual({ decision: "quarantine", reason: "gate-fault", spans: [] });
    },
  );

  it("holds the note back when the second pass fails", () => {
    let calls = 0;
    const steps: Partial<GateSteps> = {
      findIdentifiers: () => (calls++ === 0 ? [{ start: 0, end: 3, type: "PERSON" }] : fault()),
    };
    const decision = createGate({ lexicon, steps }).inspect(new RawText("Jan belt."));
    expect(decision).toMatchObject({ decision: "quarantine", reason: "gate-fault" });
  });

  it("never throws, whatever the text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" })), (text) => {
        expect(["pass", "mask", "quarantine"]).toContain(inspect(text).decision);
      }),
      { numRuns: 1_000 },
    );
  }, 60_000);
});

describe("spans", () => {
  it("are in order, apart, and inside the text", () => {
    for (const note of notes) {
      let from = 0;
      for (const span of gate.findSpans(new RawText(note.text))) {
        expect(span.start).toBeGreaterThanOrEqual(from);
        expect(span.end).toBeGreaterThan(span.start);
        from = span.end;
      }
      expect(from).toBeLessThanOrEqual(note.text.length);
    }
  });
});

describe("time", () => {
  const MEGABYTE = 1_000_000;
  it.each([
    ["one letter", "a"],
    ["one capital", "A"],
    ["letters that look like digits", "O"],
    ["digits", "1"],
    ["digits apart", "1 "],
    ["at signs", "a@"],
    ["dotted labels", "a."],
    ["hyphenated capitals", "A-"],
    ["initials", "A. "],
    ["quotes", "'A"],
    ["particles", "van de "],
    ["number words", "nul "],
    ["case words", "zaaknummer "],
    ["logins", "account "],
    ["brackets", "["],
    ["combining marks", "a\u0301"],
    ["zero-width", "\u200b"],
    ["names", "Fatima Yılmaz, "],
    ["phones", "06-00001234 "],
    ["account starts", "NL91"],
    ["colons", "a:"],
    ["underscores", "a_"],
  ])(
    "ends soon on a megabyte of %s",
    (_, unit) => {
      const text = unit.repeat(Math.ceil(MEGABYTE / unit.length));
      expect(["pass", "mask", "quarantine"]).toContain(inspect(text).decision);
    },
    20_000,
  );

  it("ends on a note of ten megabytes", () => {
    const sentence = "Mevrouw vraagt of zij huurtoeslag kan krijgen, de brief ligt nog thuis. ";
    expect(inspect(sentence.repeat(140_000)).decision).toBe("pass");
  }, 60_000);
});
