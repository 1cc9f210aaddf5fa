import { markSafe, type Segment } from "@rode-draad/domain";
import { describe, expect, it } from "vitest";
import { loadRecogniser } from "./recogniser.js";

const recogniser = loadRecogniser();
const whole = (text: string): Segment => ({ start: 0, end: text.length, kind: "help-question" });
const QUESTION =
  "Mevrouw vraagt hulp bij het aanvragen van huurtoeslag, zij is net verhuisd naar een sociale huurwoning. Haar buurman klaagt over herrie.";

describe("explaining one question", () => {
  const text = markSafe(QUESTION);
  const told = recogniser.explain(text, [whole(text)], 0);

  it("names the theme, the next one, and the words that decided, as they stand in the text", () => {
    expect(told.theme).toBe("huurtoeslag");
    expect(told.runnerUp).not.toBe("huurtoeslag");
    expect(told.margin).toBeGreaterThan(0);
    expect(told.wordsFor[0]?.text).toContain("huurtoeslag");
    for (const word of [...told.wordsFor, ...told.wordsAgainst])
      expect(text.slice(word.start, word.end)).toBe(word.text);
  });

  it("tells the effect of a word as what the margin loses without it", () => {
    const [word] = told.wordsFor;
    if (word === undefined) throw new Error("no word decided");
    const without = markSafe(text.slice(0, word.start) + " ".repeat(word.end - word.start) + text.slice(word.end));
    const less = recogniser.explain(without, [whole(without)], 0, told.theme);
    // The runner-up may be another one without the word; only then the two margins cannot be compared.
    if (less.runnerUp === told.runnerUp) expect(told.margin - less.margin).toBeCloseTo(word.effect, 4);
    expect(less.margin).toBeLessThan(told.margin);
  });

  it("says of another theme why not: its margin is below zero and words speak against it", () => {
    const other = recogniser.explain(text, [whole(text)], 0, "burenoverlast");
    expect(other.runnerUp).toBe("huurtoeslag");
    expect(other.margin).toBeLessThan(0);
    expect(other.wordsFor.map((word) => word.text).join(" ")).toMatch(/buurman|herrie|klaagt/);
    expect(other.wordsAgainst.map((word) => word.text).join(" ")).toContain("huurtoeslag");
  });

  it("explains the asked segment by its own words only", () => {
    const cut: Segment[] = [
      { start: 0, end: 103, kind: "help-question" },
      { start: 104, end: text.length, kind: "help-question" },
    ];
    for (const { start, end } of recogniser.explain(text, cut, 1).wordsFor) {
      expect(start).toBeGreaterThanOrEqual(104);
      expect(end).toBeLessThanOrEqual(text.length);
    }
  });
});

describe("telling the reason of one question of many", () => {
  it("repeats phrases of the lexicon only: no mask, number, name or word of its own", () => {
    const text = markSafe(
      "[NAAM] vraagt huurtoeslag aan voor Kerkstraat 12, haar vriendin Roos Kwibus-Plons heeft nummer [BSN] doorgegeven.",
    );
    const { phrases, runnerUp } = recogniser.tellReason(text, "huurtoeslag");
    expect(phrases).toContain("huurtoeslag");
    expect(phrases.join(" ")).not.toMatch(/naam|bsn|kerkstraat|kwibus|plons|\d/i);
    expect(runnerUp).not.toBe("huurtoeslag");
  });

  it("repeats no expression of how people ask and tell, also where it decided", () => {
    const text = markSafe("Haar man vraagt of de huurtoeslag sinds januari elke maand stopt, hij weet niks meer.");
    const { phrases } = recogniser.tellReason(text, "t-0007");
    expect(phrases).toContain("huurtoeslag");
    expect(phrases.join(" ")).not.toMatch(/man|vraagt|sinds|januari|maand|niks/);
  });

  it("agrees with leaving out on which phrase speaks most", () => {
    const { phrases } = recogniser.tellReason(markSafe(QUESTION), "huurtoeslag");
    expect(phrases[0]).toContain("huurtoeslag");
  });

  it("gives a theme that no catalogue foresaw the catalogue theme that comes nearest", () => {
    const { phrases, runnerUp } = recogniser.tellReason(markSafe(QUESTION), "t-0007");
    expect(phrases).toContain("huurtoeslag");
    expect(runnerUp).toBe("huurtoeslag");
  });

  it("never names a theme of the safety route as the next one", () => {
    const text = markSafe("Haar man slaat haar en bedreigt haar, zij is bang voor hem.");
    expect(recogniser.explain(text, [whole(text)], 0, "woning-zoeken").runnerUp).toBe("huiselijk-geweld");
    expect(recogniser.tellReason(text, "woning-zoeken").runnerUp).not.toMatch(/geweld|mishandeling|crisis|uitbuiting/);
  });
});
