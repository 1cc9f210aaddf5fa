import { describe, expect, it } from "vitest";
import { ACCESS_POLICIES, type Actor, ROLES, type Role } from "./actor.js";
import { ACTIONS, type Action, may, requireMay, roleName, whyNotMay } from "./who-may-what.js";

const account = (...roles: Role[]): Extract<Actor, { kind: "account" }> => ({
  kind: "account",
  id: "a-1",
  name: "Sam",
  roles,
  teamCodes: ["OOST"],
  professionalId: "own",
});
const policy = "own-team";
const allowedTo = (actor: Actor): Action[] => ACTIONS.filter((action) => may(actor, action, { policy }));

/** Written out by hand beside the table itself, so that a slip in the one shows in the other. */
const EXPECTED: Readonly<Record<Role, readonly Action[]>> = {
  "team-lead": [
    "own-account",
    "figures:read",
    "reports:read",
    "reports:release",
    "themes:correct",
    "proposals:read",
    "proposals:decide",
    "own-cases:count",
    "partners:ask",
    "partners:manage",
    "notes:import",
    "note:read",
    "note:correct",
    "note:release",
    "activities:manage",
  ],
  "case-worker": [
    "own-account",
    "figures:read",
    "reports:read",
    "proposals:read",
    "own-cases:count",
    "note:read",
    "note:correct",
    "note:release",
  ],
  "community-worker": [
    "own-account",
    "figures:read",
    "reports:read",
    "proposals:read",
    "proposals:decide",
    "partners:ask",
    "partners:manage",
    "activities:manage",
  ],
  partner: ["own-account"],
  administrator: [
    "own-account",
    "figures:read",
    "reports:read",
    "reports:release",
    "partners:manage",
    "notes:import",
    "activities:manage",
    "access:manage",
    "settings:manage",
    "operation:manage",
    "audit:read",
    "privacy:manage",
  ],
  "data-protection-officer": [
    "own-account",
    "figures:read",
    "reports:read",
    "proposals:read",
    "audit:read",
    "privacy:manage",
  ],
};

describe("who may what", () => {
  it.each(ROLES)("gives a %s what is written down for that role, and nothing else", (role) => {
    expect(allowedTo(account(role))).toEqual(EXPECTED[role]);
  });

  it("lets the product itself do everything, since nobody asks it who it is", () => {
    expect(allowedTo({ kind: "system", id: "s" })).toEqual(ACTIONS);
  });

  it("says who may instead, or by what", () => {
    const whyNot = (action: Action) => whyNotMay(account("partner"), action, { policy });
    expect(whyNot("themes:correct")).toBe("Dit kan alleen een teamleider.");
    expect(whyNot("proposals:decide")).toBe("Dit kan alleen een teamleider of opbouwwerker.");
    expect(whyNot("proposals:read")).toBe(
      "Dit kan alleen een teamleider, wijkteammedewerker, opbouwwerker of functionaris gegevensbescherming.",
    );
    expect(whyNot("audit:read")).toBe("Dit kan alleen een beheerder of functionaris gegevensbescherming.");
    expect(whyNot("partner-request:answer")).toBe("Dit kan alleen met een link die wij aan een partner sturen.");
    expect(whyNotMay({ kind: "partner-link", id: "l" }, "figures:read", { policy })).toBe(
      "Met deze link kun je alleen de aanvraag beantwoorden.",
    );
    expect(whyNotMay({ kind: "token", id: "t", scopes: [] }, "figures:read", { policy })).toBe(
      "Deze toegangssleutel mag dit niet. Vraag de beheerder om een andere sleutel.",
    );
    expect(roleName("partner")).toBe("partner");
  });

  it("names the action in the refusal, for the log", () => {
    expect(() => requireMay(account("partner"), "audit:read", { policy })).toThrow(
      expect.objectContaining({ code: "access-denied", detail: "audit:read" }),
    );
    requireMay(account("administrator"), "audit:read", { policy });
  });

  it("gives a partner nothing but its own account and its link", () => {
    expect(allowedTo(account("partner"))).toEqual(["own-account"]);
    expect(allowedTo({ kind: "partner-link", id: "l-1" })).toEqual(["partner-request:answer"]);
  });

  it("gives an account without a role nothing at all", () => {
    expect(allowedTo(account())).toEqual([]);
  });

  it("lets a person alone correct and decide: no token of a source system may", () => {
    const all = allowedTo({ kind: "token", id: "t-1", scopes: ["notes:write", "reports:read"] });
    expect(all).toEqual(["figures:read", "reports:read", "notes:import", "note:read"]);
    expect(allowedTo({ kind: "token", id: "t-1", scopes: ["notes:write"] })).toEqual(["notes:import", "note:read"]);
    expect(allowedTo({ kind: "token", id: "t-1", scopes: [] })).toEqual([]);
  });

  it("keeps who manages access and privacy away from cases and decisions", () => {
    for (const role of ["administrator", "data-protection-officer"] as const) {
      for (const action of ["note:read", "note:correct", "themes:correct", "proposals:decide", "partners:ask"] as const)
        expect(may(account(role), action, { policy })).toBe(false);
    }
  });

  it("adds the rights of two roles up", () => {
    const both = allowedTo(account("community-worker", "administrator"));
    expect(new Set(both)).toEqual(
      new Set([...allowedTo(account("community-worker")), ...allowedTo(account("administrator"))]),
    );
  });

  it("says in one sentence of at most 20 words why not, for every no", () => {
    for (const role of ROLES) {
      for (const action of ACTIONS) {
        const sentence = whyNotMay(account(role), action, { policy });
        if (sentence === undefined) continue;
        expect(sentence).toMatch(/^[A-Z].*\.$/);
        expect(sentence.split(" ").length).toBeLessThanOrEqual(20);
        expect(() => requireMay(account(role), action, { policy })).toThrow(sentence);
      }
    }
  });
});

describe("how far a worker sees", () => {
  const note = (teamCode: string, professionalId?: string) =>
    ({ kind: "note", teamCode, ...(professionalId !== undefined && { professionalId }) }) as const;

  it.each([
    ["own-cases", true, false, false],
    ["own-team", true, true, false],
    ["team-figures", false, false, false],
  ] as const)("under %s: own note %s, of a colleague %s, of another team %s", (access, own, colleague, elsewhere) => {
    for (const role of ["case-worker", "team-lead"] as const) {
      const sees = (subject: ReturnType<typeof note>) => may(account(role), "note:read", { policy: access, subject });
      expect([sees(note("WEST", "own")), sees(note("OOST", "other")), sees(note("WEST", "other"))]).toEqual([
        own,
        colleague,
        elsewhere,
      ]);
    }
  });

  it("says why a note is not shown", () => {
    const whyNot = (access: (typeof ACCESS_POLICIES)[number]) =>
      whyNotMay(account("case-worker"), "note:read", { policy: access, subject: note("WEST", "other") });
    expect(whyNot("own-cases")).toBe("Deze notitie is van een collega.");
    expect(whyNot("own-team")).toBe("Deze notitie is van een ander team.");
    expect(whyNot("team-figures")).toBe("In deze gemeente zie je alleen cijfers en geen notities.");
  });

  it("never takes a note without a team for one of the own team", () => {
    expect(may(account("case-worker"), "note:read", { policy: "own-team", subject: { kind: "note" } })).toBe(false);
  });

  it("never takes a note without a worker for one's own", () => {
    const { professionalId: _, ...nobody } = account("case-worker");
    expect(may(nobody, "note:read", { policy: "own-cases", subject: note("WEST") })).toBe(false);
  });

  it("shows the figures of other teams under team figures only, and to who watches over privacy", () => {
    const subject = { kind: "team", teamCode: "WEST" } as const;
    for (const access of ACCESS_POLICIES) {
      expect(whyNotMay(account("team-lead"), "figures:read", { policy: access, subject })).toBe(
        access === "team-figures"
          ? undefined
          : "Je ziet alleen de cijfers van je eigen team, een wijk of de hele gemeente.",
      );
      expect(may(account("data-protection-officer"), "figures:read", { policy: access, subject })).toBe(true);
    }
    expect(may(account("case-worker"), "figures:read", { policy, subject: { kind: "team", teamCode: "OOST" } })).toBe(
      true,
    );
  });
});
