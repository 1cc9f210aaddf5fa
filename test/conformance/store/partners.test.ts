import { loadCatalogue } from "@rode-draad/catalogue";
import type { PartnerMessage, PartnerRequest } from "@rode-draad/domain";
import {
  addAgenda,
  addPartnerMessage,
  addStandingEvening,
  answerAgendaThroughLink,
  answerThroughLink,
  changeStandingEvening,
  createPartnerRequest,
  decideOnPoints,
  keepPageLink,
  keepPartnerLink,
  listAgendaAnswers,
  listAgendas,
  listPartnerMessages,
  listPartnerOrganisations,
  listSilentRequests,
  listStandingEvenings,
  listWaitingMessages,
  listWaitingRequests,
  markMessageFailed,
  markMessageSent,
  markRequestsFailed,
  markRequestsSent,
  pickUpProposal,
  readLinkedMessage,
  readLinkedRequest,
  readPartnerOrganisation,
  readPartnerRequest,
  readRequestSeries,
  readStandingEvening,
  remindOnce,
  renewPartnerLink,
  retryMessage,
  retryRequest,
  reviewProposal,
  savePartnerOrganisation,
  saveProposals,
  sendAgendaOnce,
  tellSenderOnce,
} from "@rode-draad/store";
import { beforeEach, describe, expect, it } from "vitest";
import { buildAgenda, buildEvening, buildOrganisation } from "../../../workers/7-delivery/test/build-messages.js";
import { buildRequest } from "../../../workers/7-delivery/test/build-request.js";
import { proposal } from "../../api/sample-content.js";
import { LATER, NOW, onEachEngine } from "./on-each-engine.js";

const TERMS = loadCatalogue().partnerTerms;
const EXPIRES = new Date("2026-05-01T00:00:00.000Z");
const ABOUT = { organisationId: "o-haard", themeId: "huurtoeslag", today: "2026-04-01", terms: TERMS } as const;
const OFFLINE = { final: false, failure: "mail-server-unreachable" } as const;

onEachEngine((town) => {
  beforeEach(async () => {
    await savePartnerOrganisation(town.db, town.id, buildOrganisation(), NOW);
    for (const id of ["v-1", "v-2", "v-3"]) {
      await saveProposals(town.db, town.id, [proposal(id)], NOW);
      await pickUpProposal(town.db, town.id, { id: `i-${id}`, proposalId: id, accountId: "a-1" }, NOW);
    }
  });

  const ask = async (number: number, about: Partial<Parameters<typeof createPartnerRequest>[5]> = {}) => {
    const request = buildRequest({ id: `a-${number}` });
    const wanted = { ...ABOUT, teamCode: `T${number}`, ...about };
    await createPartnerRequest(town.db, town.id, `i-v-${number}`, request, NOW, wanted);
    return request;
  };
  const send = async (...requests: PartnerRequest[]) => {
    for (const { id } of requests) {
      const link = { municipalityId: town.id, purpose: "answer-request", tokenHash: `hash-${id}` } as const;
      await keepPartnerLink(town.db, { ...link, requestId: id, issuedAt: NOW, expiresAt: EXPIRES });
    }
    await markRequestsSent(
      town.db,
      town.id,
      requests.map(({ id }) => id),
      NOW,
    );
  };
  const key = (id: string) =>
    ({ municipalityId: town.id, purpose: "answer-request", tokenHash: `hash-${id}` }) as const;
  const reminderOf = (request: PartnerRequest): PartnerMessage => ({
    kind: "reminder",
    id: "b-1",
    partnerId: request.partnerId,
    partnerName: request.partnerName,
    contact: request.contact,
    askedOn: "2026-04-01",
    requests: [request],
  });

  describe("the list of partners", () => {
    it("keeps what was saved last, and gives them by name", async () => {
      const { email: _email, ...withoutMail } = buildOrganisation({ id: "o-a", name: "Aart", channel: "by-hand" });
      await savePartnerOrganisation(town.db, town.id, withoutMail, NOW);
      const changed = buildOrganisation({ areaCodes: ["WK000001"], isActive: false });
      await savePartnerOrganisation(town.db, town.id, changed, LATER);
      expect(await listPartnerOrganisations(town.db, town.id)).toEqual([withoutMail, changed]);
      expect(await readPartnerOrganisation(town.db, town.id, "o-haard")).toEqual(changed);
      expect(await readPartnerOrganisation(town.db, town.id, "weg")).toBeUndefined();
    });
  });

  describe("a series", () => {
    it("is made when a second request joins the first, which then knows it too", async () => {
      const [first, second] = [await ask(1), await ask(2)];
      const series = await readRequestSeries(town.db, town.id, second.id);
      expect(series.map(({ request, seriesId, teamCode }) => [request.id, seriesId, teamCode])).toEqual([
        ["a-1", "a-1", "T1"],
        ["a-2", "a-1", "T2"],
      ]);
      expect(await readRequestSeries(town.db, town.id, first.id)).toEqual(series);
      expect(await readRequestSeries(town.db, town.id, "weg")).toEqual([]);
    });

    it("holds both of two teams that ask at the same moment", async () => {
      const both = await Promise.all([ask(1), ask(2)]);
      for (const { id } of both) expect(await readRequestSeries(town.db, town.id, id)).toHaveLength(2);
    });

    it("is none for another theme, another partner, or a request that says nothing of these", async () => {
      await ask(1);
      await ask(2, { themeId: "energierekening" });
      await createPartnerRequest(town.db, town.id, "i-v-3", buildRequest({ id: "a-3" }), NOW);
      for (const id of ["a-1", "a-2", "a-3"]) expect(await readRequestSeries(town.db, town.id, id)).toHaveLength(1);
    });

    it("is answered part by part through the link of any part, each once", async () => {
      const [first, second] = [await ask(1), await ask(2)];
      await send(first, second);
      const answer = { kind: "call" } as const;
      const through = (id: string, requestId: string) =>
        answerThroughLink(town.db, key(id), { requestId, answer }, LATER);
      expect(await through("a-1", "a-2")).toBe(true);
      expect(await through("a-2", "a-2")).toBe(false);
      expect(await through("a-2", "a-1")).toBe(true);
      expect((await readPartnerRequest(town.db, town.id, "a-2"))?.answer?.answer).toEqual(answer);
    });

    it("gives no way to a request outside it", async () => {
      const [own, other] = [await ask(1), await ask(2, { themeId: "energierekening" })];
      await send(own, other);
      const answer = { requestId: other.id, answer: { kind: "call" } as const };
      expect(await answerThroughLink(town.db, key(own.id), answer, LATER)).toBe(false);
    });
  });

  describe("a letter that does not arrive", () => {
    it("waits until its next try is due, and tells why", async () => {
      await ask(1);
      const nextTryAt = LATER;
      await markRequestsFailed(town.db, town.id, ["a-1"], { ...OFFLINE, nextTryAt });
      const due = async (dueAt: Date) =>
        (await listWaitingRequests(town.asOwner, { dueAt })).filter(({ municipalityId }) => municipalityId === town.id);
      expect(await due(NOW)).toEqual([]);
      expect(await due(LATER)).toMatchObject([{ requestId: "a-1", waitingSince: NOW }]);
      expect(await readPartnerRequest(town.db, town.id, "a-1")).toMatchObject({ failure: OFFLINE.failure });
    });

    it("waits anew for the address that the partner has now, once it has failed", async () => {
      await ask(1);
      expect(await retryRequest(town.db, town.id, "a-1", "goed@haard.example", LATER)).toBe(false);
      await markRequestsFailed(town.db, town.id, ["a-1"], { final: true, failure: "mail-refused" });
      expect(await retryRequest(town.db, town.id, "a-1", "goed@haard.example", LATER)).toBe(true);
      const stored = await readPartnerRequest(town.db, town.id, "a-1");
      expect(stored).toMatchObject({ state: "waiting", waitingSince: LATER, createdAt: NOW });
      expect(stored?.request.partnerEmail).toBe("goed@haard.example");
      expect(stored).not.toHaveProperty("failure");
    });
  });

  describe("a request without an answer", () => {
    it("is reminded of once, together with its message, whoever runs it and how often", async () => {
      const request = await ask(1);
      await send(request);
      expect((await listSilentRequests(town.db, town.id)).map((one) => one.request.id)).toEqual(["a-1"]);
      const reminder = { aboutId: "a-1", message: reminderOf(request) };
      const runs = await Promise.all(
        Array.from({ length: 10 }, () => remindOnce(town.db, town.id, ["a-1"], reminder, LATER)),
      );
      expect(runs.filter(Boolean)).toHaveLength(1);
      expect(await listPartnerMessages(town.db, town.id, ["a-1"])).toHaveLength(1);
      expect(await tellSenderOnce(town.db, town.id, "a-1", undefined, LATER)).toBe(true);
      expect(await tellSenderOnce(town.db, town.id, "a-1", undefined, LATER)).toBe(false);
      expect(await listSilentRequests(town.db, town.id)).toEqual([]);
    });

    it("is not reminded of when it was answered, and neither are the parts that would go with it", async () => {
      const [first, second] = [await ask(1), await ask(2)];
      await send(first, second);
      const answer = { requestId: "a-1", answer: { kind: "call" } as const };
      await answerThroughLink(town.db, key("a-1"), answer, LATER);
      const reminder = { aboutId: "a-1", message: reminderOf(first) };
      expect(await remindOnce(town.db, town.id, ["a-1", "a-2"], reminder, LATER)).toBe(false);
      expect(await listPartnerMessages(town.db, town.id, ["a-1"])).toEqual([]);
      expect((await readPartnerRequest(town.db, town.id, "a-2"))?.remindedAt).toBeUndefined();
    });

    it("keeps the end of its link when that gets another token, which ends the former one", async () => {
      const request = await ask(1);
      await send(request);
      const renewed = { ...key("a-1"), tokenHash: "hash-new", requestId: "a-1" };
      expect(await renewPartnerLink(town.db, renewed, LATER)).toBe(true);
      expect((await readPartnerRequest(town.db, town.id, "a-1"))?.expiresAt).toEqual(EXPIRES);
      const answer = { requestId: "a-1", answer: { kind: "call" } as const };
      expect(await answerThroughLink(town.db, key("a-1"), answer, LATER)).toBe(false);
      expect(await renewPartnerLink(town.db, renewed, EXPIRES)).toBe(false);
      expect(await answerThroughLink(town.db, renewed, answer, LATER)).toBe(true);
      expect(await renewPartnerLink(town.db, renewed, LATER)).toBe(false);
    });
  });

  describe("what is asked for an initiative that stops", () => {
    const stop = (decision: "open" | "later" | "refused") =>
      reviewProposal(town.db, town.id, "v-1", { id: `r-${decision}`, decision, reviewedAt: LATER });

    it.each(["open", "later", "refused"] as const)(
      "is withdrawn once by %s, and that of others stands",
      async (decision) => {
        await send(await ask(1), await ask(2));
        const withdrawn = await stop(decision);
        expect(withdrawn.map(({ request, withdrawnAt }) => [request.id, withdrawnAt])).toEqual([["a-1", LATER]]);
        expect(await stop(decision)).toEqual([]);
        expect((await readPartnerRequest(town.db, town.id, "a-2"))?.withdrawnAt).toBeUndefined();
      },
    );

    it("takes no answer by any link, is not reminded of and reported to nobody, and its page can still be read", async () => {
      const [first, second] = [await ask(1), await ask(2)];
      await send(first, second);
      await stop("open");
      const answer = { kind: "call" } as const;
      for (const id of ["a-1", "a-2"]) {
        expect(await answerThroughLink(town.db, key(id), { requestId: "a-1", answer }, LATER)).toBe(false);
      }
      expect(await answerThroughLink(town.db, key("a-1"), { requestId: "a-2", answer }, LATER)).toBe(true);
      expect(await listSilentRequests(town.db, town.id)).toEqual([]);
      const reminder = { aboutId: "a-1", message: reminderOf(first) };
      expect(await remindOnce(town.db, town.id, ["a-1"], reminder, LATER)).toBe(false);
      expect(await tellSenderOnce(town.db, town.id, "a-1", undefined, LATER)).toBe(false);
      const renewed = { ...key("a-1"), tokenHash: "hash-new", requestId: "a-1" };
      expect(await renewPartnerLink(town.db, renewed, LATER)).toBe(false);
      expect((await readLinkedRequest(town.db, key("a-1"), LATER))?.requestId).toBe("a-1");
    });

    it("does not leave any more, and no other request joins it", async () => {
      await ask(1);
      await stop("open");
      const waiting = (await listWaitingRequests(town.asOwner)).filter(
        ({ municipalityId }) => municipalityId === town.id,
      );
      expect(waiting).toEqual([]);
      await markRequestsFailed(town.db, town.id, ["a-1"], { final: true, failure: "mail-refused" });
      expect(await retryRequest(town.db, town.id, "a-1", undefined, LATER)).toBe(false);
      await ask(2);
      expect((await readPartnerRequest(town.db, town.id, "a-2"))?.seriesId).toBeUndefined();
    });
  });

  describe("a message", () => {
    it("stands in the outbox once, until it is sent or has failed", async () => {
      const message = buildAgenda();
      expect(await addPartnerMessage(town.db, town.id, "e-1", message, NOW)).toBe(true);
      expect(await addPartnerMessage(town.db, town.id, "e-1", message, LATER)).toBe(false);
      const due = async (at: Date) =>
        (await listWaitingMessages(town.asOwner, at)).filter(({ municipalityId }) => municipalityId === town.id);
      expect(await due(NOW)).toMatchObject([{ messageId: "b-agenda", waitingSince: NOW }]);
      await markMessageFailed(town.db, town.id, message.id, { ...OFFLINE, nextTryAt: LATER });
      expect(await due(NOW)).toEqual([]);
      await markMessageFailed(town.db, town.id, message.id, { final: true, failure: "mail-refused" });
      expect(await retryMessage(town.db, town.id, message.id, undefined, LATER)).toBe(true);
      await markMessageSent(town.db, town.id, message.id, LATER);
      await markMessageFailed(town.db, town.id, message.id, { final: true, failure: "mail-refused" });
      expect(await listPartnerMessages(town.db, town.id, ["e-1"])).toEqual([
        { message, aboutId: "e-1", state: "sent", waitingSince: LATER, createdAt: NOW, sentAt: LATER },
      ]);
    });

    it("is read through its own link until that expires, and through no other", async () => {
      const message = buildAgenda();
      await addPartnerMessage(town.db, town.id, "e-1", message, NOW);
      const link = { messageId: message.id, tokenHash: "hash", issuedAt: NOW, expiresAt: EXPIRES };
      await keepPageLink(town.db, town.id, link);
      expect((await readLinkedMessage(town.db, town.id, "hash", LATER))?.message).toEqual(message);
      expect(await readLinkedMessage(town.db, town.id, "other", LATER)).toBeUndefined();
      expect(await readLinkedMessage(town.db, "buurstad", "hash", LATER)).toBeUndefined();
      expect(await readLinkedMessage(town.db, town.id, "hash", EXPIRES)).toBeUndefined();
    });

    it("is answered once through its link, until that expires, and a mail that is tried again keeps the answer", async () => {
      const message = buildAgenda();
      await addPartnerMessage(town.db, town.id, "e-1", message, NOW);
      const link = { messageId: message.id, tokenHash: "hash", issuedAt: NOW, expiresAt: EXPIRES };
      await keepPageLink(town.db, town.id, link);
      const say = (tokenHash: string, now = LATER, municipalityId = town.id) =>
        answerAgendaThroughLink(town.db, municipalityId, { tokenHash, answer: { kind: "come" } }, now);
      expect(await Promise.all([say("other"), say("hash", EXPIRES), say("hash", LATER, "buurstad")])).toEqual([
        false,
        false,
        false,
      ]);
      expect(await listAgendaAnswers(town.db, town.id, [message.id])).toEqual(new Map());
      const outcomes = await Promise.all(Array.from({ length: 20 }, () => say("hash")));
      expect(outcomes.filter(Boolean)).toHaveLength(1);
      await keepPageLink(town.db, town.id, { ...link, tokenHash: "hash-new" });
      expect(await say("hash-new")).toBe(false);
      const answer = { answer: { kind: "come" }, answeredAt: LATER };
      expect((await readLinkedMessage(town.db, town.id, "hash-new", LATER))?.answer).toEqual(answer);
      expect(await listAgendaAnswers(town.db, town.id, [message.id, "b-weg"])).toEqual(new Map([[message.id, answer]]));
      expect(await listAgendaAnswers(town.db, town.id, [])).toEqual(new Map());
    });
  });

  describe("a standing evening", () => {
    const evening = buildEvening();
    const point = { themeId: "huurtoeslag", title: "Huur", careNeeded: false, choice: "proposed" } as const;
    const agenda = { eveningId: evening.id, month: "2026-12", reportMonth: "2026-11", points: [point] };
    beforeEach(() => addStandingEvening(town.db, town.id, evening, NOW));

    it("is kept once, and every change raises its revision", async () => {
      await addStandingEvening(town.db, town.id, { ...evening, location: "elders" }, LATER);
      expect(await listStandingEvenings(town.db, town.id)).toEqual([evening]);
      const skipped = await changeStandingEvening(town.db, town.id, evening.id, { skippedMonths: ["2027-07"] });
      expect(skipped).toEqual({ ...evening, skippedMonths: ["2027-07"], revision: 1 });
      await changeStandingEvening(town.db, town.id, evening.id, { isRunning: false });
      expect(await readStandingEvening(town.db, town.id, evening.id)).toMatchObject({ isRunning: false, revision: 2 });
      expect(await changeStandingEvening(town.db, town.id, "weg", { isRunning: false })).toBeUndefined();
    });

    it("has one agenda a month, that stands once it has left", async () => {
      const made = await Promise.all([1, 2, 3].map(() => addAgenda(town.db, town.id, agenda, NOW)));
      expect(made.filter(Boolean)).toHaveLength(1);
      const decided = { ...agenda, points: [{ ...point, choice: "on" as const }] };
      expect(await decideOnPoints(town.db, town.id, decided)).toBe(true);
      const message = buildAgenda({ eveningId: evening.id });
      const sent = await Promise.all([1, 2, 3].map(() => sendAgendaOnce(town.db, town.id, agenda, message, LATER)));
      expect(sent.filter(Boolean)).toHaveLength(1);
      expect(await decideOnPoints(town.db, town.id, agenda)).toBe(false);
      expect(await listAgendas(town.db, town.id, evening.id)).toEqual([{ ...decided, messageId: message.id }]);
      expect(await listPartnerMessages(town.db, town.id, [evening.id])).toHaveLength(1);
      const none = { eveningId: evening.id, month: "2027-01" };
      expect(await sendAgendaOnce(town.db, town.id, none, { ...message, id: "b-2" }, LATER)).toBe(false);
    });
  });
});
