import { loadCatalogue } from "@rode-draad/catalogue";
import { type PartnerRequest, RawText } from "@rode-draad/domain";
import { createGate } from "@rode-draad/privacy";
import { makeLinkToken, openLogger, readConfiguration } from "@rode-draad/runtime";
import { ensureMunicipality, listInitiatives } from "@rode-draad/store";
import { openScratchStore, type ScratchStore } from "@rode-draad/store/testing";
import type { PartnerTools } from "@rode-draad/web";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type OpenAuditLog, openAuditLog } from "../../services/pipeline/src/audit/open-audit-log.js";
import { answerLinkKey, issueAnswerLink, renewAnswerLink } from "../../services/pipeline/src/partners/answer-link.js";
import { partnerTools } from "../../services/pipeline/src/partners/partner-page.js";
import { makePartnerRequests } from "../trust/make-partner-requests.js";
import { loggedActs } from "./logged-acts.js";

/** The rules of a link on the real store and behind the real gate, without the server around them. */

const NOW = new Date("2026-11-22T09:30:00Z");
const HASH_KEY = "Wq7nR2xL9bT4vK8mZ1cH6yD3fJ5gP0sA7uE2";
const CONFIGURATION = readConfiguration({ HASH_KEY });
const HANDED_ON = "Bel Fatima de Vries op 06-12345678";
const TOO_TELLING = Array.from({ length: 61 }, (_, index) => `06-1234${String(5600 + index)}`).join(" ");

let scratch: ScratchStore;
let number = 0;
let now: Date;
let audit: OpenAuditLog;
let tools: PartnerTools;
let requests: PartnerRequest[];
/** The one that has a link. */
let request: PartnerRequest;
let means: Parameters<typeof issueAnswerLink>[0];
let address: string;
const gate = createGate();

beforeAll(async () => {
  scratch = await openScratchStore();
});
afterAll(() => scratch.drop());

beforeEach(async () => {
  now = NOW;
  number += 1;
  const municipalityId = `stad-${number}`;
  const store = { ...scratch.store, db: scratch.store.of(municipalityId) };
  const clock = () => now;
  await ensureMunicipality(store.db, { id: municipalityId, name: "Stad" });
  requests = await makePartnerRequests(store.db, municipalityId, 3, NOW);
  [request] = requests as [PartnerRequest];
  audit = openAuditLog({ db: store.db, municipalityId, clock, logger: openLogger({ level: "silent" }) });
  tools = partnerTools({ store, clock, catalogue: loadCatalogue(), municipalityId, audit }, gate.inspect);
  means = { store, clock, configuration: CONFIGURATION };
  address = await issueAnswerLink(means, municipalityId, request);
});

/** The one part of the page behind a link. */
async function partOf(linkToken: string) {
  const view = await tools.readPartnerPage(linkToken);
  return view?.kind === "request" ? view.parts[0] : undefined;
}

const tokenOf = (linkAddress: string): string => linkAddress.slice(linkAddress.lastIndexOf("/") + 1);
const token = (): string => tokenOf(address);
const town = (): string => `stad-${number}`;
const db = () => scratch.store.of(town());
const logged = () => loggedActs(audit);
const tokenFor = (purpose: string, id: string): string =>
  makeLinkToken(HASH_KEY, { purpose, municipalityId: town(), requestId: id });
const byTheLink = (action: string) => ({
  actor: { kind: "partner-link", id: request.id },
  action,
  subject: { kind: "partner-request", id: request.id },
  outcome: "done",
});

describe("the link in a letter", () => {
  it("stands at our own address and opens the request, each look written down as the link's", async () => {
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:3000\/aanvraag\/[\w-]{22}$/);
    expect(tokenOf(address)).toBe(tokenFor("answer-request", request.id));
    const view = await tools.readPartnerPage(token());
    expect(view).toMatchObject({ partnerName: request.partnerName, worksUntil: "woensdag 20 januari 2027" });
    const part = await partOf(token());
    expect(part).toMatchObject({ title: request.subject, dates: [expect.any(String), expect.any(String)] });
    expect(part).toMatchObject({ isOver: false, isWithdrawn: false });
    expect(part).not.toHaveProperty("answered");
    expect(await logged()).toEqual([byTheLink("read-partner-request"), byTheLink("read-partner-request")]);
  });

  it("opens nothing with another token, and nobody who tried stands in the log", async () => {
    const other = `${token().slice(0, -1)}${token().endsWith("A") ? "B" : "A"}`;
    expect(await tools.readPartnerPage(other)).toBeUndefined();
    expect(await tools.answerPartner(other, request.id, { kind: "call" })).toBe("gone");
    expect(await logged()).toEqual([]);
  });

  it("works until the end of the last proposed day, but never for more than sixty days", async () => {
    const sixtyDays = 60 * 86_400_000;
    now = new Date(NOW.getTime() + sixtyDays - 1);
    expect(await tools.readPartnerPage(token())).toBeDefined();
    now = new Date(NOW.getTime() + sixtyDays);
    expect(await tools.readPartnerPage(token())).toBeUndefined();
    expect(await tools.answerPartner(token(), request.id, { kind: "call" })).toBe("gone");
  });

  it("is looked up by this municipality, this purpose and a hash", () => {
    expect(answerLinkKey("stad-1", "abc")).toEqual({
      municipalityId: "stad-1",
      purpose: "answer-request",
      tokenHash: "ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0",
    });
  });
});

describe("the answer of a partner", () => {
  const answered = async () => (await partOf(token()))?.answered;

  it("is kept once, and the second finds the link used", async () => {
    expect(await tools.answerPartner(token(), request.id, { kind: "accept", dateIndex: 0 })).toBe("done");
    expect(await answered()).toBe("Ja, op dinsdag 12 januari 2027, 19.00 tot 21.00 uur.");
    expect(await tools.answerPartner(token(), request.id, { kind: "call" })).toBe("gone");
    expect(await answered()).toContain("Ja, op");
    expect(await logged()).toEqual([
      byTheLink("answer-partner-request"),
      byTheLink("read-partner-request"),
      byTheLink("read-partner-request"),
    ]);
  });

  it("settles the day and the place that it was asked for", async () => {
    await tools.answerPartner(token(), request.id, { kind: "accept", dateIndex: 0 });
    const [initiative] = await listInitiatives(db(), town());
    expect(initiative?.plan).toMatchObject({ date: request.dates[0], place: request.location });
  });

  it.each([
    ["het Annie Jansenhuis voor weduwen van 97, Dorpsstraat 12", true],
    ["zaal 2, NL91 ABNA 0417 1643 00", false],
  ])(
    "settles %j as the place: %s, for a place is nobody's name and a number is somebody's",
    async (location, isKept) => {
      const content = JSON.stringify({ ...request, location });
      await db().updateTable("partner_request").set({ content }).where("id", "=", request.id).execute();
      expect(await tools.answerPartner(token(), request.id, { kind: "accept", dateIndex: 1 })).toBe("done");
      const [initiative] = await listInitiatives(db(), town());
      expect(initiative?.plan?.place).toBe(isKept ? location : undefined);
    },
  );

  it("goes to the first of two at the same moment", async () => {
    const both = await Promise.all([1, 2].map(() => tools.answerPartner(token(), request.id, { kind: "call" })));
    expect(both.sort()).toEqual(["done", "gone"]);
    expect((await logged()).map(({ outcome }) => outcome).sort()).toEqual(["done", "refused"]);
  });

  it("to a date that was not proposed is none", async () => {
    expect(await tools.answerPartner(token(), request.id, { kind: "accept", dateIndex: 2 })).toBe("gone");
    expect(await answered()).toBeUndefined();
  });

  it("may be another day, with the fields of a day and no others", async () => {
    const date = { day: "2027-01-13", from: "19:00", until: "20:00", extra: "x" };
    expect(await tools.answerPartner(token(), request.id, { kind: "other-date", date })).toBe("done");
    expect(await answered()).toBe("Liever op woensdag 13 januari 2027, 19.00 tot 20.00 uur.");
    const [row] = await db().selectFrom("partner_link").select("answer").execute();
    expect(row?.answer).toEqual({ kind: "other-date", date: { day: "2027-01-13", from: "19:00", until: "20:00" } });
  });

  it.each([
    [{ kind: "decline", reason: "geen-tijd" } as const, "Nee: wij hebben hier geen tijd voor."],
    [{ kind: "call" } as const, "Bel ons eerst even."],
  ])("may be %j, with a remark that the gate has masked", async (draft, sentence) => {
    expect(await tools.answerPartner(token(), request.id, { ...draft, remark: HANDED_ON })).toBe("done");
    const decision = gate.inspect(new RawText(HANDED_ON));
    expect(await answered()).toBe(`${sentence} Toelichting: ${decision.decision === "mask" ? decision.text : ""}`);
    expect(await answered()).not.toMatch(/Fatima|12345678/);
  });

  it("on another day may have a remark as well", async () => {
    const date = { day: "2027-01-13", from: "19:00", until: "20:00" };
    expect(
      await tools.answerPartner(token(), request.id, { kind: "other-date", date, remark: "Dat past beter." }),
    ).toBe("done");
    expect(await answered()).toContain("Toelichting: Dat past beter.");
  });

  it("whose remark the gate holds back uses nothing up", async () => {
    const held = await tools.answerPartner(token(), request.id, { kind: "call", remark: TOO_TELLING });
    expect(held).toEqual({ heldBack: expect.stringMatching(/^[A-Z].*\.$/) });
    expect(await logged()).toEqual([]);
    expect(await tools.answerPartner(token(), request.id, { kind: "call", remark: "Graag na vijven." })).toBe("done");
    expect(await answered()).toBe("Bel ons eerst even. Toelichting: Graag na vijven.");
  });
});

describe("the parts of a series", () => {
  beforeEach(async () => {
    await db().updateTable("partner_request").set({ series_id: request.id }).execute();
  });
  const partsOf = async (linkToken: string) => {
    const view = await tools.readPartnerPage(linkToken);
    return view?.kind === "request" ? view.parts : [];
  };

  it("are those that the partner was asked, each answered once, and none that has no link yet", async () => {
    const [, second] = requests as [PartnerRequest, PartnerRequest];
    const secondToken = tokenOf(await issueAnswerLink(means, town(), second));
    expect((await partsOf(token())).map(({ id }) => id)).toEqual(["a-1", "a-2"]);
    expect(await tools.answerPartner(token(), "a-3", { kind: "call", remark: TOO_TELLING })).toBe("gone");
    expect(await tools.answerPartner(token(), "a-9", { kind: "call" })).toBe("gone");
    expect(await tools.answerPartner(secondToken, "a-1", { kind: "call" })).toBe("done");
    expect(await tools.answerPartner(token(), "a-1", { kind: "call", remark: TOO_TELLING })).toBe("gone");
    expect(await tools.answerPartner(token(), "a-2", { kind: "decline", reason: "geen-tijd" })).toBe("done");
    expect((await partsOf(token())).map(({ answered }) => answered)).toEqual([
      "Bel ons eerst even.",
      "Nee: wij hebben hier geen tijd voor.",
    ]);
  });

  it("tell which of them is over and which was called off, and until when the link itself works", async () => {
    const [, second] = requests as [PartnerRequest, PartnerRequest];
    const secondToken = tokenOf(await issueAnswerLink(means, town(), second));
    const links = db().updateTable("partner_link").where("request_id", "=", "a-1");
    await links.set({ expires_at: new Date("2026-12-01T23:00:00Z") }).execute();
    await db().updateTable("partner_request").set({ withdrawn_at: NOW }).where("id", "=", "a-2").execute();
    expect(await tools.readPartnerPage(token())).toMatchObject({ worksUntil: "dinsdag 1 december 2026" });
    now = new Date("2026-12-01T23:00:00Z");
    const view = await tools.readPartnerPage(secondToken);
    expect(view).toMatchObject({ worksUntil: "woensdag 20 januari 2027" });
    expect(view?.kind === "request" && view.parts).toMatchObject([
      { id: "a-1", isOver: true, isWithdrawn: false },
      { id: "a-2", isOver: false, isWithdrawn: true },
    ]);
  });

  it("are reminded of by the link of the first that is still open", async () => {
    const [, second, third] = requests as [PartnerRequest, PartnerRequest, PartnerRequest];
    const secondAddress = await issueAnswerLink(means, town(), second);
    expect(await renewAnswerLink(means, town(), [third, second, request])).toBe(secondAddress);
    await tools.answerPartner(token(), "a-2", { kind: "call" });
    expect(await renewAnswerLink(means, town(), requests.slice(1))).toBeUndefined();
    expect(await renewAnswerLink(means, town(), requests)).toBe(address);
  });
});
