import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadCatalogue } from "@rode-draad/catalogue";
import { type AgendaPoint, type PartnerMessage, type PartnerResult, ProductError } from "@rode-draad/domain";
import PostalMime from "postal-mime";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildAgenda, buildEvening, buildOrganisation } from "../test/build-messages.js";
import { buildRequest } from "../test/build-request.js";
import { makeReceiver, startReceiver } from "../test/start-receiver.js";
import { startSmtpServer } from "../test/start-smtp-server.js";
import {
  composeAgenda,
  composeEveningResult,
  composeReminder,
  composeRequestResult,
  composeSilenceNotice,
  composeWithdrawal,
} from "./compose-message.js";
import { deliverMessage, type MessageTools } from "./deliver-message.js";
import { makeMessageMail } from "./make-message-mail.js";
import { openMailer } from "./open-mailer.js";
import { openWebhookSender } from "./webhook/open-webhook-sender.js";

const catalogue = loadCatalogue();
const NOW = new Date("2026-11-22T09:30:00Z");
const ADDRESS = "https://rodedraad.example/aanvraag/abc";
const SECRET = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
const HUUR = catalogue.theme("huurtoeslag")?.invitationTitle ?? "";

const REMINDER = composeReminder([buildRequest()], "2026-11-12");
const RESULT = composeRequestResult(
  buildRequest(),
  { day: "2027-01-12", attendance: "15-tot-24", askedThemeIds: ["huurtoeslag", "energierekening"] },
  catalogue,
);
const AGENDA = buildAgenda({ points: [HUUR] });
const SILENCE = composeSilenceNotice(buildRequest(), "2026-11-02", "2026-11-12");
const WITHDRAWAL = composeWithdrawal(buildRequest(), "2026-11-02", buildRequest().dates[0]);
const MESSAGES: readonly PartnerMessage[] = [REMINDER, RESULT, AGENDA, WITHDRAWAL, SILENCE];

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "rode-draad-messages-"));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

/** An outbox in memory with the behaviour of the table. */
function outbox(message: PartnerMessage, more: Partial<MessageTools> = {}) {
  const row = { message, aboutId: "a-1", state: "waiting" as "waiting" | "sent" | "failed", waitingSince: NOW };
  const tools: MessageTools = {
    readMessage: async (_municipality, id) => (id === message.id ? { ...row } : undefined),
    addressOf: async () => ADDRESS,
    findEndpoint: async () => undefined,
    markSent: async () => void Object.assign(row, { state: "sent" }),
    markFailed: async (_municipality, _id, { final }) =>
      void Object.assign(row, { state: final ? "failed" : "waiting" }),
    mailer: openMailer({ directory }),
    webhooks: openWebhookSender({ allowHttp: true, mayConnect: () => true }),
    catalogue,
    now: () => NOW,
    ...more,
  };
  return { row, deliver: () => deliverMessage({ municipalityId: "voorbeeldstad", messageId: message.id }, tools) };
}

async function overSmtp(message: PartnerMessage) {
  const server = await startSmtpServer();
  const mailer = openMailer({ smtpUrl: server.url, directory });
  const { deliver } = outbox(message, { mailer });
  const outcomes = [await deliver(), await deliver()];
  mailer.close();
  await server.stop();
  expect(outcomes).toEqual(["sent", "already-sent"]);
  expect(server.received).toHaveLength(1);
  const [received] = server.received;
  return { to: received?.to, mail: await PostalMime.parse(received?.raw ?? "") };
}

describe("a message to a partner", () => {
  it("reminds once, with what was asked, when, and the way to say no", async () => {
    const { to, mail } = await overSmtp(REMINDER);
    expect(to).toEqual(["wijkbeheer@corporatie.example"]);
    expect(mail.subject).toBe("Herinnering: informatieavond over huurtoeslag in Sterrenwijk");
    expect(mail.text).toContain("Op donderdag 12 november 2026 vroegen wij u om mee te doen in Sterrenwijk.");
    expect(mail.text).toContain(ADDRESS);
    expect(mail.text).toContain("Zeg dan gerust nee.");
    expect(mail.attachments).toEqual([]);
  });

  it("brings the agenda as a link, with the evenings as a calendar and no point in the mail itself", async () => {
    const { mail } = await overSmtp(AGENDA);
    expect(mail.text).toContain("Onze vaste avond is elke tweede dinsdag van de maand.");
    expect(mail.text).toContain(ADDRESS);
    expect(mail.text).not.toContain(HUUR);
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(["vaste-avonden.ics"]);
  });

  it("tells how it went in a band and in words of the catalogue", async () => {
    const { mail } = await overSmtp(RESULT);
    expect(mail.text).toContain("Er kwamen 15 tot 24 mensen.");
    expect(mail.text).toContain(
      "Mensen vroegen het meest naar: huurtoeslag, hoge energierekening en energie besparen.",
    );
    expect(mail.text).not.toContain(ADDRESS);
  });

  it("calls off what was asked, with the evening that was agreed on and the way out of the calendar", async () => {
    const { mail } = await overSmtp(WITHDRAWAL);
    expect(mail.subject).toMatch(/^Gaat niet door: informatieavond over huurtoeslag in /);
    expect(mail.text).toContain("U zei ja tegen dinsdag 12 januari 2027, 19.00 tot 21.00 uur.");
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(["gaat-niet-door.ics"]);
    const { mail: unanswered } = await overSmtp(composeWithdrawal(buildRequest(), "2026-11-02"));
    expect(unanswered.text).toContain("Dit gaat nu niet door. U hoeft niet meer te antwoorden.");
  });

  it("that tells of silence goes to the colleague who asked, and to no endpoint", async () => {
    const { to, mail } = await overSmtp(SILENCE);
    expect(to).toEqual(["noor@wijkteam.example"]);
    expect(mail.text).toContain("Op donderdag 12 november 2026 stuurden wij een herinnering.");
    const { deliver } = outbox(SILENCE, { findEndpoint: () => Promise.reject(new Error("asked")) });
    expect(await deliver()).toBe("sent");
  });

  it.each([REMINDER, AGENDA, RESULT, WITHDRAWAL])(
    "of the kind $kind reaches a partner's program, signed",
    async (message) => {
      const receiver = await startReceiver();
      const { deliver } = outbox(message, {
        findEndpoint: async () => ({ url: receiver.url, secret: SECRET }),
        now: () => new Date(),
      });
      expect(await deliver()).toBe("sent");
      const [received] = receiver.received;
      expect(received && makeReceiver(SECRET)(received)).toBe("taken");
      const { kind, ...fields } = message;
      expect(JSON.parse(received?.body ?? "")).toMatchObject({ type: expect.stringContaining(kind), data: fields });
      await receiver.stop();
    },
  );

  it("that comes too late is not sent, and says so", async () => {
    const { row, deliver } = outbox(REMINDER, { addressOf: async () => undefined });
    await expect(deliver()).rejects.toMatchObject({ code: "message-too-late" });
    expect(row.state).toBe("failed");
    expect(await readdir(directory)).toEqual([]);
  });

  it("waits while the server is away", async () => {
    const { row, deliver } = outbox(REMINDER, { mailer: openMailer({ smtpUrl: "smtp://127.0.0.1:1", directory }) });
    await expect(deliver()).rejects.toMatchObject({ retryable: true });
    expect(row.state).toBe("waiting");
  });

  it.each([
    ["a field that is not on the list", { ...REMINDER, caseIds: ["c-1"] }],
    ["a count", { ...RESULT, visitors: 17 }],
    ["a number in the place of a band", { ...RESULT, attendance: "17" as PartnerResult["attendance"] }],
    ["a point that is no title of the catalogue", { ...AGENDA, points: ["Mevrouw De Vries"] }],
    ["a subject that is no word of the catalogue", { ...RESULT, asked: ["mevrouw De Vries"] }],
    ["a theme that is never collective", { ...RESULT, asked: ["huiselijk geweld"] }],
    ["a line break", { ...AGENDA, location: "zaal\r\nBcc: dief@elders.example" }],
  ] as const)("with %s stays here", async (_name, message) => {
    const { row, deliver } = outbox(message as PartnerMessage);
    await expect(deliver()).rejects.toBeInstanceOf(ProductError);
    expect(row.state).toBe("failed");
    expect(await readdir(directory)).toEqual([]);
  });

  it.each(MESSAGES)(
    "of the kind $kind has no sentence over twenty words, and a median of at most twelve",
    (message) => {
      const { text } = makeMessageMail({ municipalityId: "v", message, address: ADDRESS, madeAt: NOW }, catalogue);
      const sentences = text.split(/\n|(?<=[.!?])\s+/).map((line) => line.split(/\s+/).filter(Boolean).length);
      const counted = sentences.filter((words) => words > 1).sort((a, b) => a - b);
      expect(counted.at(-1)).toBeLessThanOrEqual(20);
      expect(counted[Math.floor(counted.length / 2)]).toBeLessThanOrEqual(12);
    },
  );
});

describe("an agenda", () => {
  const point: AgendaPoint = { themeId: "huurtoeslag", title: HUUR, careNeeded: false, choice: "on" };
  const compose = (...points: AgendaPoint[]) =>
    composeAgenda(buildEvening(), buildOrganisation(), "2026-12", points, catalogue);

  it("leaves with what a person confirmed, for the day of the month", () => {
    const off = { ...point, title: "Niet dit", choice: "off" as const };
    expect(compose(point, off)).toMatchObject({ day: "2026-12-08", points: [HUUR], partnerName: "De Haard" });
  });

  it("does not leave empty, nor while a point is undecided", () => {
    expect(() => compose({ ...point, choice: "off" })).toThrow("nog niets op de agenda");
    expect(() => compose(point, { ...point, choice: "proposed" })).toThrow("Kies eerst");
  });

  it("leaves out what asks for care as long as nobody said yes, without asking for a decision", () => {
    const care = { ...point, title: "Met zorg", careNeeded: true, choice: "proposed" as const };
    expect(compose(point, care).points).toEqual([HUUR]);
    expect(compose(point, { ...care, choice: "on" }).points).toEqual([HUUR, "Met zorg"]);
  });

  it("goes by hand without an address", () => {
    const byHand = buildOrganisation({ channel: "by-hand" });
    expect(composeAgenda(buildEvening(), byHand, "2026-12", [point], catalogue)).not.toHaveProperty("partnerEmail");
  });
});

it("a result names no theme that is never collective, and none that is unknown", () => {
  const facts = { attendance: "10-tot-14", askedThemeIds: ["huiselijk-geweld"] } as const;
  for (const askedThemeIds of [["huiselijk-geweld"], ["t-0007"]]) {
    expect(() =>
      composeEveningResult(buildEvening(), buildOrganisation(), "2026-12", { ...facts, askedThemeIds }, catalogue),
    ).toThrow(ProductError);
  }
});
