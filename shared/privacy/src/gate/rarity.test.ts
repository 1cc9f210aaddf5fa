import { describe, expect, it } from "vitest";
import { lexicon } from "../../test/lexicon-once.js";
import { normalise } from "./normalise.js";
import { countRareTraits, RARE_TRAITS_MIN } from "./rarity.js";
import { findWords } from "./words.js";

const count = (text: string): number => {
  const note = normalise(text);
  return countRareTraits(note, findWords(note), lexicon);
};

describe("rare traits", () => {
  it("count once per kind, however often one is named", () => {
    expect(count("Moeder van een drieling.")).toBe(1);
    expect(count("Een drieling, ja een drieling, of was het een vierling.")).toBe(1);
    expect(count("Moeder van een drieling, oud-burgemeester, woont op een woonboot.")).toBe(3);
    expect(count("Moeder van een drieling en zeven kinderen.")).toBe(2);
    expect(count("Moeder vraagt hulp bij de post.")).toBe(0);
    expect(RARE_TRAITS_MIN).toBe(3);
  });

  it.each(["zeven kinderen", "Elf eigen kinderen", "7 kinderen", "15 kinderen", "12  kinderen".replace("  ", " ")])(
    "are a family of %s",
    (family) => {
      expect(count(`Zij heeft ${family} thuis.`)).toBe(1);
    },
  );

  it.each(["zes kinderen", "16 kinderen", "17 mensen", "zevenkinderen", "nazeven kinderen", "acht kinderenfeestjes"])(
    "are not %s",
    (family) => {
      expect(count(`Zij ziet ${family} daar.`)).toBe(0);
    },
  );
});
