import {
  evaluateInitiative,
  holdInitiative,
  type Initiative,
  type PartnerRequest,
  planInitiative,
  type SafeText,
  takeBackHeld,
} from "@rode-draad/domain";
import {
  addAccount,
  addProposal,
  changeInitiative,
  countOwnCases,
  createPartnerRequest,
  joinInitiative,
  leaveInitiative,
  listInitiatives,
  listOutdatedReports,
  listProposals,
  listRunSheetIds,
  pickUpProposal,
  planInitiativeByPartner,
  readInitiative,
  readInitiativeChain,
  readProposal,
  readRunSheet,
  reviewProposal,
  saveProposals,
  saveRunSheet,
} from "@rode-draad/store";
import { describe, expect, it } from "vitest";
import { buildProposal } from "../../../workers/5-proposals/test/build-proposal.js";
import { buildRequest } from "../../../workers/7-delivery/test/build-request.js";
import { makeNote } from "./make-note.js";
import { LATER, NOW, onEachEngine } from "./on-each-engine.js";
import { known, theme } from "./theme-notes.js";

const TODAY = "2026-04-01";
const HALL = "Buurthuis" as SafeText;

onEachEngine((town) => {
  const pickUp = (id: string, accountId = "sam", more: { proposalId?: string; followUpOf?: string } = {}) =>
    pickUpProposal(town.db, town.id, { id, proposalId: "p1", accountId, ...more }, NOW);
  const start = async (): Promise<Initiative> => {
    await saveProposals(town.db, town.id, [buildProposal("p1")], NOW);
    return await pickUp("i1");
  };
  const change = (work: (initiative: Initiative) => Initiative) => changeInitiative(town.db, town.id, "i1", work);
  const plan = (day = TODAY) =>
    change((one) =>
      planInitiative(
        one,
        { date: { day, from: "19:00", until: "21:00" }, place: "Buurthuis" as SafeText, capacity: 30 },
        TODAY,
        LATER,
      ),
    );

  describe("initiatives:", () => {
    it("of twenty colleagues who pick one up at once, one has it and the others read who", async () => {
      await saveProposals(town.db, town.id, [buildProposal("p1")], NOW);
      for (const number of [1, 2]) {
        const id = `account-${number}`;
        const account = {
          id,
          login: `${id}@stad.nl`,
          name: `Collega ${number}`,
          roles: ["community-worker"] as const,
          teamCodes: [],
          invitation: { secretHash: id, from: NOW, until: LATER },
        };
        await addAccount(town.db, town.id, account, NOW);
      }
      const tries = await Promise.allSettled(
        Array.from({ length: 20 }, (_, index) => pickUp(`i${index}`, `account-${1 + (index % 2)}`)),
      );
      const won = tries.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
      const [first] = won;
      expect(new Set(won.map(({ id }) => id)).size).toBe(1);
      expect(won.every(({ carriers }) => carriers.length === 1)).toBe(true);
      expect(first?.carriers[0]?.name).toMatch(/^Collega [12]$/);
      const lost = tries.flatMap((one) => (one.status === "rejected" ? [one.reason as Error & { code: string }] : []));
      expect(lost).toHaveLength(10);
      for (const error of lost) {
        expect(error.code).toBe("initiative-taken");
        expect(error.message).toContain(`${first?.carriers[0]?.name} heeft`);
      }
      expect(await listInitiatives(town.db, town.id)).toHaveLength(1);
    });

    it("keep what was offered when they were picked up, whatever a later run makes of the proposal", async () => {
      const initiative = await start();
      expect(initiative).toMatchObject({
        id: "i1",
        proposalId: "p1",
        state: "idea",
        title: "Grip op je huurkosten",
        areaCode: "WK000001",
        themeIds: ["huurtoeslag"],
        minutesSavedPerVisitor: { min: 30, max: 75 },
        plan: {},
        carriers: [{ accountId: "sam", since: NOW }],
      });
      expect(initiative).not.toHaveProperty("evidence");
      expect(await readInitiative(town.db, town.id, "i1")).toEqual(initiative);
      expect(await readInitiative(town.db, town.id, "weg")).toBeUndefined();
    });

    it("are carried by who joins, once each, and no more by who leaves", async () => {
      await start();
      await joinInitiative(town.db, town.id, "i1", "noor", LATER);
      const joined = await joinInitiative(town.db, town.id, "i1", "noor", LATER);
      expect(joined.carriers.map(({ accountId }) => accountId)).toEqual(["sam", "noor"]);
      await leaveInitiative(town.db, town.id, "i1", "sam");
      expect((await readInitiative(town.db, town.id, "i1"))?.carriers.map(({ accountId }) => accountId)).toEqual([
        "noor",
      ]);
      await expect(joinInitiative(town.db, town.id, "weg", "noor", NOW)).rejects.toMatchObject({
        code: "initiative-unknown",
      });
    });

    it("go from idea to planned, held and evaluated, and everything that was said of them comes back as it was", async () => {
      await start();
      await plan();
      await change((one) => holdInitiative(one, TODAY, TODAY, LATER));
      expect((await readProposal(town.db, town.id, "p1"))?.state).toBe("held");
      const outcome = {
        attendance: "15-tot-24",
        evaluation: { useful: "ja", onward: "sommigen", again: "anders", line: "Meer stoelen." as SafeText },
        hours: { preparation: 8, session: 2.25, colleagues: 3 },
      } as const;
      const evaluated = await change((one) => evaluateInitiative(one, outcome, LATER));
      expect(evaluated).toMatchObject({
        state: "evaluated",
        heldOn: TODAY,
        plan: { date: { day: TODAY, from: "19:00", until: "21:00" }, place: "Buurthuis", capacity: 30 },
        ...outcome,
      });
      expect(await readInitiative(town.db, town.id, "i1")).toEqual(evaluated);
      expect(await listOutdatedReports(town.db, town.id)).toMatchObject([{ month: "2026-03" }]);
    });

    it("that were not held after all are planned again, and so is their proposal", async () => {
      await start();
      await plan();
      await change((one) => holdInitiative(one, TODAY, TODAY, LATER));
      await expect(
        reviewProposal(town.db, town.id, "p1", { id: "v1", decision: "refused", reviewedAt: LATER }),
      ).rejects.toMatchObject({ code: "proposal-held" });
      expect((await change((one) => takeBackHeld(one, LATER))).state).toBe("planned");
      expect((await readProposal(town.db, town.id, "p1"))?.state).toBe("picked-up");
    });

    it("handed back open the proposal again, and who takes it up next finds place and sheet, but no date and no carrier", async () => {
      await start();
      await plan();
      await saveRunSheet(
        town.db,
        town.id,
        "i1",
        { steps: [{ offsetMinutes: 0, role: "partner", what: "Welkom" }] },
        NOW,
      );
      const back = { id: "v1", decision: "open", reviewedAt: LATER } as const;
      await reviewProposal(town.db, town.id, "p1", back);
      expect((await readProposal(town.db, town.id, "p1"))?.state).toBe("open");
      const again = await pickUp("i2", "noor");
      expect(again).toMatchObject({ id: "i1", state: "idea", plan: { place: "Buurthuis", capacity: 30 } });
      expect(again.plan).not.toHaveProperty("date");
      expect(again.carriers.map(({ accountId }) => accountId)).toEqual(["noor"]);
      expect(await readRunSheet(town.db, town.id, "i1")).toBeDefined();
    });

    it("stop only when the check lets them, which sees who carries them", async () => {
      await start();
      const refuse = { id: "v1", decision: "refused", reason: "geen-tijd", reviewedAt: LATER } as const;
      const seen: (Initiative | undefined)[] = [];
      await expect(
        reviewProposal(town.db, town.id, "p1", refuse, (ahead) => {
          seen.push(ahead);
          throw new Error("no");
        }),
      ).rejects.toThrow("no");
      expect(seen).toMatchObject([{ id: "i1", carriers: [{ accountId: "sam" }] }]);
      expect(await listProposals(town.db, town.id)).toMatchObject([{ state: "picked-up" }]);
    });

    it("leave the need free to come back a day after the evening, as a new one beside the old", async () => {
      await start();
      await plan();
      await change((one) => holdInitiative(one, TODAY, TODAY, LATER));
      const soon = await saveProposals(town.db, town.id, [buildProposal("p1", { title: "Nieuw" })], LATER);
      expect(soon.updated).toEqual([]);
      const later = new Date(LATER.getTime() + 2 * 86_400_000);
      expect((await saveProposals(town.db, town.id, [buildProposal("p1", { title: "Nieuw" })], later)).updated).toEqual(
        ["p1"],
      );
      expect(await pickUp("i2", "noor")).toMatchObject({ id: "i2", state: "idea", title: "Nieuw" });
      expect((await readInitiative(town.db, town.id, "i1"))?.title).toBe("Grip op je huurkosten");
    });

    it("get the date and place that a partner accepted, and keep them when a second partner accepts another", async () => {
      await start();
      const ask = async (id: string) => {
        const { partnerEmail: _, ...request }: PartnerRequest = buildRequest({ id });
        await createPartnerRequest(town.db, town.id, "i1", request, NOW);
      };
      await ask("r1");
      await ask("r2");
      const evening = (day: string) => ({ day, from: "19:00", until: "21:00" });
      const accept = (requestId: string, day: string) =>
        planInitiativeByPartner(town.db, town.id, { requestId, date: evening(day), place: HALL }, LATER);
      await accept("r1", "2026-05-12");
      await accept("r2", "2026-05-20");
      await accept("weg", "2026-05-21");
      expect(await readInitiative(town.db, town.id, "i1")).toMatchObject({
        state: "planned",
        plan: { date: evening("2026-05-12"), dateRequestId: "r1", place: HALL },
      });
    });

    it("are listed by state, wijk and proposal, the latest first", async () => {
      await saveProposals(town.db, town.id, [buildProposal("p1"), buildProposal("p2", { areaCode: "WK000002" })], NOW);
      await pickUp("i1");
      await pickUpProposal(town.db, town.id, { id: "i2", proposalId: "p2", accountId: "sam" }, LATER);
      const ids = async (filter: Parameters<typeof listInitiatives>[2]) =>
        (await listInitiatives(town.db, town.id, filter)).map(({ id }) => id);
      expect(await ids({})).toEqual(["i2", "i1"]);
      expect(await ids({ areaCode: "WK000001" })).toEqual(["i1"]);
      expect(await ids({ proposalId: "p2" })).toEqual(["i2"]);
      expect(await ids({ states: ["idea"], ids: ["i1"] })).toEqual(["i1"]);
      expect(await ids({ states: ["held", "evaluated"] })).toEqual([]);
    });

    it("know the whole chain that they are in, from wherever one stands in it", async () => {
      await start();
      const grow = async (id: string, followUpOf: string) => {
        await addProposal(town.db, town.id, buildProposal(`p-${id}`), NOW);
        return await pickUp(id, "sam", { proposalId: `p-${id}`, followUpOf });
      };
      expect(await grow("i2", "i1")).toMatchObject({ followUpOf: "i1" });
      await grow("i3", "i2");
      await grow("i4", "i1");
      for (const id of ["i1", "i2", "i3", "i4"]) {
        const chain = await readInitiativeChain(town.db, town.id, id);
        expect(chain.map((one) => one.id).sort()).toEqual(["i1", "i2", "i3", "i4"]);
      }
      expect(await readInitiativeChain(town.db, town.id, "weg")).toEqual([]);
    });
  });

  it("a proposal that a person asked for is there once", async () => {
    expect(await addProposal(town.db, town.id, buildProposal("p1"), NOW)).toBe("p1");
    expect(await addProposal(town.db, town.id, buildProposal("p2", { needKey: "need-p1", title: "Anders" }), NOW)).toBe(
      "p1",
    );
    expect((await listProposals(town.db, town.id)).map((one) => one.proposal.title)).toEqual(["Grip op je huurkosten"]);
  });

  it("a run sheet is kept in order of time, with where it came from, and goes when its last step goes", async () => {
    await start();
    expect(await readRunSheet(town.db, town.id, "i1")).toBeUndefined();
    const welcome = { offsetMinutes: 0, role: "partner", what: "Welkom" } as const;
    const hall = { offsetMinutes: -20_160, role: "opbouwwerker", what: "Zaal vastleggen" } as const;
    await saveRunSheet(town.db, town.id, "i1", { steps: [welcome, hall], copiedFrom: "i1" }, NOW);
    expect(await readRunSheet(town.db, town.id, "i1")).toEqual({ steps: [hall, welcome], copiedFrom: "i1" });
    expect(await listRunSheetIds(town.db, town.id)).toEqual(["i1"]);
    await saveRunSheet(town.db, town.id, "i1", { steps: [welcome] }, LATER);
    expect(await readRunSheet(town.db, town.id, "i1")).toEqual({ steps: [welcome] });
    await saveRunSheet(town.db, town.id, "i1", { steps: [] }, LATER);
    expect(await readRunSheet(town.db, town.id, "i1")).toBeUndefined();
  });

  it("a worker's own cases that fit an offer are counted by what that worker wrote alone", async () => {
    const note = (id: string, caseId: string, changes: object = {}) => makeNote(id, { caseId, ...changes });
    await theme(
      town,
      [
        note("n1", "c1"),
        note("n2", "c1"),
        note("n3", "c2"),
        note("colleague", "c3", { professionalId: "professional-2" }),
        // A colleague wrote about the theme in a case that this worker knows; the worker's own note is about something else.
        note("colleague-in-own", "c4", { professionalId: "professional-2" }),
        note("own-other", "c4"),
        note("elsewhere", "c5", { areaCode: "WK000002" }),
        note("long-ago", "c6", { date: "2025-11-10" }),
        note("never", "c7"),
      ],
      ({ id }) => known(id === "own-other" ? "energierekening" : id === "never" ? "huiselijk-geweld" : "huurtoeslag"),
    );
    const window = { fromMonth: "2026-01", toMonth: "2026-03", neverThemeIds: ["huiselijk-geweld"] };
    const offer = (key: string, themeIds: string[], areaCode = "WK000001") => ({ key, themeIds, areaCode });
    const counted = await countOwnCases(town.db, town.id, "professional-1", window, [
      offer("rent", ["huurtoeslag"]),
      offer("both", ["huurtoeslag", "energierekening"]),
      offer("west", ["huurtoeslag"], "WK000002"),
      offer("danger", ["huiselijk-geweld"]),
      offer("none", ["opvoedvragen"]),
    ]);
    expect(Object.fromEntries(counted)).toEqual({ rent: 2, both: 3, west: 1 });
    expect((await countOwnCases(town.db, town.id, "professional-1", window, [])).size).toBe(0);
    const others = await countOwnCases(town.db, town.id, "professional-2", window, [offer("rent", ["huurtoeslag"])]);
    expect(Object.fromEntries(others)).toEqual({ rent: 2 });
  });
});
