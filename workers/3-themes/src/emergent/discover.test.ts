import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDiscoverer } from "./discover.js";

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

describe("createDiscoverer", () => {
  it("gives texts on one topic one theme, and texts on another another", () => {
    const discoverer = createDiscoverer({ language: "none" });
    const ids = stream.map((text) => discoverer.add(text)).map((id) => discoverer.current(id));
    for (const topic of [0, 1, 2]) {
      const themes = new Set(ids.filter((_, number) => number % TOPICS.length === topic).slice(20));
      expect(themes.size).toBe(1);
    }
    expect(new Set(ids.slice(-3)).size).toBe(3);
  });

  it("names a theme by its own words", () => {
    const discoverer = createDiscoverer({ language: "none" });
    for (const text of stream) discoverer.add(text);
    const largest = discoverer.summary({ sizeMin: 20 });
    expect(largest.length).toBeGreaterThanOrEqual(3);
    for (const { terms } of largest.slice(0, 3)) {
      expect(TOPICS.some((topic) => terms.every((term) => topic.includes(term)))).toBe(true);
    }
  });

  it("goes on from a snapshot as if it had never stopped", () => {
    const whole = createDiscoverer({ language: "none" });
    const ids = stream.map((text) => whole.add(text));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: stream.length }), (cut) => {
        const first = createDiscoverer({ language: "none" });
        const before = stream.slice(0, cut).map((text) => first.add(text));
        const second = createDiscoverer({ language: "none", snapshot: first.snapshot() });
        expect([...before, ...stream.slice(cut).map((text) => second.add(text))]).toEqual(ids);
        expect(second.snapshot()).toEqual(whole.snapshot());
      }),
      { numRuns: 15 },
    );
  });

  it("never gives an id twice: a forgotten topic that comes back gets a new theme", () => {
    const discoverer = createDiscoverer({ language: "none" });
    const old = discoverer.add("meteor russia blast");
    for (let number = 0; number < 4_000; number++)
      discoverer.add(`topic${number % 40} word${number % 40} more${number % 40}`);
    expect(discoverer.add("meteor russia blast")).not.toBe(old);
  });

  it("refuses a snapshot of another language with a sentence and a code", () => {
    const snapshot = createDiscoverer({ language: "nl" }).snapshot();
    expect(() => createDiscoverer({ language: "none", snapshot })).toThrow(
      expect.objectContaining({ code: "snapshot-unreadable" }),
    );
  });

  it("answers every text, with or without words", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary", maxLength: 60 }), { maxLength: 50 }), (texts) => {
        const discoverer = createDiscoverer({ language: "nl" });
        for (const text of ["", "😀", ...texts]) {
          expect(discoverer.current(discoverer.add(text))).toMatch(/^t-\d{4,}$/);
        }
        expect(discoverer.add("")).toBe(discoverer.add("😀 123"));
      }),
      { numRuns: 50 },
    );
  });
});
