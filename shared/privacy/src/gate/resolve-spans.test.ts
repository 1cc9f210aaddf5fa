import { IDENTIFIER_TYPES } from "@rode-draad/domain";
import { describe, expect, it } from "vitest";
import { normalise } from "./normalise.js";
import { resolveSpans, toRawSpans } from "./resolve-spans.js";

const note = normalise("0123 [NAAM] \n xyz 890");
const person = (start: number, end: number) => ({ start, end, type: "PERSON" }) as const;

describe("finds that overlap", () => {
  it("become one that covers them all", () => {
    expect(resolveSpans(note, [person(2, 4), person(0, 3)])).toEqual([person(0, 4)]);
    expect(resolveSpans(note, [person(0, 4), person(1, 2)])).toEqual([person(0, 4)]);
    expect(resolveSpans(note, [person(0, 2), person(0, 4)])).toEqual([person(0, 4)]);
  });

  it("stay two when they only touch", () => {
    expect(resolveSpans(note, [person(2, 4), person(0, 2)])).toEqual([person(0, 2), person(2, 4)]);
  });

  /** The surest shape first. Written out beside the code, so that a slip in the one shows in the other. */
  const SUREST_FIRST = [
    "EMAIL",
    "IBAN",
    "URL",
    "IP",
    "V_NUMBER",
    "PHONE",
    "BSN",
    "A_NUMBER",
    "EDUCATION_NUMBER",
    "USERNAME",
    "DATE_OF_BIRTH",
    "LICENSE_PLATE",
    "CASE_NUMBER",
    "ADDRESS",
    "POSTCODE",
    "ORGANISATION",
    "PERSON",
    "AGE_OVER_89",
  ] as const;

  it("take the kind with the surest shape, whichever comes first", () => {
    expect(new Set(SUREST_FIRST)).toEqual(new Set(IDENTIFIER_TYPES));
    for (const [rank, type] of SUREST_FIRST.entries()) {
      for (const other of SUREST_FIRST.slice(rank + 1)) {
        for (const [first, second] of [
          [type, other],
          [other, type],
        ] as const) {
          const finds = [
            { start: 0, end: 3, type: first },
            { start: 1, end: 4, type: second },
          ];
          expect(resolveSpans(note, finds)).toEqual([{ start: 0, end: 4, type }]);
        }
      }
    }
  });
});

describe("a find", () => {
  it("loses the white space at its ends, and goes when nothing is left", () => {
    expect(resolveSpans(note, [person(11, 18)])).toEqual([person(14, 17)]);
    expect(resolveSpans(note, [person(11, 14), person(4, 4)])).toEqual([]);
  });

  it("goes when it touches on a placeholder, since that was taken out before", () => {
    expect(resolveSpans(note, [person(3, 7), person(6, 9), person(10, 16)])).toEqual([]);
    expect(resolveSpans(note, [person(0, 5), person(11, 17)])).toEqual([person(0, 4), person(14, 17)]);
  });

  it("is counted in the raw text in the end", () => {
    const raw = normalise("\u200bJ\u200ban ĳs");
    expect(toRawSpans(raw, [person(0, 3), person(4, 5)])).toEqual([person(1, 5), person(6, 7)]);
  });
});
