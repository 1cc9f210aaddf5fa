import type { Catalogue } from "@rode-draad/catalogue";
import { partnerRequestSchema, type StagePayload } from "@rode-draad/contracts";
import { type MunicipalityId, type PartnerRequest, ProductError } from "@rode-draad/domain";
import { makeMail } from "./make-mail.js";
import type { Mailer } from "./open-mailer.js";
import { makeWebhook } from "./webhook/make-webhook.js";
import type { WebhookEndpoint, WebhookSender } from "./webhook/open-webhook-sender.js";

/** What the stage needs: the outbox, a link for the answer, the ways out, the time. */
export interface DeliveryTools {
  readonly readRequest: (municipalityId: MunicipalityId, requestId: string) => Promise<WaitingRequest | undefined>;
  /** Makes the link through which the partner answers and gives its address; the same one at every try. */
  readonly issueLink: (municipalityId: MunicipalityId, request: PartnerRequest) => Promise<string>;
  /** Where this partner takes requests by program; undefined: it gets a letter. */
  readonly findEndpoint: (municipalityId: MunicipalityId, partnerId: string) => Promise<WebhookEndpoint | undefined>;
  readonly markSent: (municipalityId: MunicipalityId, requestId: string) => Promise<void>;
  readonly markFailed: (
    municipalityId: MunicipalityId,
    requestId: string,
    outcome: { readonly final: boolean },
  ) => Promise<void>;
  readonly mailer: Mailer;
  readonly webhooks: WebhookSender;
  readonly catalogue: Catalogue;
  readonly now: () => Date;
}

interface WaitingRequest {
  readonly request: PartnerRequest;
  readonly state: "waiting" | "sent" | "failed";
  readonly createdAt: Date;
}

export type DeliveryOutcome = "sent" | "already-sent" | "unknown-request";

/** A receiver that was away for a day is seen to by a person, who can ask again or call. */
const GIVE_UP_WEBHOOK_MS = 24 * 3_600_000;

/**
 * The stage: sends one waiting request, as a letter or to the endpoint of the partner. A request that is marked sent is
 * never sent again. When the process dies between sending and marking, the second try carries the same ids and the same
 * link, by which a receiver knows it for the same. A failure that may pass leaves the request waiting and is thrown, so
 * that the queue tries again.
 */
export async function deliverRequest(
  payload: StagePayload<"delivery">,
  tools: DeliveryTools,
): Promise<DeliveryOutcome> {
  const { municipalityId, requestId } = payload;
  const stored = await tools.readRequest(municipalityId, requestId);
  if (stored === undefined) return "unknown-request";
  if (stored.state === "sent") return "already-sent";
  const endpoint = await tools.findEndpoint(municipalityId, stored.request.partnerId);
  try {
    const request = allowedRequest(stored.request);
    const answerAddress = await tools.issueLink(municipalityId, request);
    const outgoing = { municipalityId, request, answerAddress, madeAt: tools.now() };
    if (endpoint === undefined) await tools.mailer.send(makeMail(outgoing, tools.catalogue));
    else await tools.webhooks.send(makeWebhook(outgoing), endpoint);
  } catch (error) {
    const waitedMs = tools.now().getTime() - stored.createdAt.getTime();
    const final =
      error instanceof ProductError && (!error.retryable || (endpoint !== undefined && waitedMs > GIVE_UP_WEBHOOK_MS));
    await tools.markFailed(municipalityId, requestId, { final });
    throw error;
  }
  await tools.markSent(municipalityId, requestId);
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
