import type { AttendanceBand, HoursSpent, ToldEffect } from "@rode-draad/domain";
import { type EveningHours, hoursOf, keepLedger } from "@rode-draad/effects";
import type { EffectTools, HeldEveningView, ThemeEffectView } from "@rode-draad/web";

/** Evenings with every outcome, and one of which nobody said yet how it went. */

const NAMES: Readonly<Record<string, string>> = {
  huurtoeslag: "Huurtoeslag",
  energierekening: "Energierekening en energiearmoede",
  "kind-wordt-18": "Kind wordt 18",
  eenzaamheid: "Eenzaamheid",
};

const BANDS = {
  small: { label: "minder dan 10", min: 0, max: 9 },
  some: { label: "15 tot 24", min: 15, max: 24 },
  many: { label: "25 tot 49", min: 25, max: 49 },
};

function effect(themeId: string, given: Partial<ThemeEffectView>): ThemeEffectView {
  return {
    themeId,
    themeName: NAMES[themeId] ?? themeId,
    ...{ areaCode: "WK012301", heldOn: "2026-03-11", outcome: "too-early", sayableAfter: "2026-06", comparedWith: 5 },
    ...{ leftOut: [], otherDays: [], ruleChanges: [] },
    ...given,
  };
}

const quarters = (
  after: NonNullable<ToldEffect["quarters"]>["after"]["band"],
): NonNullable<ToldEffect["quarters"]> => ({
  before: { first: "2025-12", last: "2026-02", band: BANDS.many },
  after: { first: "2026-04", last: "2026-06", band: after },
});

interface SampleEvening extends Pick<HeldEveningView, "id" | "title" | "heldOn" | "effects"> {
  readonly attendance?: AttendanceBand;
  readonly hours?: HoursSpent;
}

const MINUTES = { min: 30, max: 60 };
const EVENINGS: readonly SampleEvening[] = [
  {
    id: "i-0005",
    title: "Wat kan er nog mee op de energierekening?",
    heldOn: "2026-10-14",
    effects: [effect("energierekening", { because: "months-to-come", sayableAfter: "2027-01" })],
  },
  {
    id: "i-0004",
    title: "Samen eten in de wijk",
    heldOn: "2026-06-03",
    effects: [effect("eenzaamheid", { because: "few-questions" })],
    attendance: "50-of-meer",
    hours: { preparation: 6, session: 3, colleagues: 3 },
  },
  {
    id: "i-0003",
    title: "Je kind wordt 18: wat verandert er?",
    heldOn: "2026-04-22",
    effects: [
      effect("kind-wordt-18", { outcome: "no-visible-effect", quarters: quarters(BANDS.many) }),
      effect("huurtoeslag", { outcome: "returned", quarters: quarters(BANDS.many) }),
    ],
    attendance: "minder-dan-10",
    hours: { preparation: 9, session: 2, colleagues: 2 },
  },
  {
    id: "i-0001",
    title: "Huurtoeslag: heeft u er recht op?",
    heldOn: "2026-03-11",
    effects: [
      effect("huurtoeslag", {
        outcome: "worked",
        quarters: quarters(BANDS.small),
        leftOut: ["Havenkwartier"],
        otherDays: ["2026-05-20"],
        ruleChanges: [{ month: "2026-01", note: "Er is geen hoogste huur meer voor huurtoeslag." }],
      }),
    ],
    attendance: "15-tot-24",
    hours: { preparation: 8, session: 2, colleagues: 2 },
  },
  {
    id: "i-0000",
    title: "Taalcafé",
    heldOn: "2025-11-05",
    effects: [effect("eenzaamheid", { because: "short-before" })],
    attendance: "10-tot-14",
    hours: { preparation: 4, session: 2, colleagues: 2 },
  },
];

function viewOf({ attendance, hours, ...evening }: SampleEvening): HeldEveningView {
  const sum = attendance && hours && hoursOf({ attendance, hours, minutesSavedPerVisitor: MINUTES });
  return {
    ...evening,
    form: "Informatieavond met partner",
    area: { code: "WK012301", name: "Sterrenwijk" },
    ...(attendance && sum && { result: { attendance, useful: "ja", minutesSavedPerVisitor: MINUTES, hours: sum } }),
  };
}

function hoursIn({ id, heldOn, effects, attendance, hours }: SampleEvening): EveningHours[] {
  const themeId = effects[0]?.themeId;
  if (attendance === undefined || hours === undefined || themeId === undefined) return [];
  return [{ initiativeId: id, themeId, heldOn, attendance, hours, minutesSavedPerVisitor: MINUTES }];
}

export const sampleEffectTools: EffectTools = {
  listEffects: async (asked) => {
    const year = asked === "2025" ? asked : "2026";
    const evenings = EVENINGS.filter(({ heldOn }) => heldOn.startsWith(year));
    return {
      years: ["2026", "2025"],
      year,
      evenings: evenings.map(viewOf),
      ledger: keepLedger(evenings.flatMap(hoursIn), year, "2026-11"),
      themeNames: new Map(Object.entries(NAMES)),
      followUps: year === "2026" ? 1 : 0,
    };
  },
  readEffect: async (initiativeId) => {
    const evening = EVENINGS.find(({ id }) => id === initiativeId);
    return evening && viewOf(evening);
  },
};
