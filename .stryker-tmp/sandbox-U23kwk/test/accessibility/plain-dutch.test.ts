import { loadCatalogue } from "@rode-draad/catalogue";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PAGES } from "./pages.js";
import { sampleWeb } from "./sample-web-tools.js";
import { type ServedWeb, serveWeb } from "./serve-web.js";

/**
 * Language level B1, as far as a machine can count it: short sentences, one message each (domain report 5.3). Measured on
 * the words of the product itself; names and notes that come from the catalogue are left out by putting one word for each.
 */
const MEDIAN_MAX = 12;
const LONGEST = 20;

/** Words of officialdom with an everyday word beside them. Names of laws and schemes may stay. */
const STIFF =
  /\b(?:betreffende|verstrekken|dient te|teneinde|derhalve|aangaande|middels|indien|tevens|reeds|conform)\b/i;

const catalogue = loadCatalogue();
const catalogueTexts = [
  ...catalogue.themes.flatMap((theme) => [
    theme.label,
    theme.definition,
    theme.season.note,
    theme.collectiveReason,
    theme.ruleNote ?? "",
    theme.invitationTitle ?? "",
  ]),
  ...catalogue.ruleChanges.map(({ note }) => note),
  ...catalogue.formats.map(({ label }) => label),
  ...catalogue.partners.map(({ label }) => label),
]
  .filter((text) => text !== "")
  .sort((a, b) => b.length - a.length);

/** The sentences of a page: text of one block each, cut at full stops, question and exclamation marks. */
function sentencesOf(html: string): string[] {
  const main = /<main[^>]*>(.*)<\/main>/s.exec(html)?.[1] ?? "";
  const text = main
    .replace(/<(?:svg|option|optgroup|select)\b.*?<\/(?:svg|option|optgroup|select)>/gs, "\n")
    .replace(/<\/?(?:strong|em|a|b|i)\b[^>]*>/g, "")
    .replace(/<[^>]+>/g, "\n")
    .replaceAll("&#x27;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
  const plain = catalogueTexts.reduce(
    (rest, known) => rest.replaceAll(new RegExp(escaped(known), "gi"), "Thema"),
    text,
  );
  return plain
    .split(/\n|(?<=[.!?])\s+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => words(sentence) > 1 && !sentence.includes(";"));
}

function words(sentence: string): number {
  return sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

describe("the product's own words", () => {
  let web: ServedWeb;
  const sentences = new Set<string>();
  beforeAll(async () => {
    web = await serveWeb(sampleWeb().tools);
    for (const [, path] of PAGES) {
      for (const sentence of sentencesOf(await (await fetch(web.url + path)).text())) sentences.add(sentence);
    }
  });
  afterAll(() => web.close());

  it("were found at all", () => {
    expect(sentences.size).toBeGreaterThan(200);
  });

  it(`have a median of at most ${MEDIAN_MAX} words a sentence`, () => {
    const full = [...sentences]
      .filter((sentence) => /[.!?]$/.test(sentence))
      .map(words)
      .sort((a, b) => a - b);
    expect(full[Math.floor(full.length / 2)]).toBeLessThanOrEqual(MEDIAN_MAX);
  });

  it(`have no sentence of more than ${LONGEST} words`, () => {
    expect([...sentences].filter((sentence) => words(sentence) > LONGEST)).toEqual([]);
  });

  it("are everyday words", () => {
    expect([...sentences].filter((sentence) => STIFF.test(sentence))).toEqual([]);
  });
});
