import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadCatalogue } from "@rode-draad/catalogue";
import type { PartnerRequest } from "@rode-draad/domain";
import fc from "fast-check";
import PostalMime from "postal-mime";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildRequest } from "../test/build-request.js";
import { CANARY, canaryProposal, detailsWith } from "../test/canary-proposal.js";
import { startSmtpServer } from "../test/start-smtp-server.js";
import { composeRequest } from "./compose-request.js";
import { type DeliveryTools, deliverRequest } from "./deliver-request.js";
import { openMailer } from "./open-mailer.js";
import { openWebhookSender } from "./webhook/open-webhook-sender.js";

const catalogue = loadCatalogue();
const PAYLOAD = { municipalityId: "voorbeeldstad", requestId: "aanvraag-1" };

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "rode-draad-delivery-"));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

/** An outbox in memory with the behaviour of the table. */
function outbox(request: PartnerRequest, mailer: DeliveryTools["mailer"]) {
  const row = {
    request,
    state: "waiting" as "waiting" | "sent" | "failed",
    attempts: 0,
    waitingSince: new Date("2026-11-22T09:30:00Z"),
  };
  const tools: DeliveryTools = {
    issueLink: async () => "https://rodedraad.example/aanvraag/abc",
    findEndpoint: async () => undefined,
    webhooks: openWebhookSender(),
    readSeries: async (_municipality, requestId) => (requestId === request.id ? [row] : []),
    markSent: async () => {
      row.state = "sent";
      row.attempts += 1;
    },
    markFailed: async (_municipality, _requestIds, { final }) => {
      row.state = final ? "failed" : "waiting";
      row.attempts += 1;
    },
    mailer,
    catalogue,
    now: () => new Date("2026-11-22T09:30:00Z"),
  };
  return { row, tools };
}

describe("deliverRequest", () => {
  it("sends a waiting request once, however often the job comes", async () => {
    const server = await startSmtpServer();
    const mailer = openMailer({ smtpUrl: server.url, directory });
    const { row, tools } = outbox(buildRequest(), mailer);
    expect(await deliverRequest(PAYLOAD, tools)).toBe("sent");
    expect(await deliverRequest(PAYLOAD, tools)).toBe("already-sent");
    expect(row).toMatchObject({ state: "sent", attempts: 1 });
    expect(server.received).toHaveLength(1);
    mailer.close();
    await server.stop();
  });

  it("carries the same Message-ID when it is tried again after a crash between sending and marking", async () => {
    const server = await startSmtpServer();
    const mailer = openMailer({ smtpUrl: server.url, directory });
    const { tools } = outbox(buildRequest(), mailer);
    const crashing = { ...tools, markSent: () => Promise.reject(new Error("store gone")) };
    await expect(deliverRequest(PAYLOAD, crashing)).rejects.toThrow("store gone");
    await deliverRequest(PAYLOAD, tools);
    const ids = await Promise.all(server.received.map(async ({ raw }) => (await PostalMime.parse(raw)).messageId));
    expect(ids).toHaveLength(2);
    expect(ids[0]).toBe(ids[1]);
    mailer.close();
    await server.stop();
  });

  it("keeps waiting when the server is away, and stops when the address is refused", async () => {
    const away = openMailer({ smtpUrl: "smtp://127.0.0.1:1", directory });
    const first = outbox(buildRequest(), away);
    await expect(deliverRequest(PAYLOAD, first.tools)).rejects.toMatchObject({ retryable: true });
    expect(first.row).toMatchObject({ state: "waiting", attempts: 1 });

    const server = await startSmtpServer(() => 550);
    const refusing = openMailer({ smtpUrl: server.url, directory });
    const second = outbox(buildRequest(), refusing);
    await expect(deliverRequest(PAYLOAD, second.tools)).rejects.toMatchObject({ retryable: false });
    expect(second.row).toMatchObject({ state: "failed", attempts: 1 });
    refusing.close();
    await server.stop();
  });

  it("does nothing for a request that is not there", async () => {
    const { tools } = outbox(buildRequest(), openMailer({ directory }));
    expect(await deliverRequest({ ...PAYLOAD, requestId: "weg" }, tools)).toBe("unknown-request");
    expect(await readdir(directory)).toEqual([]);
  });

  it("sends nothing when the stored request holds a field that is not on the list", async () => {
    const stored = { ...buildRequest(), caseIds: ["c1", "c2"] };
    const { row, tools } = outbox(stored, openMailer({ directory }));
    await expect(deliverRequest(PAYLOAD, tools)).rejects.toMatchObject({ code: "request-not-allowed" });
    expect(row.state).toBe("failed");
    expect(await readdir(directory)).toEqual([]);
  });
});

describe("what a partner gets", () => {
  it("holds none of 1,000 proposals' own texts, in mail, calendar or file", async () => {
    const request = buildRequest();
    let written = 0;
    await fc.assert(
      fc.asyncProperty(canaryProposal, async ({ proposal, canary }) => {
        const composed = composeRequest(proposal, detailsWith(canary, request), catalogue);
        await deliverRequest(PAYLOAD, outbox(composed, openMailer({ directory })).tools);
        const raw = await readFile(join(directory, `${request.id}.eml`), "utf8");
        const parsed = await PostalMime.parse(raw);
        const calendar = new TextDecoder().decode(parsed.attachments[0]?.content as ArrayBuffer);
        expect(calendar).toContain("BEGIN:VEVENT");
        const all = [raw, parsed.text, parsed.html, parsed.subject, calendar, JSON.stringify(parsed.headers)].join(
          "\n",
        );
        expect(all).not.toContain(CANARY);
        written += 1;
      }),
      { numRuns: 1000 },
    );
    expect(written).toBe(1000);
  }, 60_000);

  it("would show a canary that stood in an allowed field, so that the test above can fail", async () => {
    const { tools } = outbox(buildRequest({ location: CANARY }), openMailer({ directory }));
    await deliverRequest(PAYLOAD, tools);
    const parsed = await PostalMime.parse(await readFile(join(directory, "aanvraag-1.eml")));
    expect(parsed.text).toContain(CANARY);
  });
});
