import { describe, expect, it } from "vitest";
import { wordsIn } from "../../messages/words-of.js";
import { evaluationValues, PLACE_LENGTH_MAX, planValues, readEvaluation, readPlan } from "./read-forms.js";

const t = wordsIn("nl");
const TODAY = "2026-11-22";
const PLAN = {
  dag: "2026-12-01",
  van: "19:00",
  tot: "21:00",
  plek: "Wijkcentrum Zuid",
  openbaar: "ja",
  plaatsen: "30",
};
const EVALUATION = {
  opkomst: "15-tot-24",
  geholpen: "ja",
  verder: "sommigen",
  nogeens: "anders",
  toelichting: "Meer stoelen.",
  voorbereiden: "7,5",
  avond: "2.25",
  collegas: "3",
};

describe("a plan as it is typed", () => {
  const read = (changes: Partial<typeof PLAN> = {}) => readPlan({ ...PLAN, ...changes }, TODAY, t);
  const wrong = (changes: Partial<typeof PLAN>) => {
    const outcome = read(changes);
    return "errors" in outcome ? outcome.errors : {};
  };

  it("is read whole, and may lack all but what is known", () => {
    expect(read()).toEqual({
      draft: {
        date: { day: "2026-12-01", from: "19:00", until: "21:00" },
        place: "Wijkcentrum Zuid",
        isPublicPlace: true,
        capacity: 30,
      },
    });
    expect(read({ dag: "", plek: "", openbaar: "", plaatsen: "" })).toEqual({ draft: { isPublicPlace: false } });
  });

  it("says what is wrong with each field, and what to do about a day that is past", () => {
    expect(wrong({ dag: "2026-11-21" }).dag).toMatch(/al voorbij.*Kies vandaag of een latere dag/s);
    expect(Object.keys(wrong({ dag: "31-12-2026", van: "7 uur", tot: "", plaatsen: "veel" }))).toEqual([
      "dag",
      "van",
      "tot",
      "plaatsen",
    ]);
    expect(Object.keys(wrong({ van: "21:00", tot: "19:00", plaatsen: "0" }))).toEqual(["tot", "plaatsen"]);
    expect(wrong({ plek: "a".repeat(PLACE_LENGTH_MAX) })).toEqual({});
    expect(Object.keys(wrong({ plek: "a".repeat(PLACE_LENGTH_MAX + 1) }))).toEqual(["plek"]);
  });

  it("opens on what stands there", () => {
    const date = { day: "2026-12-01", from: "19:00", until: "21:00" };
    expect(planValues({ date, place: "Wijkcentrum Zuid", capacity: 30 })).toEqual(PLAN);
    expect(planValues({})).toMatchObject({ dag: "", plek: "", openbaar: "", plaatsen: "" });
  });
});

describe("an evaluation as it is typed", () => {
  const wrong = (changes: Partial<typeof EVALUATION>) => {
    const outcome = readEvaluation({ ...EVALUATION, ...changes }, t);
    return "errors" in outcome ? Object.keys(outcome.errors) : [];
  };

  it("is read with a comma or a point, and opens again as it was given", () => {
    const outcome = readEvaluation(EVALUATION, t);
    expect(outcome).toEqual({
      draft: {
        attendance: "15-tot-24",
        evaluation: { useful: "ja", onward: "sommigen", again: "anders" },
        line: "Meer stoelen.",
        hours: { preparation: 7.5, session: 2.25, colleagues: 3 },
      },
    });
    if (!("draft" in outcome)) throw new Error("It was refused.");
    const { line = "", evaluation, ...rest } = outcome.draft;
    expect(evaluationValues({ ...rest, evaluation: { ...evaluation, line } })).toEqual({
      ...EVALUATION,
      avond: "2,25",
    });
  });

  it("needs a band, an answer to each question and hours that somebody can have worked", () => {
    expect(wrong({ opkomst: "17", geholpen: "", verder: "weet ik niet", nogeens: "" })).toEqual([
      "opkomst",
      "geholpen",
      "verder",
      "nogeens",
    ]);
    expect(wrong({ voorbereiden: "-1", avond: "2,1", collegas: "1,5" })).toEqual(["voorbereiden", "avond", "collegas"]);
    expect(wrong({ voorbereiden: "", avond: "", collegas: "" })).toEqual(["voorbereiden", "avond", "collegas"]);
    expect(wrong({ toelichting: "a".repeat(201) })).toEqual(["toelichting"]);
    expect(wrong({ toelichting: "" })).toEqual([]);
  });
});
