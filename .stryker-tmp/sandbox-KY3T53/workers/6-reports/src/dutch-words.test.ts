import { describe, expect, it } from "vitest";
import { printed } from "./dutch-words.js";

describe("printed", () => {
  it.each([
    ["minstens 3 collega's en thema's", "minstens 3 collega’s en thema’s"],
    ["al collega’s", "al collega’s"],
    ["zo heet 'De Ster' hier", "zo heet 'De Ster' hier"],
  ])("writes %j as %j", (text, words) => {
    expect(printed(text)).toBe(words);
  });
});
