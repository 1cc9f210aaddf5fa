import { createHash } from "node:crypto";
import type { Catalogue } from "@rode-draad/catalogue";
import { partnerRequestSchema, type StagePayload } from "@rode-draad/contracts";
import { type MunicipalityId, type PartnerRequest, ProductError } from "@rode-draad/domain";
import type { Mailer, OutgoingMail } from "./open-mailer.js";
import { writeCalendar } from "./write-calendar.js";
import { writeLetter } from "./write-letter.js";

/** What the stage needs: the outbox, a way out, the time. */
export interface DeliveryTools {
  readonly readRequest: (
    municipalityId: MunicipalityId,
    requestId: string,
  ) => Promise<{ readonly request: PartnerRequest; readonly state: "waiting" | "sent" | "failed" } | undefined>;
  readonly markSent: (municipalityId: MunicipalityId, requestId: string) => Promise<void>;
  readonly markFailed: (
    municipalityId: MunicipalityId,
    requestId: string,
    outcome: { readonly final: boolean },
  ) => Promise<void>;
  readonly mailer: Mailer;
  readonly catalogue: Catalogue;
  readonly now: () => Date;
}

export type DeliveryOutcome = "sent" | "already-sent" | "unknown-request";

/**
 * The stage: sends one waiting request. A request that is marked sent is never sent again. When the process dies between
 * sending and marking, the second try carries the same Message-ID and the same event uids, by which a mail program knows
 * them for the same. A failure that may pass leaves the request waiting and is thrown, so that the queue tries again.
 */
export async function deliverRequest(
  payload: StagePayload<"delivery">,
  tools: DeliveryTools,
): Promise<DeliveryOutcome> {
  const { municipalityId, requestId } = payload;
  const stored = await tools.readRequest(municipalityId, requestId);
  if (stored === undefined) return "unknown-request";
  if (stored.state === "sent") return "already-sent";
  try {
    await tools.mailer.send(makeMail(municipalityId, stored.request, tools));
  } catch (error) {
    const final = error instanceof ProductError && !error.retryable;
    await tools.markFailed(municipalityId, requestId, { final });
    throw error;
  }
  await tools.markSent(municipalityId, requestId);
  return "sent";
}

/** Makes the mail out of the allowed fields; anything else in the stored object stops it. */
export function makeMail(
  municipalityId: MunicipalityId,
  stored: PartnerRequest,
  tools: Pick<DeliveryTools, "catalogue" | "now">,
): OutgoingMail {
  const parsed = partnerRequestSchema.safeParse(stored);
  if (!parsed.success) {
    throw new ProductError("request-not-allowed", "Deze aanvraag klopt niet. Maak een nieuwe aanvraag.", {
      detail: `fields: ${parsed.error.issues.map(({ path, code }) => `${path.join(".")} ${code}`).join(", ")}`,
    });
  }
  const request = parsed.data;
  const madeAt = tools.now();
  const formatLabel = tools.catalogue.format(request.formatId)?.label ?? request.formatId;
  return {
    id: request.id,
    messageId: messageIdOf(municipalityId, request),
    date: madeAt,
    from: { name: request.contact.name, address: request.contact.email },
    to: {
      name: request.partnerName,
      ...(request.partnerEmail === undefined ? {} : { address: request.partnerEmail }),
    },
    ...writeLetter(request, tools.catalogue),
    calendar: writeCalendar(request, formatLabel, madeAt),
  };
}

/** Follows from the request, so that every try carries the same one. The sender's domain makes it unique in the world. */
function messageIdOf(municipalityId: MunicipalityId, request: PartnerRequest): string {
  const local = createHash("sha256").update(`${municipalityId}\0${request.id}`, "utf8").digest("hex").slice(0, 32);
  return `<aanvraag-${local}@${request.contact.email.split("@").at(-1)}>`;
}
