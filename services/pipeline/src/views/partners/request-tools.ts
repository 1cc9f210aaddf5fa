import { changed, requireToChange, seesPart } from "@rode-draad/api";
import { composeRequestResult, dateInWords, dayInWords, makeMail, renderMail, subjectOf } from "@rode-draad/delivery";
import { type Day, type Initiative, ProductError } from "@rode-draad/domain";
import {
  addPartnerMessage,
  listPartnerMessages,
  readInitiative,
  readPartnerRequest,
  readRequestSeries,
  type StoredPartnerMessage,
  type StoredPartnerRequest,
} from "@rode-draad/store";
import type { RequestTools, ResultView } from "@rode-draad/web";
import { dutchDay } from "../../door/receive-notes.js";
import { renewAnswerLink } from "../../partners/answer-link.js";
import { askForDelivery } from "../../partners/ask-for-delivery.js";
import { findPartnerEndpoint } from "../../partners/find-endpoint.js";
import { askAgain, retryDelivery } from "../../partners/retry-delivery.js";
import { whyNotCarry } from "../initiatives/why-not-carry.js";
import type { WebMeans } from "../web-means.js";
import { describeRequest, failedMessages } from "./describe-request.js";

const RETRY = { action: "retry-partner-request", subject: "partner-request" } as const;
const SEND_RESULT = { action: "send-partner-result", subject: "partner-request" } as const;

export function requestTools(means: WebMeans): RequestTools {
  const { product, actor, whyNot } = means;
  const { store, municipalityId, catalogue, clock, audit } = product;

  /** Of a series somebody sees the part of the own team only; the other parts are as good as not there. */
  async function find(requestId: string): Promise<StoredPartnerRequest | undefined> {
    const stored = await readPartnerRequest(store.db, municipalityId, requestId);
    return stored !== undefined && seesPart(actor, stored) ? stored : undefined;
  }

  async function findWithHistory(requestId: string) {
    const stored = await find(requestId);
    if (stored === undefined) return undefined;
    const aboutIds = [requestId, ...(stored.seriesId === undefined ? [] : [stored.seriesId])];
    const [initiative, messages] = await Promise.all([
      readInitiative(store.db, municipalityId, stored.initiativeId),
      listPartnerMessages(store.db, municipalityId, aboutIds),
    ]);
    return { stored, initiative, messages: messages.filter((one) => concerns(one, requestId)) };
  }

  /** Who may act on it; throws `initiative-taken` for who does not carry its initiative. */
  async function requireCarried(requestId: string) {
    const found = await findWithHistory(requestId);
    if (found === undefined) throw requestUnknown();
    if (found.initiative !== undefined) requireToChange(found.initiative, actor);
    return found;
  }

  return {
    async readRequest(requestId) {
      const found = await findWithHistory(requestId);
      if (found === undefined) return undefined;
      const { stored, initiative, messages } = found;
      const { request, sentAt } = stored;
      const whyNotAsk = whyNot("partners:ask") ?? whyNotCarry(actor, initiative);
      const line = describeRequest(product, stored, await hasEndpoint(product, stored));
      return {
        ...line,
        proposalId: initiative?.proposalId ?? "",
        subject: request.subject,
        areaName: request.areaName,
        dates: request.dates.map(dateInWords),
        ...(sentAt !== undefined && { sentOn: dayInWords(dutchDay(sentAt)) }),
        ...(whyNotAsk !== undefined && { whyNotAsk }),
        hasLetterFile: line.state === "ready-as-file" && line.answer === undefined,
        failedMessages: failedMessages(messages),
        result: resultView(stored, initiative, messages),
      };
    },

    async readLetterFile(requestId) {
      const found = await find(requestId);
      if (found?.state !== "sent" || found.answer !== undefined) return undefined;
      const answerAddress = await renewAnswerLink(product, municipalityId, [found.request]);
      if (answerAddress === undefined) return undefined;
      const series = await readRequestSeries(store.db, municipalityId, requestId);
      const earlier = series.filter(({ state, request }) => state === "sent" && request.id !== requestId);
      const outgoing = {
        municipalityId,
        now: [found.request] as const,
        earlier: earlier.map(({ request }) => request),
        answerAddress,
        madeAt: found.sentAt ?? found.createdAt,
      };
      return { fileName: `${requestId}.eml`, content: await renderMail(makeMail(outgoing, catalogue)) };
    },

    async retryRequest(requestId) {
      const { seriesId, request } = (await requireCarried(requestId)).stored;
      const aboutIds = [...new Set([request.id, seriesId ?? request.id])];
      const retried = await changed(
        { db: store.db, audit },
        RETRY,
        (db) => retryDelivery(product, db, aboutIds),
        () => ({ id: requestId }),
      );
      await askAgain(product, retried);
    },

    async sendResult(requestId, { attendance, askedThemeIds }) {
      const { stored, initiative, messages } = await requireCarried(requestId);
      const result = resultView(stored, initiative, messages);
      const day = heldDay(stored, initiative);
      if (result.state !== "ready" || day === undefined) {
        throw new ProductError("result-refused", "De partner heeft al gehoord hoe het was, of de avond komt nog.");
      }
      const facts = { day, attendance: result.attendance ?? attendance, askedThemeIds };
      const offered = new Set(result.subjects.map(({ id }) => id));
      if (!askedThemeIds.every((id) => offered.has(id))) throw requestUnknown();
      const message = composeRequestResult(stored.request, facts, catalogue);
      await changed(
        { db: store.db, audit },
        SEND_RESULT,
        (db) => addPartnerMessage(db, municipalityId, requestId, message, clock()),
        () => ({ id: requestId }),
      );
      await askForDelivery(product, message);
    },
  };

  /** Rule: a partner is told how it was when it said yes, the day is over, and it was not told before. */
  function resultView(
    stored: StoredPartnerRequest,
    initiative: Initiative | undefined,
    messages: readonly StoredPartnerMessage[],
  ): ResultView {
    const sent = messages.find(({ message }) => message.kind === "result");
    if (sent !== undefined) return { state: "sent", on: dayInWords(dutchDay(sent.createdAt)) };
    const day = heldDay(stored, initiative);
    if (initiative === undefined || stored.withdrawnAt !== undefined) return { state: "not-yet" };
    if (day === undefined || day > dutchDay(clock())) return { state: "not-yet" };
    return {
      state: "ready",
      day: dayInWords(day),
      ...(initiative.attendance !== undefined && { attendance: initiative.attendance }),
      subjects: subjectsFor(means, stored.request.partnerId, initiative.themeIds),
    };
  }
}

/** The day on which the evening with this partner was; undefined when the partner did not say yes or nobody said it was held. */
function heldDay({ answer }: StoredPartnerRequest, initiative: Initiative | undefined): Day | undefined {
  if (answer?.answer.kind !== "accept" && answer?.answer.kind !== "other-date") return undefined;
  if (initiative?.heldOn !== undefined) return initiative.heldOn;
  return answer.answer.kind === "accept" ? answer.answer.date.day : undefined;
}

function concerns({ message, aboutId }: StoredPartnerMessage, requestId: string): boolean {
  return message.kind === "reminder" ? message.requests.some(({ id }) => id === requestId) : aboutId === requestId;
}

/** What people can have asked: the themes of the evening first, then what this partner may speak of. Never what is not collective. */
export function subjectsFor(
  { product: { catalogue } }: Pick<WebMeans, "product">,
  partnerId: string,
  themeIds: readonly string[],
): readonly { readonly id: string; readonly name: string }[] {
  const own = themeIds.flatMap((id) => catalogue.theme(id) ?? []).filter(({ collective }) => collective !== "never");
  const others = catalogue.themes.filter(
    (theme) => theme.collective === "suitable" && theme.partnerIds.includes(partnerId) && !own.includes(theme),
  );
  return [...own, ...others].map((theme) => ({ id: theme.id, name: subjectOf(theme) }));
}

export async function hasEndpoint(
  product: WebMeans["product"],
  { organisationId, request }: Pick<StoredPartnerRequest, "organisationId" | "request">,
): Promise<boolean> {
  const asked = { organisationId, partnerId: request.partnerId };
  return (await findPartnerEndpoint(product, asked).catch(() => undefined)) !== undefined;
}

function requestUnknown(): ProductError {
  return new ProductError("partner-request-unknown", "Deze aanvraag bestaat niet (meer). Ga terug naar het voorstel.");
}
