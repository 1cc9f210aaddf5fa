import { loadCatalogue } from "@rode-draad/catalogue";
import { type PartnerRequest, RawText } from "@rode-draad/domain";
import { createGate } from "@rode-draad/privacy";
import { openLogger, readConfiguration } from "@rode-draad/runtime";
import { ensureMunicipality, listInitiatives } from "@rode-draad/store";
import { openScratchStore, type ScratchStore } from "@rode-draad/store/testing";
import type { PartnerTools } from "@rode-draad/web";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type OpenAuditLog, openAuditLog } from "../../services/pipeline/src/audit/open-audit-log.js";
import { answerLinkKey, issueAnswerLink } from "../../services/pipeline/src/partners/answer-link.js";
import { partnerTools } from "../../services/pipeline/src/partners/partner-page.js";
import { makePartnerRequests } from "../trust/make-partner-requests.js";

/** The rules of a link on the real store and behind the real gate, without the server around them. */

const NOW = new Date("2026-11-22T09:30:00Z");
const CONFIGURATION = readConfiguration({ HASH_KEY: "Wq7nR2xL9bT4vK8mZ1cH6yD3fJ5gP0sA7uE2" });
const HANDED_ON = "Bel Fatima de Vries op 06-12345678";
const TOO_TELLING = Array.from({ length: 61 }, (_, index) => `06-1234${String(5600 + index)}`).join(" ");

let scratch: ScratchStore;
let number = 0;
let now: Date;
let audit: OpenAuditLog;
let tools: PartnerTools;
let request: PartnerRequest;
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
  const [first] = await makePartnerRequests(store.db, municipalityId, 1, NOW);
  if (first === undefined) throw new Error("no request was made");
  request = first;
  audit = openAuditLog({ db: store.db, municipalityId, clock, logger: openLogger({ level: "silent" }) });
  tools = partnerTools({ store, clock, catalogue: loadCatalogue(), municipalityId, audit }, gate.inspect);
  address = await issueAnswerLink({ store, clock, configuration: CONFIGURATION }, municipalityId, request);
});

/** The one part of the page behind a link. */
async function partOf(linkToken: string) {
  const view = await tools.readPartnerPage(linkToken);
  return view?.kind === "request" ? view.parts[0] : undefined;
}

const token = (): string => address.slice(address.lastIndexOf("/") + 1);
const logged = async () =>
  (await audit.list({ limit: 100 })).map(({ actor, action, subject, outcome }) => ({
    actor,
    action,
    subject,
    outcome,
  }));
const byTheLink = (action: string) => ({
  actor: { kind: "partner-link", id: request.id },
  action,
  subject: { kind: "partner-request", id: request.id },
  outcome: "done",
});

describe("the link in a letter", () => {
  it("stands at our own address and opens the request, each look written down as the link's", async () => {
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:3000\/aanvraag\/[\w-]{22}$/);
    const view = await partOf(token());
    expect(view).toMatchObject({ title: request.subject, dates: [expect.any(String), expect.any(String)] });
    expect(view).not.toHaveProperty("answered");
    expect(await logged()).toEqual([byTheLink("read-partner-request")]);
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
    const [initiative] = await listInitiatives(scratch.store.of(`stad-${number}`), `stad-${number}`);
    expect(initiative?.plan).toMatchObject({ date: request.dates[0], place: request.location });
  });

  it("goes to the first of two at the same moment", async () => {
    const both = await Promise.all([1, 2].map(() => tools.answerPartner(token(), request.id, { kind: "call" })));
    expect(both.sort()).toEqual(["done", "gone"]);
  });

  it("to a date that was not proposed is none", async () => {
    expect(await tools.answerPartner(token(), request.id, { kind: "accept", dateIndex: 2 })).toBe("gone");
    expect(await answered()).toBeUndefined();
  });

  it("may be another day, with the fields of a day and no others", async () => {
    const date = { day: "2027-01-13", from: "19:00", until: "20:00", extra: "x" };
    expect(await tools.answerPartner(token(), request.id, { kind: "other-date", date })).toBe("done");
    expect(await answered()).toBe("Liever op woensdag 13 januari 2027, 19.00 tot 20.00 uur.");
    const [row] = await scratch.store.of(`stad-${number}`).selectFrom("partner_link").select("answer").execute();
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
