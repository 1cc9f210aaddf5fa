import type { Catalogue } from "@rode-draad/catalogue";
import { partnerRequestSchema, type StagePayload } from "@rode-draad/contracts";
import {
  type FailedTry,
  type MunicipalityId,
  type PartnerRequest,
  ProductError,
  planAfterFailure,
} from "@rode-draad/domain";
import { makeMail } from "./make-mail.js";
import type { Mailer } from "./open-mailer.js";
import { makeWebhook } from "./webhook/make-webhook.js";
import type { WebhookEndpoint, WebhookSender } from "./webhook/open-webhook-sender.js";

/** The ways out, and the words. */
export interface WaysOut {
  readonly mailer: Mailer;
  readonly webhooks: WebhookSender;
  readonly catalogue: Catalogue;
  readonly now: () => Date;
}

/** What the stage needs: the outbox, a link for the answer, the ways out, the time. */
export interface DeliveryTools extends WaysOut {
  /** The request with all others of its series, the first one first; empty when there is no such request. */
  readonly readSeries: (municipalityId: MunicipalityId, requestId: string) => Promise<readonly WaitingRequest[]>;
  /** Makes the link through which the partner answers and gives its address; the same one at every try. */
  readonly issueLink: (municipalityId: MunicipalityId, request: PartnerRequest) => Promise<string>;
  /** Where this partner takes requests by program; undefined: it gets a letter. Throws when that was never set up. */
  readonly findEndpoint: (
    municipalityId: MunicipalityId,
    asked: Pick<WaitingRequest, "request" | "organisationId">,
  ) => Promise<WebhookEndpoint | undefined>;
  /** All of them or none. */
  readonly markSent: (municipalityId: MunicipalityId, requestIds: readonly string[]) => Promise<void>;
  readonly markFailed: (
    municipalityId: MunicipalityId,
    requestIds: readonly string[],
    outcome: FailedTry,
  ) => Promise<void>;
}

interface WaitingRequest {
  readonly request: PartnerRequest;
  readonly organisationId?: string;
  readonly state: "waiting" | "sent" | "failed";
  readonly waitingSince: Date;
}

export type DeliveryOutcome = "sent" | "already-sent" | "given-up" | "goes-with-series" | "unknown-request";

/**
 * The stage: sends one waiting request, as a letter or to the endpoint of the partner, with all parts of its series that
 * wait too. The first that waits takes the others along; the job of another one leaves it to that. A request that is marked
 * sent is never sent again. When the process dies between sending and marking, the second try carries the same ids and the
 * same link, by which a receiver knows it for the same. A failure that may pass leaves the request waiting and is thrown, so
 * that the queue tries again at once, and the reconciler later.
 */
export async function deliverRequest(
  payload: StagePayload<"delivery">,
  tools: DeliveryTools,
): Promise<DeliveryOutcome> {
  const { municipalityId, requestId } = payload;
  const series = await tools.readSeries(municipalityId, requestId);
  const stored = series.find(({ request }) => request.id === requestId);
  if (stored === undefined) return "unknown-request";
  if (stored.state !== "waiting") return stored.state === "sent" ? "already-sent" : "given-up";
  const waiting = series.filter(({ state }) => state === "waiting");
  if (waiting[0] !== stored) return "goes-with-series";
  const ids = waiting.map(({ request }) => request.id);
  try {
    const [first, ...others] = waiting.map(({ request }) => allowedRequest(request));
    if (first === undefined) return "unknown-request";
    const earlier = series.filter(({ state }) => state === "sent").map(({ request }) => allowedRequest(request));
    const endpoint = await tools.findEndpoint(municipalityId, stored);
    const answerAddress = await tools.issueLink(municipalityId, first);
    for (const other of others) await tools.issueLink(municipalityId, other);
    const outgoing = { municipalityId, now: [first, ...others], earlier, answerAddress, madeAt: tools.now() } as const;
    if (endpoint === undefined) await tools.mailer.send(makeMail(outgoing, tools.catalogue));
    else await tools.webhooks.send(makeWebhook(outgoing), endpoint);
  } catch (error) {
    await tools.markFailed(municipalityId, ids, planAfterFailure(error, stored.waitingSince, tools.now()));
    throw error;
  }
  await tools.markSent(municipalityId, ids);
  return "sent";
}

/** Lets the allowed fields through; anything else in the stored object stops it. */
export function allowedRequest(stored: PartnerRequest): PartnerRequest {
  const parsed = partnerRequestSchema.safeParse(stored);
  if (parsed.success) return parsed.data;
  throw new ProductError("request-not-allowed", "Deze aanvraag klopt niet. Maak een nieuwe aanvraag.", {
    detail: `fields: ${parsed.error.issues.map(({ path, code }) => `${path.join(".")} ${code}`).join(", ")}`,
  });
}
