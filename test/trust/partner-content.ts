import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadCatalogue } from "@rode-draad/catalogue";
import {
  allowedRequest,
  composeRequest,
  makeMail,
  makeWebhook,
  openMailer,
  openWebhookSender,
  requestInWords,
} from "@rode-draad/delivery";
import type { PartnerRequest } from "@rode-draad/domain";
import type { PartnerTools } from "@rode-draad/web";
import fc from "fast-check";
import PostalMime from "postal-mime";
import { buildRequest } from "../../workers/7-delivery/test/build-request.js";
import { CANARY, canaryProposal, detailsWith } from "../../workers/7-delivery/test/canary-proposal.js";
import { startReceiver } from "../../workers/7-delivery/test/start-receiver.js";
import { sampleWeb } from "../accessibility/sample-web-tools.js";
import { type ServedWeb, serveWeb } from "../accessibility/serve-web.js";
import { atLeast, atMost, type FigureRow } from "../quality/figure-row.js";

/** P9: whatever stands in a case, a partner gets the allowed fields and nothing else, on every way out. */

const CASES = 10_000;
const SEED = 20_261_122;
const WAYS = ["mail", "calendar", "webhook", "page"] as const;
type Way = (typeof WAYS)[number];

const catalogue = loadCatalogue();
const ANSWER_ADDRESS = "https://rodedraad.example/aanvraag/abc";
const SECRET = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;

/** Sends a request on every way out and gives back what a partner can read of it. */
interface Sender {
  send(request: PartnerRequest): Promise<Readonly<Record<Way, string>>>;
  close(): Promise<void>;
}

export async function measurePartnerContent(cases = CASES): Promise<FigureRow[]> {
  const sender = await openSender();
  const hits = { mail: 0, calendar: 0, webhook: 0, page: 0 };
  const seen = { mail: 0, calendar: 0, webhook: 0, page: 0 };
  let extraFieldsTaken = 0;
  try {
    for (const { proposal, canary } of fc.sample(canaryProposal, { numRuns: cases, seed: SEED })) {
      const composed = composeRequest(proposal, detailsWith(canary, buildRequest()), catalogue);
      const received = await sender.send(composed);
      for (const way of WAYS) if (received[way].includes(CANARY)) hits[way] += 1;
      if (isTaken({ ...composed, caseIds: [canary] } as PartnerRequest)) extraFieldsTaken += 1;
    }
    // A canary in an allowed field is found on every way, so that the figures above can fail.
    const shown = await sender.send(buildRequest({ subject: CANARY, location: CANARY }));
    for (const way of WAYS) if (shown[way].includes(CANARY)) seen[way] += 1;
  } finally {
    await sender.close();
  }
  return [
    ...WAYS.map((way) => atMost(`P9: canaries of ${cases} cases in the ${way} of a partner`, 0, hits[way])),
    atMost(`P9: requests of ${cases} with a field too many that left`, 0, extraFieldsTaken),
    atLeast("P9: ways on which a canary in an allowed field is seen", 4, WAYS.filter((way) => seen[way] > 0).length),
  ];
}

function isTaken(request: PartnerRequest): boolean {
  try {
    allowedRequest(request);
    return true;
  } catch {
    return false;
  }
}

async function openSender(): Promise<Sender> {
  const directory = await mkdtemp(join(tmpdir(), "rode-draad-canaries-"));
  const mailer = openMailer({ directory });
  const receiver = await startReceiver();
  const webhooks = openWebhookSender({ allowHttp: true, mayConnect: () => true });
  let shown = buildRequest();
  const web: ServedWeb = await serveWeb(sampleWeb().tools, { partner: partnerTools(() => shown) });
  return {
    async send(request) {
      shown = request;
      const outgoing = {
        municipalityId: "voorbeeldstad",
        request,
        answerAddress: ANSWER_ADDRESS,
        madeAt: new Date("2026-11-22T09:30:00Z"),
      };
      await mailer.send(makeMail(outgoing, catalogue));
      const raw = await readFile(join(directory, `${request.id}.eml`), "utf8");
      const mail = await PostalMime.parse(raw);
      receiver.received.length = 0;
      await webhooks.send(makeWebhook(outgoing), { url: receiver.url, secret: SECRET });
      return {
        mail: [raw, mail.text, mail.html, mail.subject, JSON.stringify(mail.headers)].join("\n"),
        // A long line is folded in a calendar; a reader unfolds it (RFC 5545, 3.1).
        calendar: new TextDecoder().decode(mail.attachments[0]?.content as ArrayBuffer).replace(/\r\n[ \t]/g, ""),
        webhook: JSON.stringify(receiver.received),
        page: await (await fetch(`${web.url}/aanvraag/abc`)).text(),
      };
    },
    async close() {
      mailer.close();
      await receiver.stop();
      await web.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function partnerTools(request: () => PartnerRequest): PartnerTools {
  return {
    ...sampleWeb().partner,
    readPartnerPage: async () => requestInWords(request(), catalogue),
  };
}
