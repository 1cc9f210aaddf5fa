import { describe, expect, it } from "vitest";
import { marked } from "../../test/marked.js";
import { findLicensePlates } from "./find-license-plates.js";

const find = findLicensePlates;

describe("licence plates", () => {
  it.each([
    "Zij reed «AB-12-34» weg.",
    "Zij reed «12-34-BC» weg.",
    "Zij reed «12-BC-34» weg.",
    "Zij reed «BC-12-DF» weg.",
    "Zij reed «BC-DF-12» weg.",
    "Zij reed «12-BC-DF» weg.",
    "Zij reed «12-BCD-3» weg.",
    "Zij reed «1-BCD-23» weg.",
    "Zij reed «BC-123-D» weg.",
    "Zij reed «B-123-CD» weg.",
    "Zij reed «BCD-12-F» weg.",
    "Zij reed «B-12-CDF» weg.",
    "Zij reed «1-BC-234» weg.",
    "Zij reed «123-BC-4» weg.",
    "«AB-12-34»",
  ])("covers a plate of every kind with its dashes: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij reed xAB-12-34 en AB-12-345 en AB-12-34-56 en 9-AB-12-34 weg.",
    "Zij reed ab-12-34 weg.",
    "Zij reed AE-12-34 weg.",
  ])("keeps the same shape inside something longer, in lower case, or with two vowels in a row: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Kenteken «ab-12-34» of «AE-12-34» weg.",
    "kenteken «ae-12-34» weg.",
    "Nummerbord met «ab-12-34» weg.",
    "De auto van haar («ab-12-34») weg.",
    "De scooter («AE-12-34») weg.",
    "Het busje («ae-12-34») weg.",
  ])("covers those too when a word for a plate or a car stands in front: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "kenteken «AB1234» weg.",
    "kentekenplaat «AB 12 34» weg.",
    "plaat «ab12.34» weg.",
    "auto «AB1234» weg.",
    "auto ab1234 weg.",
    "Zomaar AB1234 weg.",
    "De auto is weg. Zomaar AB1234 weg.",
    "De auto is weg; zomaar AB1234 weg.",
    "kenteken xAB1234 en AB12345 weg.",
    "Kenteken staat ver weg in de tekst en pas daarna komt dan nog ab1234 weg.",
  ])("covers a plate without dashes behind such a word only: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each(["kenteken«AB1234»weg", "kenteken: «AB-12-34»weg", "kentekenAB12345weg"])(
    "covers a plate that is glued to the word: %j",
    (text) => {
      expect(marked(text, find)).toBe(text);
    },
  );

  it.each(["Kenteken «0 0 - X L - B Z» hier.", "kenteken: «O0-KFP-O» hier.", "Nummerbord «0O.KF.12» hier."])(
    "covers one that is spaced out or misread, behind a word for a plate: %j",
    (text) => {
      expect(marked(text, find)).toBe(text);
    },
  );

  it.each([
    "Kamer 0 0 - X L - B Z hier.",
    "Kenteken X L K M B Z hier.",
    "Kenteken 0 0 0 0 0 0 hier.",
    "Kenteken A1B2C3D hier.",
  ])("leaves letters and digits that are no plate or that no word explains: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });
});

describe("a plate in part in small letters", () => {
  it.each([
    "kentekenbord is weg, maar de rest van de straat staat nog vol met ab-12-34 daar",
    "kenteken en dan heel veel tekst tot aan het einde ab-12-34 daar",
    "Zij reed aB-12-34 daar",
    "Zij reed Ab-12-34 daar",
    "auto ab1234 en «AB1234»",
  ])("is none without a word for it close by: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });
});
