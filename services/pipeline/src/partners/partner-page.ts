import { type Audited, changed, HELD_BACK, recorded } from "@rode-draad/api";
import {
  agendaAnswerInWords,
  agendaInWords,
  answerInWords,
  dayInWords,
  requestInWords,
  writeStandingCalendar,
} from "@rode-draad/delivery";
import {
  type AgendaAnswer,
  type GateDecision,
  type PartnerAnswer,
  type PartnerRequest,
  RawText,
  type SafeText,
  type WriterDeclares,
} from "@rode-draad/domain";
import { actAs, hashLinkToken } from "@rode-draad/runtime";
import {
  answerAgendaThroughLink,
  answerThroughLink,
  planInitiativeByPartner,
  readLinkedMessage,
  readLinkedRequest,
  readRequestSeries,
  type StoredPartnerRequest,
} from "@rode-draad/store";
import type {
  AgendaDraft,
  AgendaPageView,
  AnswerDraft,
  PartnerTools,
  RequestPageView,
  RequestPartView,
} from "@rode-draad/web";
import { dutchDay } from "../door/receive-notes.js";
import type { Product } from "../open-product.js";
import { answerLinkKey } from "./answer-link.js";

type Means = Pick<Product, "store" | "clock" | "catalogue" | "municipalityId" | "audit">;

/** The privacy gate, with what a writer vouches for. */
type Inspect = (text: RawText, declares?: WriterDeclares) => GateDecision;

/** In the log a partner is the link of a request or a message, and no person. */
function recordedAsLink<Result>(
  { audit }: Means,
  audited: Audited,
  id: string,
  work: () => Promise<Result>,
): Promise<Result> {
  return actAs({ kind: "partner-link", id }, () => recorded(audit, audited, work, () => ({ id })));
}

const READ = { action: "read-partner-request", subject: "partner-request" } as const;
const ANSWER = { action: "answer-partner-request", subject: "partner-request" } as const;
const ANSWER_AGENDA = { action: "answer-agenda", subject: "partner-message" } as const;
const READ_AGENDA = { action: "read-agenda", subject: "partner-message" } as const;

/** What the pages behind links need; `inspect` is the privacy gate. */
export function partnerTools(product: Means, inspect: Inspect): PartnerTools {
  return {
    readPartnerPage: async (token) => (await readRequestPage(product, token)) ?? (await readAgendaPage(product, token)),
    answerPartner: (token, requestId, draft) => answerPartner(product, inspect, token, requestId, draft),
    answerAgenda: (token, draft) => answerAgenda(product, inspect, token, draft),
    readPartnerCalendar: (token) => readCalendar(product, token),
  };
}

/** The page behind a link in a letter: the request, with the other parts of its series that the partner got. */
async function readRequestPage(product: Means, token: string): Promise<RequestPageView | undefined> {
  const { municipalityId } = product;
  const { store, clock } = product;
  const linked = await readLinkedRequest(store.db, answerLinkKey(municipalityId, token), clock());
  if (linked === undefined) return undefined;
  return recordedAsLink(product, READ, linked.requestId, async () => {
    const parts = await readParts(product, linked.requestId);
    return {
      kind: "request" as const,
      partnerName: linked.request.partnerName,
      worksUntil: lastDayOf(linked.expiresAt),
      parts: parts.map((part) => partInWords(product, part)),
    };
  });
}

type AskedPart = StoredPartnerRequest & { readonly expiresAt: Date };

/** A part that has no link yet is not delivered: the partner has not been asked it. */
async function readParts({ store, municipalityId }: Means, requestId: string): Promise<AskedPart[]> {
  const series = await readRequestSeries(store.db, municipalityId, requestId);
  return series.filter((part): part is AskedPart => part.expiresAt !== undefined);
}

function partInWords({ catalogue, clock }: Means, part: AskedPart): RequestPartView {
  const { request, answer, expiresAt, withdrawnAt } = part;
  return {
    ...requestInWords(request, catalogue),
    ...(answer !== undefined && { answered: answerInWords(answer.answer) }),
    isOver: expiresAt <= clock(),
    isWithdrawn: withdrawnAt !== undefined,
  };
}

/** The page behind a link in the mail about a standing evening: what was sent, as it was sent. */
async function readAgendaPage(product: Means, token: string): Promise<AgendaPageView | undefined> {
  const linked = await readLinked(product, token);
  if (linked === undefined) return undefined;
  const { agenda, expiresAt, answer } = linked;
  return recordedAsLink(product, READ_AGENDA, agenda.id, async () => ({
    kind: "agenda" as const,
    partnerName: agenda.partnerName,
    worksUntil: lastDayOf(expiresAt),
    ...agendaInWords(agenda),
    ...(answer !== undefined && { answered: agendaAnswerInWords(answer.answer) }),
  }));
}

async function readCalendar(product: Means, token: string): Promise<string | undefined> {
  const linked = await readLinked(product, token);
  if (linked === undefined) return undefined;
  const { agenda, createdAt } = linked;
  return recordedAsLink(product, READ_AGENDA, agenda.id, async () => writeStandingCalendar(agenda, createdAt));
}

async function readLinked({ store, municipalityId, clock }: Means, token: string) {
  const linked = await readLinkedMessage(store.db, municipalityId, hashLinkToken(token), clock());
  if (linked?.message.kind !== "agenda") return undefined;
  const { message: agenda, expiresAt, createdAt, answer } = linked;
  return { agenda, expiresAt, createdAt, ...(answer !== undefined && { answer }) };
}

/** A link stops at the end of a day, so a moment before is the last day on which it works. */
function lastDayOf(expiresAt: Date): string {
  return dayInWords(dutchDay(new Date(expiresAt.getTime() - 86_400_000 / 2)));
}

/** Keeps the answer of a partner, once. What was typed passes the privacy gate first; held back, it uses nothing up. */
async function answerPartner(
  product: Means,
  inspect: Inspect,
  token: string,
  requestId: string,
  draft: AnswerDraft,
): ReturnType<PartnerTools["answerPartner"]> {
  const { store, clock, municipalityId } = product;
  const key = answerLinkKey(municipalityId, token);
  const linked = await readLinkedRequest(store.db, key, clock());
  if (linked === undefined) return "gone";
  const part = (await readParts(product, linked.requestId)).find(({ request }) => request.id === requestId);
  if (part === undefined || part.answer !== undefined) return "gone";
  const remark = safeRemark(inspect, draft);
  if (remark === HELD_BACK) return { heldBack: HELD_BACK };
  const answer = toAnswer(draft, part.request, remark);
  if (answer === undefined) return "gone";
  const { audit } = product;
  return recordedAsLink(product, ANSWER, requestId, () =>
    changed(
      { db: store.db, audit },
      ANSWER,
      async (db) => {
        if (!(await answerThroughLink(db, key, { requestId, answer }, clock()))) return "gone";
        if (answer.kind === "accept") {
          const accepted = { requestId, date: answer.date, ...safePlace(inspect, part.request) };
          await planInitiativeByPartner(db, municipalityId, accepted, clock());
        }
        return "done";
      },
      (outcome) => ({ id: requestId, ...(outcome === "gone" && { outcome: "refused" }) }),
    ),
  );
}

/** Keeps whether the partner comes to a standing evening, once. */
async function answerAgenda(
  product: Means,
  inspect: Inspect,
  token: string,
  draft: AgendaDraft,
): ReturnType<PartnerTools["answerAgenda"]> {
  const { store, clock, municipalityId, audit } = product;
  const linked = await readLinked(product, token);
  if (linked === undefined || linked.answer !== undefined) return "gone";
  const remark = safeRemark(inspect, draft);
  if (remark === HELD_BACK) return { heldBack: HELD_BACK };
  const { kind } = draft;
  const answer: AgendaAnswer = kind === "come" ? { kind } : { kind, ...(remark !== undefined && { remark }) };
  const { id } = linked.agenda;
  const key = { tokenHash: hashLinkToken(token), answer };
  return recordedAsLink(product, ANSWER_AGENDA, id, () =>
    changed(
      { db: store.db, audit },
      ANSWER_AGENDA,
      async (db) => ((await answerAgendaThroughLink(db, municipalityId, key, clock())) ? "done" : "gone"),
      (outcome) => ({ id, ...(outcome === "gone" && { outcome: "refused" }) }),
    ),
  );
}

/** A remark after the gate; undefined when there is none. */
function safeRemark(inspect: Inspect, draft: AnswerDraft | AgendaDraft): SafeText | typeof HELD_BACK | undefined {
  if (!("remark" in draft) || draft.remark === undefined) return undefined;
  const decision = inspect(new RawText(draft.remark));
  return decision.decision === "quarantine" ? HELD_BACK : decision.text;
}

/** The place of an evening for the plan. It is public, since all residents are asked to come there; a number that is somebody's stays out. */
function safePlace(inspect: Inspect, { location }: PartnerRequest): { place?: SafeText } {
  const whole = { start: 0, end: location.length };
  const decision = inspect(new RawText(location), { harmless: [whole], traitsPointAtNobody: true });
  return decision.decision === "pass" ? { place: decision.text } : {};
}

/** Field by field, so that nothing of a draft goes along that has no place in an answer. */
function toAnswer(
  draft: AnswerDraft,
  request: PartnerRequest,
  remark: SafeText | undefined,
): PartnerAnswer | undefined {
  const safeRemark = remark === undefined ? {} : { remark };
  switch (draft.kind) {
    case "accept": {
      const date = request.dates[draft.dateIndex];
      return date && { kind: "accept", date };
    }
    case "other-date": {
      const { day, from, until } = draft.date;
      return { kind: "other-date", date: { day, from, until }, ...safeRemark };
    }
    case "decline":
      return { kind: "decline", reason: draft.reason, ...safeRemark };
    case "call":
      return { kind: "call", ...safeRemark };
  }
}
