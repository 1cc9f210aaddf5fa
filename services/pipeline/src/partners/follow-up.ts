import { composeReminder, composeSilenceNotice } from "@rode-draad/delivery";
import { followUpOf } from "@rode-draad/domain";
import { listSilentRequests, remindOnce, type StoredPartnerRequest, tellSenderOnce } from "@rode-draad/store";
import { changedAs } from "../audit/recorded-as.js";
import { dutchDay } from "../door/receive-notes.js";
import type { Product } from "../open-product.js";
import { askForDelivery } from "./ask-for-delivery.js";
import { findPartnerEndpoint } from "./find-endpoint.js";

const REMIND = { action: "remind-partner", subject: "partner-request" } as const;
const TELL = { action: "report-silence", subject: "partner-request" } as const;

/** What one run did, in requests. */
export interface FollowUpRun {
  readonly reminded: number;
  readonly told: number;
}

/**
 * Reminds partners of what they did not answer, once, and tells the senders of what stays silent after that, as the rule of
 * domain says. Running it again on the same day does nothing: each step is taken once, together with its message.
 */
export async function followUpPartners(product: Product): Promise<FollowUpRun> {
  const due = await findDue(product);
  const reminders = new Map<string, StoredPartnerRequest[]>();
  for (const stored of due.remind) {
    const aboutId = stored.seriesId ?? stored.request.id;
    reminders.set(aboutId, [...(reminders.get(aboutId) ?? []), stored]);
  }
  let reminded = 0;
  // One mail for all parts of a series that are due, as one letter asked for them.
  for (const [aboutId, parts] of reminders) reminded += await remind(product, aboutId, parts);
  let told = 0;
  for (const stored of due.tell) told += await tell(product, stored);
  return { reminded, told };
}

async function findDue(product: Product) {
  const { store, municipalityId, catalogue, clock } = product;
  const today = dutchDay(clock());
  const due = { remind: [] as StoredPartnerRequest[], tell: [] as StoredPartnerRequest[] };
  for (const stored of await listSilentRequests(store.db, municipalityId)) {
    const { sentAt, remindedAt, request } = stored;
    if (sentAt === undefined) continue;
    const silent = {
      sentOn: dutchDay(sentAt),
      days: request.dates.map(({ day }) => day),
      ...(remindedAt !== undefined && { remindedOn: dutchDay(remindedAt) }),
      canRemind: await leavesByItself(product, stored),
    };
    const followUp = followUpOf(silent, today, catalogue.partnerTerms);
    if (followUp === "remind") due.remind.push(stored);
    if (followUp === "tell-sender") due.tell.push(stored);
  }
  return due;
}

/** Rule: what a colleague brought by hand is followed up by hand; a file in a folder reminds nobody. */
async function leavesByItself(product: Product, { request, organisationId }: StoredPartnerRequest): Promise<boolean> {
  if (product.configuration.smtpUrl !== undefined && request.partnerEmail !== undefined) return true;
  const asked = { organisationId, partnerId: request.partnerId };
  return (await findPartnerEndpoint(product, asked).catch(() => undefined)) !== undefined;
}

async function remind(product: Product, aboutId: string, parts: readonly StoredPartnerRequest[]): Promise<number> {
  const { municipalityId, clock } = product;
  const [first, ...others] = parts;
  if (first?.sentAt === undefined) return 0;
  const message = composeReminder([first.request, ...others.map(({ request }) => request)], dutchDay(first.sentAt));
  const ids = parts.map(({ request }) => request.id);
  const isDone = await changedAs(
    "schedule",
    product,
    REMIND,
    (db) => remindOnce(db, municipalityId, ids, { aboutId, message }, clock()),
    (done) => ids.map((id) => ({ id, ...(!done && { outcome: "refused" }) })),
  );
  if (!isDone) return 0;
  await askForDelivery(product, message);
  return ids.length;
}

async function tell(product: Product, stored: StoredPartnerRequest): Promise<number> {
  const { municipalityId, clock, configuration } = product;
  const { request, sentAt, remindedAt } = stored;
  if (sentAt === undefined) return 0;
  const remindedOn = remindedAt === undefined ? [] : ([dutchDay(remindedAt)] as const);
  // Without a mail server the page tells it; a file in a folder would tell nobody.
  const notice =
    configuration.smtpUrl === undefined ? undefined : composeSilenceNotice(request, dutchDay(sentAt), ...remindedOn);
  const isDone = await changedAs(
    "schedule",
    product,
    TELL,
    (db) => tellSenderOnce(db, municipalityId, request.id, notice, clock()),
    (done) => ({ id: request.id, ...(!done && { outcome: "refused" }) }),
  );
  if (!isDone) return 0;
  if (notice !== undefined) await askForDelivery(product, notice);
  return 1;
}
