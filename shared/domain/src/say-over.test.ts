import { expect, test } from "vitest";
import { sayOver } from "./say-over.js";

test.each([
  [["huurtoeslag"], "Wij horen veel over huurtoeslag."],
  [["AOW, AIO", "rouw en regelen"], 'Wij horen veel over "AOW, AIO" en "rouw en regelen".'],
  [["a", "b", "c"], 'Wij horen veel over "a" en "b". Ook over "c".'],
  [["a", "b", "c", "d", "e"], 'Wij horen veel over "a" en "b". Ook over "c" en "d". Ook over "e".'],
])("%j is said in sentences of at most two names", (names, text) => {
  expect(sayOver("Wij horen veel", names)).toBe(text);
});
