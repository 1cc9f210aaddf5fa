import { loadCatalogue } from "@rode-draad/catalogue";
import type { PartnerAgenda } from "@rode-draad/domain";
import { createGate } from "@rode-draad/privacy";
import { makeLinkToken, openLogger, readConfiguration } from "@rode-draad/runtime";
import { addPartnerMessage, ensureMunicipality, listAgendaAnswers } from "@rode-draad/store";
import { openScratchStore, type ScratchStore } from "@rode-draad/store/testing";
import type { PartnerTools } from "@rode-draad/web";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type OpenAuditLog, openAuditLog } from "../../services/pipeline/src/audit/open-audit-log.js";
import { issueAgendaLink } from "../../services/pipeline/src/partners/answer-link.js";
import { partnerTools } from "../../services/pipeline/src/partners/partner-page.js";
import { buildAgenda } from "../../workers/7-delivery/test/build-messages.js";
import { loggedActs } from "./logged-acts.js";

/** The link in the mail about a standing evening, on the real store and behind the real gate. */

const NOW = new Date("2026-11-22T09:30:00Z");
const EVENING_OVER = new Date("2026-12-09T00:00:00Z");
const HASH_KEY = "Wq7nR2xL9bT4vK8mZ1cH6yD3fJ5gP0sA7uE2";
const AGENDA = buildAgenda();
const gate = createGate();

let scratch: ScratchStore;
let number = 0;
let town: string;
let now: Date;
let audit: OpenAuditLog;
let tools: PartnerTools;
let issue: (agenda: PartnerAgenda) => Promise<string | undefined>;
let token: string;

beforeAll(async () => {
  scratch = await openScratchStore();
});
afterAll(() => scratch.drop());

beforeEach(async () => {
  now = NOW;
  number += 1;
  town = `dorp-${number}`;
  const store = { ...scratch.store, db: scratch.store.of(town) };
  const clock = () => now;
  await ensureMunicipality(store.db, { id: town, name: "Dorp" });
  await addPartnerMessage(store.db, town, AGENDA.eveningId, AGENDA, NOW);
  audit = openAuditLog({ db: store.db, municipalityId: town, clock, logger: openLogger({ level: "silent" }) });
  tools = partnerTools({ store, clock, catalogue: loadCatalogue(), municipalityId: town, audit }, gate.inspect);
  issue = (agenda) => issueAgendaLink({ store, clock, configuration: readConfiguration({ HASH_KEY }) }, town, agenda);
  const address = (await issue(AGENDA)) ?? "";
  token = address.slice(address.lastIndexOf("/") + 1);
  expect(address).toBe(`http://127.0.0.1:3000/aanvraag/${token}`);
});

const answered = async () => (await listAgendaAnswers(scratch.store.of(town), town, [AGENDA.id])).get(AGENDA.id);
const logged = () => loggedActs(audit);
const byTheLink = (action: string, outcome = "done") => ({
  actor: { kind: "partner-link", id: AGENDA.id },
  action,
  subject: { kind: "partner-message", id: AGENDA.id },
  outcome,
});

it("opens what was sent and its calendar, each look written down as the link's", async () => {
  expect(token).toBe(makeLinkToken(HASH_KEY, { purpose: "read-agenda", municipalityId: town, requestId: AGENDA.id }));
  const view = await tools.readPartnerPage(token);
  expect(view).toMatchObject({
    kind: "agenda",
    partnerName: "De Haard",
    worksUntil: "dinsdag 8 december 2026",
    points: AGENDA.points,
  });
  expect(view).not.toHaveProperty("answered");
  expect(await tools.readPartnerCalendar(token)).toContain("BEGIN:VCALENDAR");
  expect(await logged()).toEqual([byTheLink("read-agenda"), byTheLink("read-agenda")]);
});

it("works until the evening is over, and none is made after it", async () => {
  now = new Date(EVENING_OVER.getTime() - 1);
  expect(await tools.readPartnerPage(token)).toBeDefined();
  expect(await issue(AGENDA)).toBeDefined();
  now = EVENING_OVER;
  expect(await issue(AGENDA)).toBeUndefined();
  expect(await tools.readPartnerPage(token)).toBeUndefined();
  expect(await tools.readPartnerCalendar(token)).toBeUndefined();
  expect(await tools.answerAgenda(token, { kind: "come" })).toBe("gone");
});

it("opens nothing with another token, and nothing that is no agenda", async () => {
  const { partnerId, partnerName, contact } = AGENDA;
  const result = {
    kind: "result",
    id: "b-result",
    partnerId,
    partnerName,
    contact,
    subject: "Huur",
    day: "2026-11-10",
  } as const;
  const store = scratch.store.of(town);
  await addPartnerMessage(store, town, AGENDA.eveningId, { ...result, attendance: "10-tot-14", asked: [] }, NOW);
  await store.updateTable("partner_page_link").set({ message_id: result.id }).execute();
  for (const one of [token, `${token.slice(0, -1)}~`]) {
    expect(await tools.readPartnerPage(one)).toBeUndefined();
    expect(await tools.readPartnerCalendar(one)).toBeUndefined();
    expect(await tools.answerAgenda(one, { kind: "come" })).toBe("gone");
  }
  expect(await logged()).toEqual([]);
});

it("takes one answer, and shows it from then on", async () => {
  expect(await tools.answerAgenda(token, { kind: "come" })).toBe("done");
  expect(await answered()).toEqual({ answer: { kind: "come" }, answeredAt: NOW });
  expect(await tools.answerAgenda(token, { kind: "cannot", remark: "Bel 06-12345678" })).toBe("gone");
  expect(await tools.readPartnerPage(token)).toMatchObject({ answered: "Ja, wij komen." });
  expect(await logged()).toEqual([byTheLink("answer-agenda"), byTheLink("read-agenda")]);
});

it("takes a remark as the gate lets it through, and no field that is not asked for", async () => {
  const draft = { kind: "cannot" as const, remark: "Mail fatima@haard.example", extra: "x" };
  expect(await tools.answerAgenda(token, draft)).toBe("done");
  expect((await answered())?.answer).toEqual({ kind: "cannot", remark: "Mail [E-MAIL]" });
});

it("takes an answer without a remark, also where the field was left empty", async () => {
  expect(await tools.answerAgenda(token, { kind: "call", remark: undefined } as never)).toBe("done");
  expect((await answered())?.answer).toEqual({ kind: "call" });
});

it("is not used up by a remark that the gate holds back", async () => {
  const remark = Array.from({ length: 61 }, (_, index) => `06-1234${String(5600 + index)}`).join(" ");
  expect(await tools.answerAgenda(token, { kind: "call", remark })).toEqual({
    heldBack: expect.stringMatching(/^[A-Z].*\.$/),
  });
  expect(await logged()).toEqual([]);
  expect(await tools.answerAgenda(token, { kind: "come" })).toBe("done");
});

it("goes to the first of two at the same moment, and the log says who was too late", async () => {
  const both = await Promise.all([1, 2].map(() => tools.answerAgenda(token, { kind: "come" })));
  expect(both.sort()).toEqual(["done", "gone"]);
  expect((await logged()).map(({ outcome }) => outcome).sort()).toEqual(["done", "refused"]);
});
