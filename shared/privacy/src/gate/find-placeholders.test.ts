import { describe, expect, it } from "vitest";
import { marked } from "../../test/marked.js";
import { findPlaceholders } from "./find-placeholders.js";
import type { ReadableNote } from "./readable-note.js";

const find = ({ text }: ReadableNote) => findPlaceholders(text);

describe("placeholders", () => {
  it.each([
    "Mevrouw «[NAAM]» belt «[naam partner]» om «[Naam Partner 2]».",
    "Zie «<PERSOON_1>» en «[TELEFOON/ADRES]» en «[E-MAIL]».",
    "«[LEEFTIJD 90+]» en «[A-NUMMER]» en «[NAAM A]» en «[NAAM-12]» en «[CLIËNT]».",
    "«[ NAAM ]» en «[1]» en «[123+]» en «[A]».",
  ])("knows what stands in brackets in place of an identifier: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zie [bijlage] en <b> en [NAAM bijlage] en [a] en [1234] en [] en [ ] en [-].",
    "Zie [NAAM en <NAAM en NAAM] en [NAAM\n] en <NAAM@NAAM>.",
    "Zie [NAAM NAAM NAAM NAAM NAAM NAAM NAAM NAAM NAAM].",
    "Zie [«[NAAM]»] en <«<NAAM>»>.",
    "Zonder haken staat NAAM er.",
  ])("keeps other words, long ones and mail addresses: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });
});
