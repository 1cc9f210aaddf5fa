import type { Catalogue } from "@rode-draad/catalogue";
import { partnerMessageSchema, type StagePayload } from "@rode-draad/contracts";
import {
  type FailedTry,
  type MunicipalityId,
  type PartnerAgenda,
  type PartnerMessage,
  type PartnerReminder,
  ProductError,
  planAfterFailure,
  type SilenceNotice,
} from "@rode-draad/domain";
import { askableSubjects, invitationTitles } from "./catalogue-words.js";
import type { WaysOut } from "./deliver-request.js";
import { makeMessageMail } from "./make-message-mail.js";
import { makeMessageWebhook } from "./webhook/make-webhook.js";
import type { WebhookEndpoint } from "./webhook/open-webhook-sender.js";

/** These lead to a page; the others say all there is to say. */
type LeadingMessage = PartnerReminder | PartnerAgenda | SilenceNotice;

/** What the stage of messages needs: the outbox, the address of a page, the ways out, the time. */
export interface MessageTools extends WaysOut {
  readonly readMessage: (municipalityId: MunicipalityId, messageId: string) => Promise<WaitingMessage | undefined>;
  /** The page that the message leads to; undefined when there is nothing left to see there, and nothing is sent. */
  readonly addressOf: (municipalityId: MunicipalityId, message: LeadingMessage) => Promise<string | undefined>;
  readonly findEndpoint: (
    municipalityId: MunicipalityId,
    stored: Pick<WaitingMessage, "message" | "aboutId">,
  ) => Promise<WebhookEndpoint | undefined>;
  readonly markSent: (municipalityId: MunicipalityId, messageId: string) => Promise<void>;
  readonly markFailed: (municipalityId: MunicipalityId, messageId: string, outcome: FailedTry) => Promise<void>;
}

interface WaitingMessage {
  readonly message: PartnerMessage;
  readonly aboutId: string;
  readonly state: "waiting" | "sent" | "failed";
  readonly waitingSince: Date;
}

export type MessageOutcome = "sent" | "already-sent" | "given-up" | "unknown-message";

/** The stage: sends one waiting message, as `deliverRequest` sends a request, with the same promises. */
export async function deliverMessage(payload: StagePayload<"messages">, tools: MessageTools): Promise<MessageOutcome> {
  const { municipalityId, messageId } = payload;
  const stored = await tools.readMessage(municipalityId, messageId);
  if (stored === undefined) return "unknown-message";
  if (stored.state !== "waiting") return stored.state === "sent" ? "already-sent" : "given-up";
  try {
    const message = allowedMessage(stored.message, tools.catalogue);
    const address = leads(message) ? await tools.addressOf(municipalityId, message) : undefined;
    if (address === undefined && leads(message)) {
      throw new ProductError("message-too-late", "Dit bericht komt te laat. Er is niets verstuurd.", {
        detail: message.kind,
      });
    }
    const madeAt = tools.now();
    // A colleague has no endpoint.
    const endpoint = message.kind === "silence" ? undefined : await tools.findEndpoint(municipalityId, stored);
    if (endpoint === undefined || message.kind === "silence") {
      await tools.mailer.send(
        makeMessageMail({ municipalityId, message, address: address ?? "", madeAt }, tools.catalogue),
      );
    } else {
      await tools.webhooks.send(makeMessageWebhook(municipalityId, message, address, madeAt), endpoint);
    }
  } catch (error) {
    await tools.markFailed(municipalityId, messageId, planAfterFailure(error, stored.waitingSince, tools.now()));
    throw error;
  }
  await tools.markSent(municipalityId, messageId);
  return "sent";
}

function leads(message: PartnerMessage): message is LeadingMessage {
  return message.kind !== "result" && message.kind !== "withdrawal";
}

/**
 * Lets the allowed fields through; anything else in the stored object stops it. Points of an agenda and subjects of a result
 * must be words of the catalogue, letter for letter, and of no theme that is never collective: so there is no field in
 * which a text of our own could stand.
 */
export function allowedMessage(stored: PartnerMessage, catalogue: Catalogue): PartnerMessage {
  const parsed = partnerMessageSchema.safeParse(stored);
  const faults = parsed.success
    ? foreignWords(parsed.data, catalogue)
    : parsed.error.issues.map(({ path, code }) => `${path.join(".")} ${code}`);
  if (parsed.success && faults.length === 0) return parsed.data;
  throw new ProductError("message-not-allowed", "Dit bericht klopt niet. Maak een nieuw bericht.", {
    detail: `${stored.kind}: ${faults.join(", ")}`,
  });
}

function foreignWords(message: PartnerMessage, catalogue: Catalogue): readonly string[] {
  if (message.kind === "agenda") {
    const titles = invitationTitles(catalogue);
    return message.points.flatMap((title, index) =>
      titles.has(title) ? [] : [`points.${index} not in the catalogue`],
    );
  }
  if (message.kind === "result") {
    const subjects = askableSubjects(catalogue);
    return message.asked.flatMap((word, index) => (subjects.has(word) ? [] : [`asked.${index} not in the catalogue`]));
  }
  return [];
}
