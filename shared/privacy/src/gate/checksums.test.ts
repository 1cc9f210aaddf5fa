import { describe, expect, it } from "vitest";
import { isANumber, isBsn, isEducationNumber, isIban, isOldAccountNumber } from "./checksums.js";

/** The same number with each digit raised by one in turn: a check digit notices every one of those slips. */
const slips = (number: string): string[] =>
  [...number].map((digit, at) => `${number.slice(0, at)}${(Number(digit) + 1) % 10}${number.slice(at + 1)}`);

describe("a BSN", () => {
  it.each(["111222333", "123456782", "012345684", "123456010", "23456796"])("passes the 11-test: %s", (number) => {
    expect(isBsn(number)).toBe(true);
  });

  it("fails it with any one digit changed", () => {
    for (const number of [...slips("111222333"), ...slips("123456010")])
      expect([number, isBsn(number)]).toEqual([number, false]);
  });

  it.each(["000000000", "00000000", "1112223330", "0111222333", "1112223", "11122233x", "x11222333", ""])(
    "is not %j",
    (text) => {
      expect(isBsn(text)).toBe(false);
    },
  );
});

describe("an education number", () => {
  it.each(["123456004", "123456016", "001234566", "000000006"])("leaves five: %s", (number) => {
    expect(isEducationNumber(number)).toBe(true);
  });

  it("is no BSN, and fails with any one digit changed", () => {
    for (const text of ["111222333", ...slips("123456004"), "1234560040", "0123456004", "12345600x", ""]) {
      expect([text, isEducationNumber(text)]).toEqual([text, false]);
    }
  });
});

describe("an A-number", () => {
  it.each(["1202345754", "1202345910", "1202346135", "1202346285"])("passes both sums: %s", (number) => {
    expect(isANumber(number)).toBe(true);
  });

  it("fails with any one digit changed", () => {
    for (const number of slips("1202345754")) expect([number, isANumber(number)]).toEqual([number, false]);
  });

  it.each(["5204616702", "8103721741"])("needs both sums to be right: %s", (number) => {
    expect(isANumber(number)).toBe(false);
  });

  it("begins with no zero, repeats no digit beside itself, and has ten digits", () => {
    // Both sums of these two are right.
    for (const text of ["7247303396", "0946057648"]) expect([text, isANumber(text)]).toEqual([text, false]);
    for (const text of ["0000000000", "12023457540", "91202345754", "120234575", "120234575x", ""]) {
      expect([text, isANumber(text)]).toEqual([text, false]);
    }
  });
});

describe("an account number of before IBAN", () => {
  it.each(["123456002", "123456010", "123456029", "012345601"])("divides by eleven: %s", (number) => {
    expect(isOldAccountNumber(number)).toBe(true);
  });

  it("fails with any one digit changed, and is nine digits that are not all zero", () => {
    for (const text of [...slips("123456029"), "000000000", "1234560290", "0123456029", "12345602x", ""]) {
      expect([text, isOldAccountNumber(text)]).toEqual([text, false]);
    }
  });
});

describe("an IBAN", () => {
  it.each(["XX361234567890", `XX32${"1".repeat(30)}`])("has an account part of 10 to 30 signs: %s", (number) => {
    expect(isIban(number)).toBe(true);
  });

  it.each(["XX07123456789", `XX65${"1".repeat(31)}`])("has no shorter or longer one: %s", (number) => {
    expect(isIban(number)).toBe(false);
  });

  it.each(["NL91ABNA0417164300", "DE89370400440532013000", "NO9386011117947", "MT84MALT011000012345MTLCAST001S"])(
    "leaves one of 97: %s",
    (number) => {
      expect(isIban(number)).toBe(true);
    },
  );

  it.each([
    "NL91ABNA0417164301",
    "NL19ABNA0417164300",
    "nl91abna0417164300",
    "NL91 ABNA 0417 1643 00",
    "9191ABNA0417164300",
    "NLX1ABNA0417164300",
    "",
  ])("is not %j", (text) => {
    expect(isIban(text)).toBe(false);
  });
});
