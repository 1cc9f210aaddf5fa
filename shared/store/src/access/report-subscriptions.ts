import type { Month, MunicipalityId, Role } from "@rode-draad/domain";
import type { StoreDatabase } from "../open-store.js";

/** A person who is told by mail that a month was released. */
export interface ReportSubscription {
  readonly accountId: string;
  readonly email: string;
  /** The mail server refuses the address. */
  readonly hasFailed: boolean;
}

/** A subscription with what decides whether its account may still read a report. */
export interface DueSubscription extends ReportSubscription {
  readonly roles: readonly Role[];
}

/**
 * From now on this account is told of months that are released; `told` is the latest that already was. Saying it again changes the
 * address. False for somebody without an account.
 */
export async function setReportSubscription(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  subscription: Pick<ReportSubscription, "accountId" | "email"> & { readonly told: Month | undefined },
  now: Date,
): Promise<boolean> {
  const { accountId, email, told } = subscription;
  const account = await db
    .selectFrom("account")
    .select("id")
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", accountId)
    .where("disabled_at", "is", null)
    .executeTakeFirst();
  if (account === undefined) return false;
  await db
    .insertInto("report_subscription")
    .values({ municipality_id: municipalityId, account_id: accountId, email, since: now, sent_month: told ?? null })
    .onConflict((conflict) =>
      conflict.columns(["municipality_id", "account_id"]).doUpdateSet({ email, failed_at: null }),
    )
    .execute();
  return true;
}

export async function endReportSubscription(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  accountId: string,
): Promise<void> {
  await db
    .deleteFrom("report_subscription")
    .where("municipality_id", "=", municipalityId)
    .where("account_id", "=", accountId)
    .execute();
}

export async function readReportSubscription(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  accountId: string,
): Promise<ReportSubscription | undefined> {
  const row = await db
    .selectFrom("report_subscription")
    .selectAll()
    .where("municipality_id", "=", municipalityId)
    .where("account_id", "=", accountId)
    .executeTakeFirst();
  return row && { accountId, email: row.email, hasFailed: row.failed_at !== null };
}

/** Who was not told of this month yet and still has an account, in a fixed order. */
export async function listDueSubscriptions(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  month: Month,
): Promise<DueSubscription[]> {
  const rows = await db
    .selectFrom("report_subscription")
    .innerJoin("account", (join) =>
      join
        .onRef("account.municipality_id", "=", "report_subscription.municipality_id")
        .onRef("account.id", "=", "report_subscription.account_id"),
    )
    .select(["account_id", "email", "failed_at", "account.roles"])
    .where("report_subscription.municipality_id", "=", municipalityId)
    .where("account.disabled_at", "is", null)
    .where((is) => is.or([is("sent_month", "is", null), is("sent_month", "<", month)]))
    .orderBy("account_id")
    .execute();
  return rows.map((row) => ({
    accountId: row.account_id,
    email: row.email,
    hasFailed: row.failed_at !== null,
    roles: row.roles,
  }));
}

/** They were told of this month, or cannot be: then `failedAt` says since when. */
export async function markReportTold(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  accountId: string,
  { month, failedAt }: { readonly month: Month; readonly failedAt?: Date },
): Promise<void> {
  await db
    .updateTable("report_subscription")
    .set({ sent_month: month, failed_at: failedAt ?? null })
    .where("municipality_id", "=", municipalityId)
    .where("account_id", "=", accountId)
    .execute();
}
