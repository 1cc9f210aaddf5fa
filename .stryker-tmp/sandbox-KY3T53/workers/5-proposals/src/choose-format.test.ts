import type { Format, Theme } from "@rode-draad/catalogue";
import { describe, expect, it } from "vitest";
import { catalogue } from "../test/build-input.js";
import {
  carePoints,
  chooseFormat,
  complexityPoints,
  meetingPoints,
  seasonPoints,
  sizePoints,
} from "./choose-format.js";
import type { NeedSize, Timing } from "./need.js";

function format(id: string, changes: Partial<Format> = {}): Format {
  const found = catalogue.format(id);
  if (found === undefined) throw new Error(`no format ${id}`);
  return { ...found, ...changes };
}

function theme(id: string, changes: Partial<Theme> = {}): Theme {
  const found = catalogue.theme(id);
  if (found === undefined) throw new Error(`no theme ${id}`);
  return { ...found, ...changes };
}

const size = (casesAtLeast: number): NeedSize => ({ casesAtLeast, casesAtMost: casesAtLeast + 5 });
const OUT_OF_SEASON: Timing = { rising: false };
const IN_SEASON: Timing = { rising: false, season: "Rond de jaarwisseling" };

describe("the rules about a form", () => {
  it("prefer a seasonal form in its season or when rules change, and no form out of season", () => {
    expect(seasonPoints(format("invulmiddag"), IN_SEASON)).toBeGreaterThan(0);
    expect(seasonPoints(format("invulmiddag"), { rising: false, ruleChange: "Nieuwe regels" })).toBeGreaterThan(0);
    expect(seasonPoints(format("invulmiddag"), OUT_OF_SEASON)).toBe(0);
    expect(seasonPoints(format("huiskamer-inloop"), IN_SEASON)).toBe(0);
  });

  it("ask for enough questions", () => {
    const evening = format("infoavond", { minSignalsHint: 15 });
    expect(sizePoints(evening, size(15))).toBeGreaterThan(0);
    expect(sizePoints(evening, size(14))).toBeLessThan(0);
  });

  it("match the form to how tangled the question is", () => {
    expect(complexityPoints(format("infoavond"), theme("huurtoeslag", { complexity: "enkelvoudig" }))).toBe(1);
    expect(complexityPoints(format("infoavond"), theme("huurtoeslag", { complexity: "gemengd" }))).toBe(0);
    const tangled = theme("huurtoeslag", { complexity: "meervoudig" });
    const room = (max: number) => format("lotgenotengroep", { capacity: { min: 6, max } });
    expect(complexityPoints(room(25), tangled)).toBe(1);
    expect(complexityPoints(room(26), tangled)).toBeLessThan(0);
  });

  it("keep what asks for care out of a public gathering", () => {
    const care = theme("alimentatie", { collective: "only-with-care", sensitivity: "midden" });
    const hard = theme("dementie", { collective: "suitable", sensitivity: "hoog" });
    const room = (max: number) => format("infoavond", { capacity: { min: 6, max } });
    for (const careful of [care, hard]) {
      expect(carePoints(room(25), careful)).toBeGreaterThan(0);
      expect(carePoints(room(26), careful)).toBeLessThan(0);
    }
    expect(carePoints(room(60), theme("huurtoeslag"))).toBe(0);
  });

  it("put a leaflet after a meeting", () => {
    expect(meetingPoints(format("folder-en-faq"))).toBeLessThan(meetingPoints(format("infoavond")));
  });
});

describe("chooseFormat", () => {
  it("takes a form that the first theme lists, for every theme and size", () => {
    for (const candidate of catalogue.themes.filter(({ collective }) => collective !== "never")) {
      for (const cases of [5, 10, 15, 25, 50]) {
        const chosen = chooseFormat([candidate, theme("huurtoeslag")], size(cases), IN_SEASON, catalogue);
        expect(candidate.formatIds).toContain(chosen?.format.id);
      }
    }
  });

  it("has no form for a theme that is never collective", () => {
    expect(chooseFormat([theme("huiselijk-geweld")], size(50), IN_SEASON, catalogue)).toBeUndefined();
  });

  it("names only rules that spoke for the form", () => {
    const chosen = chooseFormat([theme("huurtoeslag")], size(15), OUT_OF_SEASON, catalogue);
    expect(chosen?.format.id).toBe("infoavond");
    expect(chosen?.reasons).toEqual(["Er zijn genoeg vragen voor deze vorm.", "Deze vorm past bij dit soort vraag."]);
  });
});
