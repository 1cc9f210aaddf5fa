import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadCatalogue } from "@rode-draad/catalogue";
import type { PartnerRequest } from "@rode-draad/domain";
import ICAL from "ical.js";
import PostalMime from "postal-mime";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { buildRequest } from "../test/build-request.js";
import { startReceiver } from "../test/start-receiver.js";
import { startSmtpServer } from "../test/start-smtp-server.js";
import { type DeliveryTools, deliverRequest } from "./deliver-request.js";
import { type Mailer, openMailer } from "./open-mailer.js";
import { openWebhookSender } from "./webhook/open-webhook-sender.js";

const catalogue = loadCatalogue();
const NOW = new Date("2026-11-22T09:30:00Z");
const MUNICIPALITY = "voorbeeldstad";
const { contact } = buildRequest();
const part = (name: string, more: Partial<PartnerRequest> = {}): PartnerRequest =>
  buildRequest({
    id: `a-${name}`,
    areaName: name,
    contact: { ...contact, name: `Noor van ${name}`, team: `wijkteam ${name}` },
    ...more,
  });

let refused: boolean;
let server: Awaited<ReturnType<typeof startSmtpServer>>;
let mailer: Mailer;
let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "rode-draad-series-"));
  server = await startSmtpServer(() => (refused ? 550 : undefined));
  mailer = openMailer({ smtpUrl: server.url, directory });
});
afterAll(async () => {
  mailer.close();
  await server.stop();
  await rm(directory, { recursive: true, force: true });
});
beforeEach(() => {
  refused = false;
  server.received.length = 0;
});

/** A series in memory with the behaviour of the table: `states` in the order of the parts. */
function series(parts: readonly PartnerRequest[], states: readonly ("waiting" | "sent" | "failed")[]) {
  const rows = parts.map((request, index) => ({ request, state: states[index] ?? "waiting", waitingSince: NOW }));
  const linked: string[] = [];
  const mark = (ids: readonly string[], state: "waiting" | "sent" | "failed") => {
    for (const row of rows) if (ids.includes(row.request.id)) row.state = state;
  };
  const tools: DeliveryTools = {
    readSeries: async () => rows.map((row) => ({ ...row })),
    issueLink: async (_municipality, { id }) => {
      linked.push(id);
      return `https://rodedraad.example/aanvraag/${id}`;
    },
    findEndpoint: async () => undefined,
    markSent: async (_municipality, ids) => mark(ids, "sent"),
    markFailed: async (_municipality, ids, { final }) => mark(ids, final ? "failed" : "waiting"),
    mailer,
    webhooks: openWebhookSender({ allowHttp: true, mayConnect: () => true }),
    catalogue,
    now: () => NOW,
  };
  const deliver = (name: string) => deliverRequest({ municipalityId: MUNICIPALITY, requestId: `a-${name}` }, tools);
  return { rows, tools, linked, deliver };
}

const mails = () => Promise.all(server.received.map(({ raw }) => PostalMime.parse(raw)));
const eventsOf = (mail: Awaited<ReturnType<typeof PostalMime.parse>>) =>
  new ICAL.Component(
    ICAL.parse(new TextDecoder().decode(mail.attachments[0]?.content as ArrayBuffer)),
  ).getAllSubcomponents("vevent");

describe("requests of several teams to one partner about one theme", () => {
  it("leave in one letter with each team's wijk, dates and contact, whichever job comes first", async () => {
    const { rows, deliver, linked } = series([part("Oost"), part("West"), part("Zuid")], []);
    expect(await deliver("West")).toBe("goes-with-series");
    expect(await deliver("Oost")).toBe("sent");
    expect(await deliver("Zuid")).toBe("already-sent");
    expect(rows.map(({ state }) => state)).toEqual(["sent", "sent", "sent"]);
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail?.subject).toBe("Informatieavond over huurtoeslag in Oost, West en Zuid");
    for (const name of ["Oost", "West", "Zuid"]) {
      expect(mail?.text).toContain(`${name}, wijkteam ${name}:`);
      expect(mail?.text).toContain(`Bel Noor van ${name}`);
    }
    expect(mail?.text).toContain("https://rodedraad.example/aanvraag/a-Oost");
    expect(mail && eventsOf(mail)).toHaveLength(6);
    expect(linked).toEqual(["a-Oost", "a-West", "a-Zuid"]);
  });

  it("say what is new to a partner that had a letter, and propose only the new evenings", async () => {
    const { deliver } = series([part("Oost"), part("West")], ["sent", "waiting"]);
    expect(await deliver("West")).toBe("sent");
    const [mail] = await mails();
    expect(mail?.subject).toBe("Informatieavond over huurtoeslag in West");
    expect(mail?.text).toContain("U kreeg al onze vraag over Oost.");
    expect(mail?.text).toContain("Nu vraagt ook wijkteam West u hetzelfde.");
    expect(mail?.text).not.toContain("Noor van Oost");
    expect(mail && eventsOf(mail)).toHaveLength(2);
  });

  it("fail together when the address is refused, and none of them is tried again", async () => {
    refused = true;
    const { rows, deliver } = series([part("Oost"), part("West")], []);
    await expect(deliver("Oost")).rejects.toMatchObject({ code: "mail-refused" });
    expect(rows.map(({ state }) => state)).toEqual(["failed", "failed"]);
    expect(await deliver("West")).toBe("given-up");
  });

  it("leave a part that failed behind", async () => {
    const { rows, deliver } = series([part("Oost"), part("West")], ["failed", "waiting"]);
    expect(await deliver("West")).toBe("sent");
    expect(rows.map(({ state }) => state)).toEqual(["failed", "sent"]);
    const [mail] = await mails();
    expect(mail?.subject).toBe("Informatieavond over huurtoeslag in West");
    expect(mail?.text).not.toContain("Oost");
  });

  it("are stopped by one field too many in one of them", async () => {
    const sly = { ...part("West"), caseIds: ["c1"] };
    const { rows, deliver } = series([part("Oost"), sly], []);
    await expect(deliver("Oost")).rejects.toMatchObject({ code: "request-not-allowed" });
    expect(rows.map(({ state }) => state)).toEqual(["failed", "failed"]);
    expect(server.received).toEqual([]);
  });

  it("reach a partner's program as one message, with the ids of what came before", async () => {
    const receiver = await startReceiver();
    const { tools, deliver } = series([part("Oost"), part("West"), part("Zuid")], ["sent"]);
    const endpoint = { url: receiver.url, secret: `whsec_${Buffer.alloc(32, 7).toString("base64")}` };
    Object.assign(tools, { findEndpoint: async () => endpoint });
    expect(await deliver("West")).toBe("sent");
    expect(receiver.received.map(({ body }) => JSON.parse(body))).toEqual([
      {
        type: "partner-series.changed",
        timestamp: NOW.toISOString(),
        data: {
          requests: [part("West"), part("Zuid")],
          earlierRequestIds: ["a-Oost"],
          answerAddress: "https://rodedraad.example/aanvraag/a-West",
        },
      },
    ]);
    await receiver.stop();
  });
});
