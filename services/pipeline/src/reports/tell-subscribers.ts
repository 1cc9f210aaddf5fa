import { AUDIENCE } from "@rode-draad/api";
import { makeReportMail } from "@rode-draad/delivery";
import { may, ProductError } from "@rode-draad/domain";
import { monthName } from "@rode-draad/reports";
import { publicAddress } from "@rode-draad/runtime";
import { type DueSubscription, listDueSubscriptions, markReportTold, readLastReleasedMonth } from "@rode-draad/store";
import { changedAs } from "../audit/recorded-as.js";
import type { Product } from "../open-product.js";

const SENT = { action: "send-report-link", subject: "account" } as const;

/**
 * Tells each subscriber once of the latest month that was released, with a link and no figure. Who could not be told for now gets
 * another try at the next run; an address that the server refuses gets none before the next month, and its owner sees so.
 */
export async function tellSubscribers(product: Product): Promise<{ readonly told: number; readonly refused: number }> {
  const { store, municipalityId } = product;
  const month = await readLastReleasedMonth(store.db, municipalityId, AUDIENCE);
  const outcome = { told: 0, refused: 0 };
  if (month === undefined) return outcome;
  for (const subscription of await listDueSubscriptions(store.db, municipalityId, month)) {
    if (!mayRead(subscription, product)) continue;
    const result = await tell(product, subscription, month);
    if (result === "later") continue;
    const isRefused = result === "refused";
    const mark = { month, ...(isRefused && { failedAt: product.clock() }) };
    await changedAs(
      "schedule",
      product,
      SENT,
      (db) => markReportTold(db, municipalityId, subscription.accountId, mark),
      () => ({ id: subscription.accountId, details: { month }, ...(isRefused && { outcome: "refused" as const }) }),
    );
    outcome[isRefused ? "refused" : "told"] += 1;
  }
  return outcome;
}

/** A link to a page that somebody may not open any more is no use. */
function mayRead({ accountId: id, roles }: DueSubscription, { configuration }: Product): boolean {
  const actor = { kind: "account", id, name: "", roles, teamCodes: [] } as const;
  return may(actor, "reports:read", { policy: configuration.accessPolicy });
}

async function tell(
  { configuration, mailer, clock, logger }: Product,
  { email }: DueSubscription,
  month: string,
): Promise<"told" | "refused" | "later"> {
  const place = publicAddress(configuration);
  try {
    await mailer.send(
      makeReportMail({
        municipalityName: configuration.municipalityName,
        month,
        monthName: monthName(month),
        address: `${place}/maandrapport?${new URLSearchParams({ maand: month })}`,
        accountAddress: `${place}/maandrapport#per-mail`,
        from: configuration.mailFrom,
        to: email,
        madeAt: clock(),
      }),
    );
    return "told";
  } catch (error) {
    if (!(error instanceof ProductError)) throw error;
    logger.warn({ code: error.code, detail: error.detail }, "a subscriber was not told of a report");
    return error.retryable ? "later" : "refused";
  }
}
