import { expect, it } from "vitest";
import { CENTRE, readNameShape, STEPS_PER_UNIT, SYMBOLS } from "./name-shape.js";

/** A line of the model: what follows a pair of letters, as steps away from the centre. */
const line = (pair: string, steps: Readonly<Record<string, number>>): string =>
  `${pair} ${[...SYMBOLS].map((letter) => String.fromCharCode(CENTRE + (steps[letter] ?? 0))).join("")}`;
const shape = readNameShape([line("^^", { a: 8 }), line("^a", { b: -4, $: 2 }), line("ab", { $: 12 })]);

it("adds up how much each letter after its two forerunners looks like a name's, up to the end of the word", () => {
  expect(shape("a")).toBe((8 + 2) / STEPS_PER_UNIT);
  expect(shape("ab")).toBe((8 - 4 + 12) / STEPS_PER_UNIT);
});

it("says nothing of letters outside a to z and of pairs that it never saw", () => {
  expect(shape("é")).toBe(0);
  expect(shape("aé")).toBe(8 / STEPS_PER_UNIT);
  expect(shape("zz")).toBe(0);
  expect(shape("")).toBe(0);
});
