import { expect, it } from "vitest";
import { applyMasks } from "./apply-masks.js";
import { MASKS } from "./masks.js";

it("puts the mask of each find in its place and leaves no character of it", () => {
  const spans = [
    { start: 4, end: 7, type: "PERSON" },
    { start: 13, end: 23, type: "PHONE" },
  ] as const;
  expect(applyMasks("Bel Jan, tel 0612345678.", spans)).toBe("Bel [NAAM], tel [TELEFOON].");
  expect(applyMasks("niets", [])).toBe("niets");
});

it("parts a mask from a letter that is glued to it, and from nothing else", () => {
  expect(applyMasks("xJany", [{ start: 1, end: 4, type: "PERSON" }])).toBe("x [NAAM] y");
  expect(applyMasks("1Jan2", [{ start: 1, end: 4, type: "PERSON" }])).toBe("1[NAAM]2");
  expect(applyMasks("Jan", [{ start: 0, end: 3, type: "PERSON" }])).toBe("[NAAM]");
  const beside = [
    { start: 0, end: 3, type: "PERSON" },
    { start: 3, end: 7, type: "BSN" },
  ] as const;
  expect(applyMasks("Jan1234", beside)).toBe("[NAAM][BSN]");
});

it("has these words in place of what is taken out, and readers know them", () => {
  expect(MASKS).toEqual({
    PERSON: "[NAAM]",
    BSN: "[BSN]",
    A_NUMBER: "[A-NUMMER]",
    EDUCATION_NUMBER: "[ONDERWIJSNUMMER]",
    IBAN: "[REKENINGNUMMER]",
    PHONE: "[TELEFOON]",
    EMAIL: "[E-MAIL]",
    POSTCODE: "[POSTCODE]",
    ADDRESS: "[ADRES]",
    LICENSE_PLATE: "[KENTEKEN]",
    V_NUMBER: "[V-NUMMER]",
    CASE_NUMBER: "[ZAAKNUMMER]",
    DATE_OF_BIRTH: "[GEBOORTEDATUM]",
    AGE_OVER_89: "[LEEFTIJD 90+]",
    ORGANISATION: "[ORGANISATIE]",
    URL: "[URL]",
    IP: "[IP]",
    USERNAME: "[GEBRUIKERSNAAM]",
  });
});
