import { inOrderOfTime } from "@rode-draad/domain";
import { describe, expect, it } from "vitest";
import { questionSheetSchema, runSheetsSchema } from "./catalogue-schema.js";
import { listQuestionSheets, loadQuestionSheet, loadRunSheets, readCatalogueData } from "./load-catalogue.js";

const { themes, formats } = readCatalogueData();
const sheets = listQuestionSheets().map((themeId) => {
  const sheet = loadQuestionSheet(themeId);
  if (sheet === undefined) throw new Error(`No sheet of ${themeId}.`);
  return { themeId, sheet };
});
const words = (text: string): number => text.split(/\s+/).length;
const sentences = sheets.flatMap(({ sheet }) =>
  sheet.questions.flatMap(({ question, answer }) => `${question} ${answer}`.split(/(?<=[.!?])\s+/)),
);

describe("the question sheets", () => {
  it("have the shape that the code is written for, and stand in the file of their theme", () => {
    for (const { themeId, sheet } of sheets) {
      expect([themeId, questionSheetSchema.safeParse(sheet).error?.issues ?? []]).toEqual([themeId, []]);
      expect(sheet.themeId).toBe(themeId);
    }
    expect(loadQuestionSheet("geen-thema")).toBeUndefined();
    expect(loadQuestionSheet("../meta")).toBeUndefined();
  });

  it("are there for the themes that are offered most, and for none that is never collective", () => {
    expect(sheets.length).toBeGreaterThanOrEqual(25);
    for (const { themeId } of sheets) {
      expect(["suitable", "only-with-care"]).toContain(themes.find(({ id }) => id === themeId)?.collective);
    }
  });

  it("are language level B1: short sentences, and residents are u", () => {
    const lengths = sentences.map(words).sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(12);
    expect(sentences.filter((sentence) => words(sentence) > 20)).toEqual([]);
  });

  it("tell a figure only when they end with the year of that figure", () => {
    // An amount is set for a year; what stands on a sheet that holds longer has none.
    const amounts = sheets.filter(({ sheet }) => sheet.questions.some(({ answer }) => /\d euro/.test(answer)));
    expect(amounts.map(({ themeId }) => themeId)).toContain("huurtoeslag");
    for (const { themeId, sheet } of amounts) expect([themeId, sheet.validUntil]).toEqual([themeId, "2026-12-31"]);
  });
});

describe("the run sheets", () => {
  const runSheets = loadRunSheets();
  it("have the shape that the code is written for, one for each form, in order of time", () => {
    expect(runSheetsSchema.safeParse(runSheets).error?.issues ?? []).toEqual([]);
    expect(runSheets.map(({ formatId }) => formatId)).toEqual(formats.map(({ id }) => id));
    for (const { steps } of runSheets) expect(steps).toEqual(inOrderOfTime(steps));
  });

  it("start on time: each has something to do at the start and before it", () => {
    for (const { formatId, steps } of runSheets) {
      const offsets = steps.map(({ offsetMinutes }) => offsetMinutes);
      expect([formatId, offsets.includes(0), offsets.some((offset) => offset < 0)]).toEqual([formatId, true, true]);
    }
  });
});
