import { describe, expect, it } from "vitest";
import { hoursInTotal, INITIATIVE_STATES, type Initiative, type InitiativeState } from "./initiative.js";
import {
  CAPACITY_MAX,
  canBecome,
  cancelInitiative,
  carriersInWords,
  evaluateInitiative,
  HOURS_LIMITS,
  holdInitiative,
  hoursErrors,
  type Outcome,
  planByPartner,
  planErrors,
  planInitiative,
  reviveInitiative,
  takeBackHeld,
  whyNotChange,
  whyNotFollowUp,
  whyNotHeldOn,
} from "./initiative-rules.js";
import { addDays } from "./period.js";
import type { SafeText } from "./text.js";

const TODAY = "2026-11-22";
const BEFORE = new Date("2026-11-01T09:00:00Z");
const NOW = new Date("2026-11-22T09:00:00Z");
const date = (day: string) => ({ day, from: "19:00", until: "21:00" });
const OUTCOME: Outcome = {
  attendance: "15-tot-24",
  evaluation: { useful: "ja", onward: "de-meesten", again: "anders" },
  hours: { preparation: 8, session: 2.5, colleagues: 3 },
};

function initiative(state: InitiativeState, changes: Partial<Initiative> = {}): Initiative {
  const isPlanned = state !== "idea" && state !== "cancelled";
  return {
    id: "i-1",
    proposalId: "v-1",
    areaCode: "WK000001",
    teamCodes: ["T1"],
    themeIds: ["huurtoeslag"],
    careNeeded: false,
    title: "Grip op je huurkosten",
    formatId: "infoavond",
    partnerIds: ["woningcorporatie"],
    turnout: { min: 20, max: 40 },
    preparationHours: { min: 6, max: 12 },
    minutesSavedPerVisitor: { min: 30, max: 75 },
    state,
    stateSince: BEFORE,
    createdAt: BEFORE,
    carriers: [],
    plan: isPlanned ? { date: date("2026-11-20") } : {},
    ...((state === "held" || state === "evaluated") && { heldOn: "2026-11-20" }),
    ...(state === "evaluated" && OUTCOME),
    ...changes,
  };
}

const refusal = (work: () => unknown): unknown => {
  try {
    work();
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code;
  }
};

describe("the states of an initiative", () => {
  const plan = (one: Initiative) => planInitiative(one, { date: date(TODAY) }, TODAY, NOW);
  const hold = (one: Initiative) => holdInitiative(one, TODAY, TODAY, NOW);
  const evaluate = (one: Initiative) => evaluateInitiative(one, OUTCOME, NOW);
  const cancel = (one: Initiative) => cancelInitiative(one, NOW);
  const revive = (one: Initiative) => reviveInitiative(one, NOW);
  const takeBack = (one: Initiative) => takeBackHeld(one, NOW);

  // What each act makes of each state, written out: a state that is not named refuses.
  const LEADS_TO: readonly (readonly [
    string,
    (one: Initiative) => Initiative,
    Partial<Record<InitiativeState, string>>,
  ])[] = [
    ["planning", plan, { idea: "planned", planned: "planned" }],
    ["holding", hold, { idea: "held", planned: "held" }],
    ["taking back that it was held", takeBack, { held: "planned" }],
    ["evaluating", evaluate, { held: "evaluated", evaluated: "evaluated" }],
    ["cancelling", cancel, { idea: "cancelled", planned: "cancelled" }],
    ["taking it up again", revive, { cancelled: "idea" }],
  ];
  it.each(LEADS_TO)(
    "%s leads where it should from every state, and is refused from the others",
    (_name, act, leadsTo) => {
      for (const state of INITIATIVE_STATES) {
        const to = leadsTo[state];
        if (to === undefined) expect(refusal(() => act(initiative(state)))).toBe("initiative-refused");
        else expect(act(initiative(state)).state).toBe(to);
        if (to !== undefined) expect(canBecome(state, to as InitiativeState)).toBe(true);
      }
    },
  );

  it("tell since when, and a change within a state does not", () => {
    expect(plan(initiative("idea")).stateSince).toBe(NOW);
    expect(plan(initiative("planned")).stateSince).toBe(BEFORE);
  });

  it("hold what belongs to them: the day once held, the outcome once evaluated", () => {
    expect(hold(initiative("planned")).heldOn).toBe(TODAY);
    expect(takeBack(initiative("held"))).not.toHaveProperty("heldOn");
    expect(evaluate(initiative("held"))).toMatchObject(OUTCOME);
    expect(
      revive(initiative("cancelled", { plan: { date: date(TODAY), dateRequestId: "r-1", capacity: 30 } })).plan,
    ).toEqual({ capacity: 30 });
    expect(takeBack(initiative("held", { plan: {} })).state).toBe("idea");
  });
});

describe("who may change it", () => {
  const carrier = (accountId: string, name?: string) => ({ accountId, since: BEFORE, ...(name && { name }) });
  const noor = { id: "noor", roles: ["community-worker"] as const };

  it("is who carries it, a team lead, and anybody while nobody does; the others read who has it", () => {
    const bySam = { carriers: [carrier("sam", "Sam")] };
    expect(whyNotChange({ carriers: [] }, noor)).toBeUndefined();
    expect(whyNotChange(bySam, noor)).toBe("Sam heeft dit opgepakt. Doe eerst mee.");
    expect(whyNotChange(bySam, { id: "noor", roles: ["team-lead"] })).toBeUndefined();
    expect(whyNotChange({ carriers: [...bySam.carriers, carrier("noor", "Noor")] }, noor)).toBeUndefined();
  });

  it("is named, and an account that is gone is a colleague", () => {
    expect(carriersInWords({ carriers: [carrier("a"), carrier("b", "Bo"), carrier("c", "Ci")] })).toBe(
      "Een collega, Bo en Ci",
    );
  });
});

describe("a plan", () => {
  it("is for today or later, and not for another year by mistake; the sentence says what to do", () => {
    const error = (day: string) => planErrors({ date: date(day) }, TODAY).day;
    expect(error(addDays(TODAY, -1))).toMatch(/al voorbij.*Kies vandaag of een latere dag.*Leg dat dan vast/s);
    expect(error(TODAY)).toBeUndefined();
    expect(error(addDays(TODAY, 730))).toBeUndefined();
    expect(error(addDays(TODAY, 731))).toMatch(/twee jaar/);
    expect(refusal(() => planInitiative(initiative("idea"), { date: date("2026-11-21") }, TODAY, NOW))).toBe(
      "initiative-refused",
    );
  });

  it("ends after it begins", () => {
    const error = (from: string, until: string) => planErrors({ date: { day: TODAY, from, until } }, TODAY).until;
    expect(error("19:00", "19:01")).toBeUndefined();
    expect(error("19:00", "19:00")).toBeDefined();
    expect(error("19:00", "09:00")).toBeDefined();
  });

  it("has room for one person up to the largest hall", () => {
    const isWrong = (capacity: number) => planErrors({ capacity }, TODAY).capacity !== undefined;
    expect([0, 1, CAPACITY_MAX, CAPACITY_MAX + 1, 2.5, Number.NaN].map(isWrong)).toEqual([
      true,
      false,
      false,
      true,
      true,
      true,
    ]);
  });

  it("may lack a date while it is an idea, and not any more once it is planned", () => {
    expect(planInitiative(initiative("idea"), { capacity: 30 }, TODAY, NOW)).toMatchObject({
      state: "idea",
      plan: { capacity: 30 },
    });
    expect(refusal(() => planInitiative(initiative("planned"), { capacity: 30 }, TODAY, NOW))).toBe(
      "initiative-refused",
    );
  });

  it("takes the date and place that a partner accepts, keeps the rest, and lets no second partner move it", () => {
    const place = "buurthuis De Ster" as SafeText;
    const accepted = (requestId: string, day: string) => ({ requestId, date: date(day), place });
    const first = planByPartner(initiative("idea", { plan: { capacity: 30 } }), accepted("r-1", "2027-01-12"), NOW);
    expect(first).toMatchObject({
      state: "planned",
      plan: { date: date("2027-01-12"), dateRequestId: "r-1", capacity: 30, place },
    });
    expect(planByPartner(first, accepted("r-2", "2027-01-20"), NOW)).toBe(first);
    const moved = (day: string) => planInitiative(first, { date: date(day) }, TODAY, NOW).plan.dateRequestId;
    expect([moved("2027-01-12"), moved("2027-01-13")]).toEqual(["r-1", undefined]);
    const own = initiative("planned", { plan: { date: date("2026-12-01"), place: "de bibliotheek" as SafeText } });
    expect(planByPartner(own, accepted("r-1", "2027-01-12"), NOW).plan.place).toBe("de bibliotheek");
    expect(planByPartner(own, accepted("r-1", "2027-01-12"), NOW).plan.date?.day).toBe("2027-01-12");
    const held = initiative("held");
    expect(planByPartner(held, accepted("r-1", "2027-01-12"), NOW)).toBe(held);
  });
});

describe("a follow-up", () => {
  it("comes after the evening", () => {
    const possible = INITIATIVE_STATES.filter((state) => whyNotFollowUp({ state }) === undefined);
    expect(possible).toEqual(["held", "evaluated"]);
  });
});

describe("that an evening was held", () => {
  it("can be said from its own day on, and not before", () => {
    expect(whyNotHeldOn(initiative("planned"), TODAY, TODAY)).toBeUndefined();
    expect(whyNotHeldOn(initiative("planned"), addDays(TODAY, 1), TODAY)).toMatch(/moet nog komen/);
    expect(whyNotHeldOn(initiative("cancelled"), TODAY, TODAY)).toMatch(/gestopt/);
  });
});

describe("the hours", () => {
  const fine = { preparation: 8, session: 2.5, colleagues: 3 };
  it("are the preparation and the evening once for each colleague", () => {
    expect(hoursInTotal(fine)).toBe(15.5);
  });

  it("are quarters within what one evening can take", () => {
    const wrong = (changes: Partial<typeof fine>) => Object.keys(hoursErrors({ ...fine, ...changes }));
    expect(wrong({})).toEqual([]);
    expect(wrong({ preparation: 0, session: 0.25, colleagues: 1 })).toEqual([]);
    const { preparationMax, sessionMax, colleaguesMax } = HOURS_LIMITS;
    expect(wrong({ preparation: preparationMax, session: sessionMax, colleagues: colleaguesMax })).toEqual([]);
    expect(wrong({ preparation: preparationMax + 0.25 })).toEqual(["preparation"]);
    expect(wrong({ session: sessionMax + 0.25 })).toEqual(["session"]);
    expect(wrong({ colleagues: colleaguesMax + 1 })).toEqual(["colleagues"]);
    expect(wrong({ preparation: -0.25, session: 0.1, colleagues: 0 })).toEqual([
      "preparation",
      "session",
      "colleagues",
    ]);
    expect(wrong({ preparation: Number.NaN, colleagues: 1.5 })).toEqual(["preparation", "colleagues"]);
  });
});
