import { DECLINE_REASONS } from "@rode-draad/domain";
import { describe, expect, it } from "vitest";
import { checkAnswer, EMPTY_ANSWER, readAnswerValues } from "./read-answer.js";

const TODAY = "2026-11-22";
const VIEW = { dates: ["dinsdag 1 december", "woensdag 2 december"] };
const check = (values: Readonly<Record<string, unknown>>) => checkAnswer(readAnswerValues(values), TODAY, VIEW);
const OTHER = { antwoord: "andere-dag", dag: "2026-11-23", van: "19:00", tot: "21:00" };

describe("the values of the form", () => {
  it("are the fields that it has, one line each, and nothing else that was sent", () => {
    expect(readAnswerValues({ antwoord: " bellen ", toelichting: "a\r\nb", reden: ["x"], dag: 7, meer: "x" })).toEqual({
      ...EMPTY_ANSWER,
      van: "",
      tot: "",
      antwoord: "bellen",
      toelichting: "a b",
    });
  });

  it("start with an evening", () => {
    expect(EMPTY_ANSWER).toEqual({ antwoord: "", dag: "", van: "19:00", tot: "21:00", reden: "", toelichting: "" });
  });
});

describe("an answer", () => {
  it("takes one of the proposed dates, and no other", () => {
    expect(check({ antwoord: "datum-1" })).toEqual({ draft: { kind: "accept", dateIndex: 0 } });
    expect(check({ antwoord: "datum-2", toelichting: "gezellig" })).toEqual({
      draft: { kind: "accept", dateIndex: 1 },
    });
    for (const antwoord of ["datum-0", "datum-3", "datum", "", "ja"]) {
      expect(check({ antwoord })).toEqual({ errors: { antwoord: "Kies een antwoord." } });
    }
  });

  it("asks for a call, with a remark or without", () => {
    expect(check({ antwoord: "bellen" })).toEqual({ draft: { kind: "call" } });
    expect(check({ antwoord: "bellen", toelichting: "na vijven" })).toEqual({
      draft: { kind: "call", remark: "na vijven" },
    });
  });

  it("says no for one of the reasons", () => {
    for (const reden of DECLINE_REASONS) {
      expect(check({ antwoord: "nee", reden, toelichting: "jammer" })).toEqual({
        draft: { kind: "decline", reason: reden, remark: "jammer" },
      });
    }
    expect(check({ antwoord: "nee", reden: DECLINE_REASONS[0] })).toEqual({
      draft: { kind: "decline", reason: DECLINE_REASONS[0] },
    });
    for (const reden of ["", "zomaar"]) {
      expect(check({ antwoord: "nee", reden })).toEqual({ errors: { reden: "Kies waarom het niet kan." } });
    }
  });

  it("proposes another day that is still to come", () => {
    const date = { day: "2026-11-23", from: "19:00", until: "21:00" };
    expect(check(OTHER)).toEqual({ draft: { kind: "other-date", date } });
    expect(check({ ...OTHER, toelichting: "liever" })).toEqual({
      draft: { kind: "other-date", date, remark: "liever" },
    });
    expect(check({ ...OTHER, dag: TODAY })).toEqual({ errors: { dag: "Kies een dag die nog komt." } });
    for (const dag of ["", "morgen", "2026-11-31"]) {
      expect(check({ ...OTHER, dag })).toEqual({ errors: { dag: "Kies een dag." } });
    }
  });

  it.each(["", "7:00", "24:00", "19:60", "x19:00", "19:00x", "29:00", "191:00"])("knows no time %j", (time) => {
    expect(check({ ...OTHER, van: time })).toEqual({ errors: { van: "Vul een tijd in, zoals 19:00." } });
    expect(check({ ...OTHER, tot: time })).toEqual({ errors: { tot: "Vul een tijd in, zoals 21:00." } });
  });

  it.each(["00:00", "09:59", "12:30", "20:00"])("knows the time %s", (van) => {
    expect(check({ ...OTHER, van, tot: "23:59" })).toHaveProperty("draft");
  });

  it("ends after it began", () => {
    for (const tot of ["19:00", "18:59"]) {
      expect(check({ ...OTHER, tot })).toEqual({ errors: { tot: "Het einde moet na het begin zijn." } });
    }
    expect(check({ ...OTHER, tot: "19:01" })).toHaveProperty("draft");
  });

  it("is told everything that is wrong with it at once, and a long remark is never cut", () => {
    const toelichting = "x".repeat(201);
    const long = { toelichting: "Dit zijn 201 tekens. Schrijf hier hoogstens 200 tekens." };
    expect(check({ antwoord: "andere-dag", dag: "", van: "", tot: "", toelichting })).toEqual({
      errors: {
        dag: "Kies een dag.",
        van: "Vul een tijd in, zoals 19:00.",
        tot: "Vul een tijd in, zoals 21:00.",
        ...long,
      },
    });
    expect(check({ antwoord: "bellen", toelichting })).toEqual({ errors: long });
    expect(check({ antwoord: "bellen", toelichting: "x".repeat(200) })).toHaveProperty("draft");
  });
});
