import { loadCatalogue } from "@rode-draad/catalogue";
import { beforeAll, describe, expect, it } from "vitest";
import { readMessages, writtenOut } from "./messages.js";
import { OWN_TEXTS } from "./own-texts.js";
import { countWords, sentencesIn } from "./sentences.js";

/**
 * Language level B1, as far as a machine can count it: short sentences of everyday words (domain report 5.3). Measured on
 * everything that the product itself says, with the names and notes of the catalogue in it as a reader gets them.
 */
const MEDIAN_MAX = 12;
const LONGEST = 20;

/** Words of officialdom with an everyday word beside them. Names of laws and schemes may stay. */
const STIFF =
  /\b(?:betreffende|verstrekken|dient te|teneinde|derhalve|aangaande|middels|indien|tevens|reeds|conform)\b/i;

/** Enough to be sure that the texts were found at all. */
const SENTENCES_MIN = 9;

describe.each(Object.entries(OWN_TEXTS))("%s", (_name, texts) => {
  let sentences: readonly string[] = [];
  beforeAll(async () => {
    sentences = [...new Set((await texts()).flatMap(sentencesIn))];
  });

  it(`has sentences of at most ${LONGEST} words, and a median of at most ${MEDIAN_MAX}`, () => {
    expect(sentences.filter((sentence) => countWords(sentence) > LONGEST)).toEqual([]);
    const lengths = sentences
      .filter((sentence) => /[.!?]$/.test(sentence))
      .map(countWords)
      .sort((a, b) => a - b);
    expect(lengths.length).toBeGreaterThanOrEqual(SENTENCES_MIN);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(MEDIAN_MAX);
  });

  it("has everyday words", () => {
    expect(sentences.filter((sentence) => STIFF.test(sentence))).toEqual([]);
  });
});

it("the reasons of the catalogue are whole sentences, and no telegrams", () => {
  const { themes, formats } = loadCatalogue();
  const reasons = [
    ...themes.map(({ collectiveReason }) => collectiveReason),
    ...themes.flatMap(({ season }) => (season.months.length === 0 ? [] : [season.note])),
    ...formats.map(({ notWhen }) => notWhen),
  ];
  const sentences = reasons.flatMap((reason) => reason.split(/(?<=[.!?])\s+/));
  expect(sentences.length).toBeGreaterThan(reasons.length);
  // Without a verb in front or a subject, a sentence begins with what is left out or is over after two words.
  const isTelegram = (sentence: string): boolean =>
    /^(?:Niet|Geen|Nooit|Alleen|Hooguit|Bewezen|Eerst|Vaak hetzelfde|Veel schaamte|Liefst)\b/.test(sentence) ||
    !/[.!?]$/.test(sentence) ||
    sentence.split(" ").length < 3;
  expect(sentences.filter(isTelegram)).toEqual([]);
});

describe("the words of the pages", () => {
  const isForPartners = (key: string): boolean => key.startsWith("partner.");
  const linesWith = (address: RegExp, isMeant: (key: string) => boolean): string[] =>
    readMessages("nl")
      .filter(({ key }) => isMeant(key))
      .flatMap(({ key, parsed }) => writtenOut(parsed).map((text) => `${key}: ${text}`))
      .filter((line) => address.test(line));

  it("say je to a colleague and u to a partner, and never both", () => {
    expect(linesWith(/(?<![\p{L}.])(?:u|uw)(?!\p{L})/iu, (key) => !isForPartners(key))).toEqual([]);
    expect(linesWith(/(?<![\p{L}.])(?:je|jij|jou|jouw|jullie)(?!\p{L})/iu, isForPartners)).toEqual([]);
  });
});
