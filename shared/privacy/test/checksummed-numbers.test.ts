import { RawText } from "@rode-draad/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createGate } from "../src/gate/gate.js";
import { bsn, iban, spell, spelling } from "./sample-identifiers.js";

const gate = createGate();
const VARIANTS = 10_000;

/** Whether one stretch of the text is covered from end to end by one find. */
function isCovered(text: string, part: string): boolean {
  const start = text.indexOf(part);
  return gate.findSpans(new RawText(text)).some((span) => span.start <= start && start + part.length <= span.end);
}

describe("checksummed numbers never leak", () => {
  it("covers every spelling of a BSN that is named as one", () => {
    fc.assert(
      fc.property(bsn, spelling, fc.constantFrom("BSN ", "bsn: ", "burgerservicenummer is "), (number, how, cue) => {
        const part = spell(number, how);
        expect(isCovered(`Aanvraag ligt klaar, ${cue}${part} en de rest volgt.`, part)).toBe(true);
      }),
      { numRuns: VARIANTS },
    );
  }, 120_000);

  it("covers every spelling of a BSN that nothing announces", () => {
    fc.assert(
      fc.property(bsn, spelling, (number, how) => {
        const part = spell(number, how);
        expect(isCovered(`Op het formulier stond ${part} in de kop.`, part)).toBe(true);
      }),
      { numRuns: VARIANTS },
    );
  }, 120_000);

  it.each(["O 0 6 0 0 0 0 0 9", "O O 6 0 0 0 0 0 9"])(
    "covers all of %j, whose rest could be a telephone number",
    (part) => {
      expect(isCovered(`Op het formulier stond ${part} in de kop.`, part)).toBe(true);
    },
  );

  it("covers every spelling of an IBAN, Dutch or foreign", () => {
    fc.assert(
      fc.property(iban, spelling, (number, how) => {
        const part = spell(number, how);
        expect(isCovered(`Overmaken naar ${part} voor vrijdag.`, part)).toBe(true);
      }),
      { numRuns: VARIANTS },
    );
  }, 120_000);
});
