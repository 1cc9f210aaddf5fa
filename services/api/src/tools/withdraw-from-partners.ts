import { composeWithdrawal } from "@rode-draad/delivery";
import type { PartnerMessage } from "@rode-draad/domain";
import {
  addPartnerMessage,
  findWebhookEndpoint,
  type StoreDatabase,
  type StoredPartnerRequest,
} from "@rode-draad/store";
import type { StoreToolsMeans } from "./create-store-tools.js";

type TellMeans = Pick<StoreToolsMeans, "municipalityId" | "clock" | "dayOf">;

/**
 * Rule: a partner that had our letter hears that it is off, unless it said no; a letter that was brought by hand is called off by
 * hand. Puts the messages in the outbox, in the transaction that withdrew the requests, and gives them.
 */
export async function tellOfWithdrawal(
  { municipalityId, clock, dayOf }: TellMeans,
  transaction: StoreDatabase,
  withdrawn: readonly StoredPartnerRequest[],
): Promise<readonly PartnerMessage[]> {
  const messages: PartnerMessage[] = [];
  for (const stored of withdrawn) {
    const { request, state, sentAt, answer } = stored;
    if (state !== "sent" || sentAt === undefined || answer?.answer.kind === "decline") continue;
    if (!(await canBeReached(transaction, municipalityId, stored))) continue;
    const agreed = answer?.answer.kind === "accept" ? [answer.answer.date] : [];
    const message = composeWithdrawal(request, dayOf(sentAt), ...agreed);
    await addPartnerMessage(transaction, municipalityId, request.id, message, clock());
    messages.push(message);
  }
  return messages;
}

/** Asks for their delivery. The outbox has them; the reconciler asks again for what was lost. */
export async function askForMessages(
  { municipalityId, enqueueMessage }: Pick<StoreToolsMeans, "municipalityId" | "enqueueMessage">,
  messages: readonly PartnerMessage[],
): Promise<void> {
  for (const { id } of messages) await enqueueMessage({ municipalityId, messageId: id });
}

async function canBeReached(
  db: StoreDatabase,
  municipalityId: TellMeans["municipalityId"],
  { request, organisationId }: StoredPartnerRequest,
): Promise<boolean> {
  if (request.partnerEmail !== undefined) return true;
  return (await findWebhookEndpoint(db, municipalityId, organisationId ?? request.partnerId)) !== undefined;
}
