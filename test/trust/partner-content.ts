import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadCatalogue } from "@rode-draad/catalogue";
import {
  agendaInWords,
  allowedMessage,
  allowedRequest,
  composeAgenda,
  composeReminder,
  composeRequest,
  composeRequestResult,
  composeSilenceNotice,
  composeWithdrawal,
  fillAgenda,
  makeMail,
  makeMessageMail,
  makeMessageWebhook,
  makeWebhook,
  type OutgoingMail,
  openMailer,
  openWebhookSender,
  renderMail,
  requestInWords,
} from "@rode-draad/delivery";
import type {
  PartnerAgenda,
  PartnerMessage,
  PartnerReminder,
  PartnerRequest,
  PartnerResult,
  PartnerWithdrawal,
  SilenceNotice,
} from "@rode-draad/domain";
import type { PartnerPageView, PartnerTools } from "@rode-draad/web";
import fc from "fast-check";
import PostalMime from "postal-mime";
import { buildEvening, buildOrganisation } from "../../workers/7-delivery/test/build-messages.js";
import { buildRequest } from "../../workers/7-delivery/test/build-request.js";
import { CANARY, canaryProposal, detailsWith } from "../../workers/7-delivery/test/canary-proposal.js";
import { startReceiver } from "../../workers/7-delivery/test/start-receiver.js";
import { sampleWeb } from "../accessibility/sample-web-tools.js";
import { type ServedWeb, serveWeb } from "../accessibility/serve-web.js";
import { atLeast, atMost, type FigureRow } from "../quality/figure-row.js";

/** P9: whatever stands in a case, a partner gets the allowed fields and nothing else, in everything that leaves, on every way out. */

const CASES = 10_000;
const SEED = 20_261_122;
const WAYS = [
  "mail",
  "calendar",
  "webhook",
  "page",
  "series mail",
  "series calendar",
  "series webhook",
  "series page",
  "reminder mail",
  "reminder webhook",
  "agenda mail",
  "agenda calendar",
  "agenda webhook",
  "agenda page",
  "result mail",
  "result webhook",
  "withdrawal mail",
  "withdrawal calendar",
  "withdrawal webhook",
  "silence mail",
] as const;
type Way = (typeof WAYS)[number];
type Received = Readonly<Record<Way, string>>;

const catalogue = loadCatalogue();
const ADDRESS = "https://rodedraad.example/aanvraag/abc";
const SECRET = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
const MADE_AT = new Date("2026-11-22T09:30:00Z");
const MUNICIPALITY = "voorbeeldstad";

/** Everything that one case can make leave. */
interface Outgoing {
  readonly request: PartnerRequest;
  readonly reminder: PartnerReminder;
  readonly agenda: PartnerAgenda;
  readonly result: PartnerResult;
  readonly withdrawal: PartnerWithdrawal;
}

/** Sends all of it on every way out and gives back what a partner can read of it. */
interface Sender {
  send(outgoing: Outgoing): Promise<Received>;
  close(): Promise<void>;
}

export async function measurePartnerContent(cases = CASES): Promise<FigureRow[]> {
  const sender = await openSender();
  const none = Object.fromEntries(WAYS.map((way) => [way, 0])) as Record<Way, number>;
  const [hits, seen] = [{ ...none }, { ...none }];
  let extraFieldsTaken = 0;
  try {
    for (const { proposal, canary } of fc.sample(canaryProposal, { numRuns: cases, seed: SEED })) {
      const outgoing = outgoingOf(proposal, canary);
      const received = await sender.send(outgoing);
      for (const way of WAYS) if (received[way].includes(CANARY)) hits[way] += 1;
      const { request, ...messages } = outgoing;
      if (isTaken(() => allowedRequest({ ...request, caseIds: [canary] } as PartnerRequest))) extraFieldsTaken += 1;
      for (const message of Object.values(messages)) {
        const withMore = Object.assign({ ...message }, { caseIds: [canary] });
        if (isTaken(() => allowedMessage(withMore, catalogue))) extraFieldsTaken += 1;
      }
    }
    // A canary in an allowed field is found on every way, so that the figures above can fail.
    const shown = await sender.send(withCanaryInAllowedFields());
    for (const way of WAYS) if (shown[way].includes(CANARY)) seen[way] += 1;
  } finally {
    await sender.close();
  }
  return [
    ...WAYS.map((way) => atMost(`P9: canaries of ${cases} cases in the ${way} of a partner`, 0, hits[way])),
    atMost(`P9: requests and messages of ${cases} cases with a field too many that left`, 0, extraFieldsTaken),
    atLeast(
      "P9: ways on which a canary in an allowed field is seen",
      WAYS.length,
      WAYS.filter((way) => seen[way] > 0).length,
    ),
  ];
}

/** What the composers make of a case full of canaries, among them the themes of a report that nobody knows. */
function outgoingOf(proposal: Parameters<typeof composeRequest>[0], canary: string): Outgoing {
  const request = composeRequest(proposal, detailsWith(canary, buildRequest()), catalogue);
  const dirty = { ...request, note: canary, contact: { ...request.contact, personnelNumber: canary } };
  const evening = { ...buildEvening(), note: canary, contact: dirty.contact };
  const organisation = { ...buildOrganisation({ partnerId: request.partnerId }), note: canary };
  const reported = [canary, ...proposal.themeIds, ...catalogue.themes.map(({ id }) => id)];
  const points = fillAgenda(reported, request.partnerId, catalogue, 6).map((point) => ({
    ...point,
    choice: "on" as const,
    cases: canary,
  }));
  const known = proposal.themeIds.filter((id) => catalogue.theme(id) !== undefined);
  const facts = { day: "2027-01-12", attendance: "10-tot-14", askedThemeIds: known, visitors: canary } as const;
  return {
    request,
    reminder: composeReminder([dirty], "2026-11-12"),
    agenda: composeAgenda(evening, organisation, "2026-12", points, catalogue),
    result: composeRequestResult(dirty, facts, catalogue),
    withdrawal: composeWithdrawal(
      dirty,
      "2026-11-12",
      Object.assign({ day: "2027-01-12", from: "19:00", until: "21:00" }, { note: canary }),
    ),
  };
}

function withCanaryInAllowedFields(): Outgoing {
  const request = buildRequest({
    subject: CANARY,
    location: CANARY,
    contact: { ...buildRequest().contact, name: CANARY },
  });
  const evening = buildEvening({ location: CANARY, contact: request.contact });
  const point = { themeId: "huurtoeslag", title: request.subject, careNeeded: false, choice: "on" } as const;
  const facts = { day: "2027-01-12", attendance: "10-tot-14", askedThemeIds: [] } as const;
  return {
    request,
    reminder: composeReminder([request], "2026-11-12"),
    agenda: composeAgenda(evening, buildOrganisation(), "2026-12", [point], catalogue),
    result: composeRequestResult(request, facts, catalogue),
    withdrawal: composeWithdrawal(request, "2026-11-12"),
  };
}

function isTaken(allow: () => unknown): boolean {
  try {
    allow();
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
  const pages: Record<string, PartnerPageView> = {};
  const web: ServedWeb = await serveWeb(sampleWeb().tools, {
    partner: partnerTools(pages),
    callsMax: Number.MAX_SAFE_INTEGER,
  });
  const pageOf = async (token: string): Promise<string> => (await fetch(`${web.url}/aanvraag/${token}`)).text();
  return {
    async send({ request, reminder, agenda, result, withdrawal }) {
      const other = { ...request, id: `${request.id}-2`, areaName: "West" };
      const one = {
        municipalityId: MUNICIPALITY,
        now: [request],
        earlier: [],
        answerAddress: ADDRESS,
        madeAt: MADE_AT,
      } as const;
      const series = { ...one, now: [request, other] } as const;
      const messageMail = (message: PartnerMessage) =>
        makeMessageMail({ municipalityId: MUNICIPALITY, message, address: ADDRESS, madeAt: MADE_AT }, catalogue);
      const hook = (message: Exclude<PartnerMessage, SilenceNotice>) =>
        makeMessageWebhook(MUNICIPALITY, message, ADDRESS, MADE_AT).body;
      Object.assign(pages, {
        one: pageView(request),
        series: pageView(request, other),
        agenda: { kind: "agenda", partnerName: agenda.partnerName, worksUntil: "", ...agendaInWords(agenda) },
      });
      await mailer.send(makeMail(one, catalogue));
      const single = await readMail(await readFile(join(directory, `${request.id}.eml`)));
      const seriesMail = await mailParts(makeMail(series, catalogue));
      const agendaMail = await mailParts(messageMail(agenda));
      const withdrawalMail = await mailParts(messageMail(withdrawal));
      receiver.received.length = 0;
      await webhooks.send(makeWebhook(one), { url: receiver.url, secret: SECRET });
      return {
        mail: single.mail,
        calendar: single.calendar,
        webhook: JSON.stringify(receiver.received),
        page: await pageOf("one"),
        "series mail": seriesMail.mail,
        "series calendar": seriesMail.calendar,
        "series webhook": makeWebhook(series).body,
        "series page": await pageOf("series"),
        "reminder mail": (await mailParts(messageMail(reminder))).mail,
        "reminder webhook": hook(reminder),
        "agenda mail": agendaMail.mail,
        "agenda calendar": agendaMail.calendar,
        "agenda webhook": hook(agenda),
        "agenda page": await pageOf("agenda"),
        "result mail": (await mailParts(messageMail(result))).mail,
        "result webhook": hook(result),
        "withdrawal mail": withdrawalMail.mail,
        "withdrawal calendar": withdrawalMail.calendar,
        "withdrawal webhook": hook(withdrawal),
        "silence mail": (await mailParts(messageMail(composeSilenceNotice(request, "2026-11-02")))).mail,
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

const mailParts = async (mail: OutgoingMail) => readMail(await renderMail(mail));

/** Everything that a mail program shows, and what it hides. */
async function readMail(raw: Buffer): Promise<{ readonly mail: string; readonly calendar: string }> {
  const mail = await PostalMime.parse(raw);
  const [attachment] = mail.attachments;
  return {
    mail: [raw.toString("utf8"), mail.text, mail.html, mail.subject, JSON.stringify(mail.headers)].join("\n"),
    // A long line is folded in a calendar; a reader unfolds it (RFC 5545, 3.1).
    calendar:
      attachment === undefined
        ? ""
        : new TextDecoder().decode(attachment.content as ArrayBuffer).replace(/\r\n[ \t]/g, ""),
  };
}

function pageView(...requests: PartnerRequest[]): PartnerPageView {
  return {
    kind: "request",
    partnerName: requests[0]?.partnerName ?? "",
    worksUntil: "",
    parts: requests.map((request) => ({ ...requestInWords(request, catalogue), isOver: false, isWithdrawn: false })),
  };
}

function partnerTools(pages: Readonly<Record<string, PartnerPageView>>): PartnerTools {
  return { ...sampleWeb().partner, readPartnerPage: async (token) => pages[token] };
}
