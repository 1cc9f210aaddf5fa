import { describe, expect, it } from "vitest";
import { followUpOf, type PartnerTerms, type SilentRequest } from "./partner-terms.js";
import { addDays } from "./period.js";

const TERMS: PartnerTerms = {
  reminders: [
    { daysAheadMin: 28, remindAfterDays: 10, tellSenderAfterDays: 7 },
    { daysAheadMin: 0, remindAfterDays: 3, tellSenderAfterDays: 2 },
  ],
  reminderDaysLeftMin: 2,
  seriesWindowDays: 21,
  seriesPartsMax: 6,
  agendaDaysAhead: 21,
  agendaPointsMax: 6,
  agendaMonthsBackMax: 2,
  note: "",
};
const SENT = "2026-11-02";
const asked = (daysAhead: number, more: Partial<SilentRequest> = {}): SilentRequest => ({
  sentOn: SENT,
  days: [addDays(SENT, daysAhead + 7), addDays(SENT, daysAhead)],
  canRemind: true,
  ...more,
});
const after = (days: number) => addDays(SENT, days);
const followUp = (request: SilentRequest, days: number) => followUpOf(request, after(days), TERMS);

describe("the follow-up of a request without an answer", () => {
  it.each([
    [28, 9, undefined],
    [28, 10, "remind"],
    [27, 2, undefined],
    [27, 3, "remind"],
  ] as const)("with the first evening %i days ahead is, after %i days, %s", (ahead, days, outcome) => {
    expect(followUp(asked(ahead), days)).toBe(outcome);
  });

  it("tells the sender when the reminder stays silent too, and reminds no second time", () => {
    const reminded = asked(28, { remindedOn: after(10) });
    expect(followUp(reminded, 16)).toBeUndefined();
    expect(followUp(reminded, 17)).toBe("tell-sender");
    expect(followUp(reminded, 300)).toBe("tell-sender");
  });

  it("reminds as long as two days are left before the last evening, and then tells the sender at once", () => {
    const near = { ...asked(0), days: [after(1), after(9)] };
    expect(followUp(near, 7)).toBe("remind");
    expect(followUp(near, 8)).toBe("tell-sender");
  });

  it("tells the sender in the place of reminding whom nothing reaches by itself", () => {
    expect(followUp(asked(28, { canRemind: false }), 9)).toBeUndefined();
    expect(followUp(asked(28, { canRemind: false }), 10)).toBe("tell-sender");
  });

  it("counts a whole year too late as late", () => {
    expect(followUp(asked(5), 400)).toBe("tell-sender");
  });
});
