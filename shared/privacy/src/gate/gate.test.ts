import { RawText } from "@rode-draad/domain";
import { describe, expect, it } from "vitest";
import type { Candidate } from "./candidate.js";
import { createGate, type GateSteps, IDENTIFIERS_MAX } from "./gate.js";
import type { Lexicon } from "./lexicon.js";
import { RARE_TRAITS_MIN } from "./rarity.js";
import type { ReadableNote } from "./readable-note.js";

/** How the gate decides, with one simple finder in the place of its layers: every word of capital X's is somebody. */

const NO_LISTS = { flags: () => 0, list: () => new Set() } as unknown as Lexicon;
const finds = ({ text }: ReadableNote): Candidate[] =>
  [...text.matchAll(/X+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    type: match[0].length === 9 ? "BSN" : "PERSON",
  }));

function open(steps: Partial<GateSteps> = {}) {
  const read: string[] = [];
  const gate = createGate({
    lexicon: NO_LISTS,
    steps: {
      findIdentifiers: (note) => {
        read.push(note.text);
        return finds(note);
      },
      countRareTraits: ({ text }) => text.split("zeldzaam").length - 1,
      ...steps,
    },
  });
  return { gate, read, inspect: (text: string) => gate.inspect(new RawText(text)) };
}
const span = (start: number, end: number) => ({ start, end, type: "PERSON" });

describe("a note", () => {
  it("passes as it is when nothing is found in it", () => {
    const { inspect, read } = open({
      applyMasks: () => {
        throw new Error("there is nothing to mask");
      },
    });
    expect(inspect("Vraagt hulp.")).toEqual({ decision: "pass", text: "Vraagt hulp.", spans: [] });
    expect(read).toEqual(["Vraagt hulp."]);
  });

  it("is masked, and read a second time as if it just came in", () => {
    const { inspect, read } = open();
    expect(inspect("Bel XX of XXX.")).toEqual({
      decision: "mask",
      text: "Bel [NAAM] of [NAAM].",
      spans: [span(4, 6), span(10, 13)],
    });
    expect(read).toEqual(["Bel XX of XXX.", "Bel [NAAM] of [NAAM]."]);
  });

  it("is held back when the second reading finds anything, with the place of that in the note as it came", () => {
    const steps: Partial<GateSteps> = { applyMasks: (text) => text.replace("XX", "een lange naam") };
    const { inspect } = open(steps);
    expect(inspect("Bel XX en XXX of X.")).toMatchObject({ decision: "quarantine", reason: "second-pass-hit" });
    const later = open({
      findIdentifiers: (note) => (note.text.includes("[") ? finds(note) : finds(note).slice(1)),
    });
    expect(later.inspect("Bel XX en XXX of X.")).toEqual({
      decision: "quarantine",
      reason: "second-pass-hit",
      spans: [span(4, 6), span(10, 13), span(17, 18)],
    });
  });

  it("is held back with the steps that every gate has, when none is put in their place", () => {
    const plain = createGate({ lexicon: { ...NO_LISTS, isDutch: () => true, nameShape: () => 0 } as Lexicon });
    expect(plain.inspect(new RawText("bsn 111222333"))).toEqual({
      decision: "mask",
      text: "bsn [BSN]",
      spans: [{ start: 4, end: 13, type: "BSN" }],
    });
    expect(plain.inspect(new RawText("zij belt"))).toMatchObject({ decision: "pass" });
  });
});

describe("a list of people", () => {
  const people = (count: number): string => "XX, ".repeat(count);

  it("is held back from one person more than a note has", () => {
    expect(IDENTIFIERS_MAX).toBe(60);
    expect(open().inspect(people(60)).decision).toBe("mask");
    const held = open().inspect(people(61));
    expect(held).toMatchObject({ decision: "quarantine", reason: "too-many-identifiers" });
    expect(held.spans).toHaveLength(61);
  });

  it("is not read on once that is clear, unless the writer says that some of it is nobody", () => {
    const text = people(61) + "woord ".repeat(2_000);
    const hurried = open();
    hurried.inspect(text);
    expect(hurried.read).toHaveLength(1);
    const patient = open();
    patient.gate.inspect(new RawText(text), { harmless: [{ start: 0, end: 2 }], traitsPointAtNobody: false });
    expect(patient.read.length).toBeGreaterThan(2);
  });

  it("does not count who is declared to be nobody", () => {
    const harmless = [{ start: 0, end: 2 }];
    const decision = open().gate.inspect(new RawText(people(61)), { harmless, traitsPointAtNobody: false });
    expect(decision.decision).toBe("mask");
    expect(decision.spans).toHaveLength(60);
  });
});

describe("rare traits", () => {
  const traits = (count: number): string => "zeldzaam ".repeat(count);

  it("hold a note back from three on", () => {
    expect(RARE_TRAITS_MIN).toBe(3);
    expect(open().inspect(traits(2)).decision).toBe("pass");
    expect(open().inspect(`XX ${traits(3)}`)).toEqual({
      decision: "quarantine",
      reason: "rare-combination",
      spans: [span(0, 2)],
    });
  });

  it("are looked for in what is left after masking, and not in what is declared harmless", () => {
    const seen: string[] = [];
    const { gate } = open({
      countRareTraits: ({ text }) => {
        seen.push(text);
        return 0;
      },
    });
    gate.inspect(new RawText("Bel XX en een boot."), {
      harmless: [{ start: 14, end: 18 }],
      traitsPointAtNobody: false,
    });
    expect(seen).toEqual(["Bel [NAAM] en een     ."]);
  });

  it("are not looked for when the writer says that they point at nobody", () => {
    const { gate } = open();
    const declared = { harmless: [], traitsPointAtNobody: true };
    expect(gate.inspect(new RawText(traits(5)), declared).decision).toBe("pass");
  });
});

describe("what a writer declares harmless", () => {
  it("stays in the text, in both readings", () => {
    const { gate } = open();
    const declared = { harmless: [{ start: 4, end: 6 }], traitsPointAtNobody: false };
    expect(gate.inspect(new RawText("Bel XX of XXX."), declared)).toEqual({
      decision: "mask",
      text: "Bel XX of [NAAM].",
      spans: [span(10, 13)],
    });
    expect(gate.inspect(new RawText("Bel XX."), declared)).toMatchObject({ decision: "pass", text: "Bel XX." });
  });

  it("is masked all the same when a check digit gives it away", () => {
    const { gate } = open();
    const declared = { harmless: [{ start: 0, end: 99 }], traitsPointAtNobody: false };
    expect(gate.inspect(new RawText("nr XXXXXXXXX"), declared)).toMatchObject({ text: "nr [BSN]" });
  });
});

describe("a damaged text", () => {
  const isHeld = (text: string): boolean => {
    const decision = open().inspect(text);
    return decision.decision === "quarantine" && decision.reason === "unreadable" && decision.spans.length === 0;
  };

  it("is held back for half a sign, and not for a whole one", () => {
    for (const half of ["\ud83d", "\ude00", "a\ud83d b", "a\ude00 b", "\ude00\ud83d"]) expect(isHeld(half)).toBe(true);
    expect(isHeld("Fijn \ud83d\ude00\ud83d\ude00 zo.")).toBe(false);
  });

  it("is held back when more than one sign in twenty could not be read", () => {
    for (const broken of ["\ufffd", "\u0000"]) {
      expect(isHeld(`${broken}${"a".repeat(19)}`)).toBe(false);
      expect(isHeld(`${broken}${"a".repeat(18)}`)).toBe(true);
    }
    expect(isHeld(`\ufffd\u0000${"a".repeat(38)}`)).toBe(false);
    expect(isHeld(`\ufffd\u0000${"a".repeat(37)}`)).toBe(true);
  });
});

describe("a fault", () => {
  it("holds the note back and tells nothing of it", () => {
    const fault = () => {
      throw new Error("Bel XX");
    };
    for (const step of ["open", "normalise", "findIdentifiers", "applyMasks", "countRareTraits"] as const) {
      expect(open({ [step]: fault }).inspect("Bel XX.")).toEqual({
        decision: "quarantine",
        reason: "gate-fault",
        spans: [],
      });
    }
  });

  it("is not hidden from who asks for the finds alone", () => {
    const { gate } = open({
      findIdentifiers: () => {
        throw new Error("kapot");
      },
    });
    expect(() => gate.findSpans(new RawText("Bel XX."))).toThrow("kapot");
  });
});

describe("a long text", () => {
  const lengths = (text: string): number[] => {
    const { gate, read } = open();
    gate.findSpans(new RawText(text));
    expect(read.join("")).toBe(text);
    return read.map((piece) => piece.length);
  };
  const a = (count: number): string => "a".repeat(count);

  it("is read in one piece up to 6,000 signs", () => {
    expect(lengths(a(6_000))).toEqual([6_000]);
    expect(lengths(a(6_001))).toEqual([6_000, 1]);
    expect(lengths(a(18_001))).toEqual([6_000, 6_000, 6_000, 1]);
  });

  it("is cut behind the last sentence or paragraph that ends in the last thousand signs of a piece", () => {
    expect(lengths(`${a(5_100)}. ${a(300)}. ${a(2_000)}`)).toEqual([5_403, 2_001]);
    expect(lengths(`${a(5_100)}. ${a(300)}\n\n${a(2_000)}`)).toEqual([5_402, 2_002]);
    expect(lengths(`${a(5_100)}\n\n${a(300)}. ${a(2_000)}`)).toEqual([5_403, 2_001]);
  });

  it("is cut at a line or else at a space when no sentence ends there", () => {
    expect(lengths(`${a(5_100)} ${a(100)}\n${a(300)} ${a(2_000)}`)).toEqual([5_201, 2_302]);
    expect(lengths(`${a(4_000)}. ${a(1_300)} ${a(300)} ${a(2_000)}`)).toEqual([5_603, 2_001]);
  });

  it("is cut in the middle of a word when there is nothing else", () => {
    expect(lengths(`${a(4_999)} ${a(3_000)}`)).toEqual([6_000, 2_000]);
  });

  it("has its finds counted in the whole text, whatever piece they stand in", () => {
    const text = `XX ${"woord ".repeat(1_200)}XXX einde`;
    const { gate } = open();
    expect(gate.findSpans(new RawText(text))).toEqual([span(0, 2), span(7_203, 7_206)]);
  });
});
