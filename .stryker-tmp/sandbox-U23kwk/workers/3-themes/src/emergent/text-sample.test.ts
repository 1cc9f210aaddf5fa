import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TextSample } from "./text-sample.js";

function sampleOf(texts: readonly string[], size: number): string[] {
  const sample = new TextSample(size);
  texts.forEach((text, index) => {
    sample.offer(index, text);
  });
  return sample.texts().map(({ text }) => text);
}

describe("TextSample", () => {
  it("holds the same texts whatever their order, and never more than its size", () => {
    const texts = fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 20 }), fc.nat(), (all, size, turn) => {
        const sample = sampleOf(all, size);
        const turned = [...all.slice(turn % all.length), ...all.slice(0, turn % all.length)];
        expect(sampleOf(turned, size)).toEqual(sample);
        expect(sampleOf([...all].reverse(), size)).toEqual(sample);
        expect(sample).toHaveLength(Math.min(size, all.length));
      }),
    );
  });

  it("counts a text that comes again once and remembers where it stood", () => {
    const sample = new TextSample(2);
    ["a", "b", "a", "a"].forEach((text, index) => {
      sample.offer(index, text);
    });
    expect(sample.texts()).toHaveLength(2);
    expect(sample.texts().find(({ text }) => text === "a")?.indexes).toEqual([0, 2, 3]);
  });
});
