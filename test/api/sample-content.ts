import type { Proposal, Signal } from "@rode-draad/domain";
import type { ThemeReport } from "@rode-draad/reports";
import { buildProposal } from "../../workers/5-proposals/test/build-proposal.js";

export function proposal(id: string, more: Partial<Proposal> = {}): Proposal {
  return buildProposal(id, {
    month: "2026-10",
    areaCode: "WK999901",
    teamCodes: ["NOORD"],
    title: "Huurtoeslag: heeft u er recht op?",
    whyNow: "In januari komen nieuwe regels.",
    forWhom: "Alle huurders in de wijk.",
    turnout: { min: 20, max: 40 },
    preparationHours: { min: 6, max: 10 },
    growsInto: ["invulmiddag"],
    avoid: "Noem geen namen.",
    evidence: { rule: "stijgt in een wijk", band: "15 tot 24", windowMonths: 3, reasons: ["Dit komt vaker terug."] },
    ...more,
  });
}

export function signal(id: string, more: Partial<Signal> = {}): Signal {
  return {
    id,
    themeId: "huurtoeslag",
    kind: "rising",
    week: "2026-W43",
    cases: 17,
    expected: 6.5,
    explanation: { kind: "season", note: "Rond januari." },
    ...more,
  };
}

export function report(): ThemeReport {
  const row = {
    themeId: "huurtoeslag",
    name: "Huurtoeslag",
    now: { label: "15 tot 24", min: 15, max: 24 },
    earlier: { reason: "Dit aantal is te klein om te tonen." },
    direction: "rising",
    directionWord: "stijgt",
    collective: "suitable",
  } as const;
  const emergent = { ...row, themeId: "t-0001", name: "lift, trap, flat" };
  return {
    version: 1,
    title: "Wat speelt er in de wijk: oktober 2026",
    month: "2026-10",
    madeOn: "2026-11-02",
    municipality: { id: "voorbeeldstad", name: "Voorbeeldstad" },
    scope: { kind: "municipality", name: "Voorbeeldstad" },
    window: {
      from: "2026-08",
      to: "2026-10",
      name: "augustus, september en oktober",
      short: "aug–okt",
      earlierName: "mei, juni en juli",
      earlierShort: "mei–jul",
    },
    sections: {
      glance: { sentences: [] },
      recurring: { rows: [row], all: [row, emergent] },
      changes: { groups: [] },
      proposals: { cards: [], choices: [] },
      running: { rows: [] },
      lookAhead: { items: [] },
      hidden: { items: [], safety: "" },
      quality: { items: [] },
    },
    knots: [
      {
        themes: [
          { id: "geldzorgen", name: "Geldzorgen", collective: "suitable" },
          { id: "huurtoeslag", name: "Huurtoeslag", collective: "suitable" },
        ],
      },
    ],
    colophon: "",
    published: [{ themeId: "huurtoeslag", theme: "Huurtoeslag", now: "15 tot 24", earlier: "", direction: "stijgt" }],
  };
}
