import type { PartnerRequest } from "@rode-draad/domain";
import {
  createPartnerRequest,
  listInitiatives,
  listPartnerRequests,
  listProposals,
  listReportMonths,
  listReports,
  listWaitingRequests,
  markRequestsFailed,
  markRequestsSent,
  pickUpProposal,
  readLatestReport,
  readPartnerRequest,
  readProposal,
  readReport,
  reviewProposal,
  saveProposals,
  saveReports,
  withdrawProposals,
} from "@rode-draad/store";
import { describe, expect, it } from "vitest";
import { buildProposal } from "../../../workers/5-proposals/test/build-proposal.js";
import { LATER, NOW, onEachEngine } from "./on-each-engine.js";

onEachEngine((town) => {
  describe("proposals", () => {
    const request: PartnerRequest = {
      id: "r1",
      partnerId: "woningcorporatie",
      partnerName: "Woningcorporatie",
      subject: "Grip op je huurkosten",
      topic: "Huurtoeslag",
      areaName: "Noord",
      formatId: "infoavond",
      dates: [{ day: "2026-05-12", from: "19:30", until: "21:00" }],
      location: "Buurthuis",
      turnout: { min: 10, max: 20 },
      contact: { name: "A", role: "opbouwwerker", team: "Noord", phone: "030", email: "a@example.org" },
      asks: ["spreker"],
      offers: ["ruimte"],
    };

    it("of one need stand there once and keep their first id", async () => {
      expect(
        await saveProposals(town.db, town.id, [buildProposal("p1"), buildProposal("p2", { score: 5 })], NOW),
      ).toEqual({
        added: ["p1", "p2"],
        updated: [],
      });
      const again = buildProposal("other", { needKey: "need-p1", title: "Nieuw" });
      expect(await saveProposals(town.db, town.id, [again, buildProposal("p2", { score: 5 })], LATER)).toEqual({
        added: [],
        updated: ["p1"],
      });
      const listed = await listProposals(town.db, town.id);
      expect(listed.map(({ proposal }) => [proposal.id, proposal.title])).toEqual([
        ["p2", "Grip op je huurkosten"],
        ["p1", "Nieuw"],
      ]);
    });

    it("are found by any of their themes", async () => {
      const both = { themeIds: ["huurtoeslag", "woning-zoeken"] };
      await saveProposals(town.db, town.id, [buildProposal("p1"), buildProposal("p2", both)], NOW);
      const about = async (...themeIds: string[]) =>
        (await listProposals(town.db, town.id, { themeIds })).map(({ proposal: { id } }) => id);
      expect(await about("huurtoeslag")).toEqual(["p1", "p2"]);
      expect(await about("woning-zoeken", "eenzaamheid")).toEqual(["p2"]);
      expect(await about("eenzaamheid")).toEqual([]);
      expect(await about()).toEqual([]);
    });

    it("that were refused before are open again when the need is proposed again", async () => {
      await saveProposals(town.db, town.id, [buildProposal("p1")], NOW);
      await reviewProposal(town.db, town.id, "p1", { id: "v1", decision: "refused", reviewedAt: NOW });
      const halfYearOn = new Date("2026-10-02T08:00:00.000Z");
      const again = buildProposal("p1", { title: "Nieuw" });
      expect(await saveProposals(town.db, town.id, [again], halfYearOn)).toEqual({ added: [], updated: ["p1"] });
      expect(await readProposal(town.db, town.id, "p1")).toMatchObject({
        proposal: again,
        state: "open",
        stateSince: halfYearOn,
      });
    });

    it("that a person just decided about do not change", async () => {
      await saveProposals(town.db, town.id, [buildProposal("p1")], NOW);
      const review = { id: "v1", decision: "refused", reason: "bestaat-al", reviewedAt: LATER } as const;
      await reviewProposal(town.db, town.id, "p1", review);
      await reviewProposal(town.db, town.id, "p1", review);
      await saveProposals(town.db, town.id, [buildProposal("p1", { title: "Nieuw" })], LATER);
      expect(await readProposal(town.db, town.id, "p1")).toEqual({
        proposal: buildProposal("p1"),
        state: "refused",
        stateSince: LATER,
        refusal: { reason: "bestaat-al" },
        reviews: [review],
      });
      expect(await listProposals(town.db, town.id, { states: ["open"] })).toEqual([]);
      await expect(reviewProposal(town.db, town.id, "gone", review)).rejects.toMatchObject({
        code: "proposal-unknown",
      });
    });

    it("that a run no longer makes go, and stay in an earlier month and when somebody decided about them or works on them", async () => {
      const ids = ["still-made", "no-longer", "later", "earlier", "put-off", "handed-back", "picked-up"];
      const months: Readonly<Record<string, string>> = { earlier: "2026-02", later: "2026-04" };
      const made = ids.map((id) => buildProposal(id, { month: months[id] ?? "2026-03" }));
      await saveProposals(town.db, town.id, made, NOW);
      await reviewProposal(town.db, town.id, "put-off", { id: "v1", decision: "later", reviewedAt: NOW });
      await reviewProposal(town.db, town.id, "handed-back", { id: "v2", decision: "open", reviewedAt: NOW });
      await pickUpProposal(town.db, town.id, { id: "i1", proposalId: "picked-up", accountId: "a1" }, NOW);
      expect(await withdrawProposals(town.db, town.id, "2026-03", ["need-still-made"])).toBe(2);
      const left = await listProposals(town.db, town.id);
      expect(left.map(({ proposal }) => proposal.id)).toEqual(
        ids.filter((id) => id !== "no-longer" && id !== "later").sort(),
      );
      expect(await withdrawProposals(town.db, town.id, "2026-03", [])).toBe(1);
    });

    it("are picked up once; the request waits in the outbox until it is sent", async () => {
      await saveProposals(town.db, town.id, [buildProposal("p1")], NOW);
      const both = await Promise.all(
        ["i1", "i2"].map((id) => pickUpProposal(town.db, town.id, { id, proposalId: "p1", accountId: "a1" }, NOW)),
      );
      expect(both[0]?.id).toBe(both[1]?.id);
      expect(await listInitiatives(town.db, town.id)).toHaveLength(1);
      expect((await readProposal(town.db, town.id, "p1"))?.state).toBe("picked-up");
      const initiativeId = both[0]?.id ?? "";
      const withMore = { ...request, secret: "canary", contact: { ...request.contact, secret: "canary" } };
      await createPartnerRequest(town.db, town.id, initiativeId, withMore, NOW);
      await createPartnerRequest(town.db, town.id, initiativeId, request, NOW);
      expect((await readProposal(town.db, town.id, "p1"))?.state).toBe("requested");
      const mine = { municipalityId: town.id, requestId: "r1", waitingSince: NOW };
      expect(await listWaitingRequests(town.db)).toContainEqual(mine);
      await markRequestsFailed(town.db, town.id, ["r1"], { final: false, failure: "mail-server-unreachable" });
      expect(await readPartnerRequest(town.db, town.id, "r1")).toEqual({
        request,
        initiativeId,
        state: "waiting",
        attempts: 1,
        createdAt: NOW,
        waitingSince: NOW,
        failure: "mail-server-unreachable",
      });
      await markRequestsSent(town.db, town.id, ["r1"], LATER);
      await markRequestsSent(town.db, town.id, ["r1"], new Date());
      await markRequestsFailed(town.db, town.id, ["r1"], { final: true, failure: "mail-refused" });
      expect(await listPartnerRequests(town.db, town.id)).toMatchObject([
        { state: "sent", attempts: 2, sentAt: LATER },
      ]);
      expect(await listWaitingRequests(town.db)).not.toContainEqual(mine);
      await expect(createPartnerRequest(town.db, town.id, "gone", request, NOW)).rejects.toMatchObject({
        code: "initiative-unknown",
      });
    });

    it("initiatives: a no or a later stops them, and picking up again revives them", async () => {
      await saveProposals(town.db, town.id, [buildProposal("p1")], NOW);
      const pickUp = (id: string) => pickUpProposal(town.db, town.id, { id, proposalId: "p1", accountId: "a1" }, NOW);
      const first = await pickUp("i1");
      for (const decision of ["refused", "later"] as const) {
        await reviewProposal(town.db, town.id, "p1", { id: `v-${decision}`, decision, reviewedAt: NOW });
        expect(await listInitiatives(town.db, town.id)).toEqual([{ ...first, state: "cancelled" }]);
        await expect(createPartnerRequest(town.db, town.id, "i1", request, NOW)).rejects.toMatchObject({
          code: "initiative-unknown",
        });
        expect((await readProposal(town.db, town.id, "p1"))?.state).toBe(decision);
        expect(await pickUp("i2")).toEqual(first);
      }
    });
  });

  it("reports: the latest of a month and audience is kept", async () => {
    await saveReports(town.db, town.id, { month: "2026-03", content: { themes: [1] }, madeAt: NOW });
    await saveReports(town.db, town.id, { month: "2026-03", teamCode: "T1", content: { themes: [2] }, madeAt: NOW });
    await saveReports(
      town.db,
      town.id,
      { month: "2026-03", content: { themes: [3] }, madeAt: LATER },
      { month: "2026-03", teamCode: "T1", content: { themes: [2] }, madeAt: LATER },
    );
    expect(await readReport(town.db, town.id, { month: "2026-03" })).toEqual({
      month: "2026-03",
      content: { themes: [3] },
      madeAt: LATER,
    });
    expect(await listReports(town.db, town.id)).toEqual([
      { month: "2026-03", madeAt: LATER },
      { month: "2026-03", teamCode: "T1", madeAt: NOW },
    ]);
    expect(await readReport(town.db, town.id, { month: "2026-02" })).toBeUndefined();
  });

  it("reports: the latest one is that of the whole municipality, and a month is named once", async () => {
    expect(await readLatestReport(town.db, town.id)).toBeUndefined();
    const content = { themes: [] };
    await saveReports(town.db, town.id, { month: "2026-02", content, madeAt: NOW });
    await saveReports(town.db, town.id, { month: "2026-03", content: { themes: [1] }, madeAt: NOW });
    await saveReports(town.db, town.id, { month: "2026-03", areaCode: "WK000001", content, madeAt: NOW });
    await saveReports(town.db, town.id, { month: "2026-04", teamCode: "T1", content, madeAt: NOW });
    expect(await readLatestReport(town.db, town.id)).toMatchObject({ month: "2026-03", content: { themes: [1] } });
    expect(await listReportMonths(town.db, town.id)).toEqual(["2026-04", "2026-03", "2026-02"]);
    expect((await listReports(town.db, town.id, { month: "2026-03" })).map(({ areaCode }) => areaCode)).toEqual([
      undefined,
      "WK000001",
    ]);
  });
});
