import { expect, it } from "vitest";
import { readNameShape, shapePieces } from "./name-shape.js";

const shape = readNameShape(["* -100", "^a 50", "ab 25", "abcd 200", "efg$ 75", "bcdef 900"]);

it("adds up what the pieces of a word say, from its beginning to its end", () => {
  expect(shape("")).toBe(-1);
  expect(shape("a")).toBe(-0.5);
  expect(shape("ab")).toBe(-0.25);
  expect(shape("abcd")).toBe(1.75);
  expect(shape("zzz")).toBe(-1);
});

it("takes pieces of five letters and more from the beginning and the end only", () => {
  expect(shape("abcdefg")).toBe(2.5);
  expect(shapePieces("abcdefg")).toContain("^abcd");
  expect(shapePieces("abcdefg")).toContain("defg$");
  expect(shapePieces("abcdefg")).not.toContain("bcdef");
});

it("takes no time over a string that is no word", () => {
  expect(shapePieces("ab".repeat(10_000)).length).toBe(shapePieces("ab".repeat(15)).length);
});
