import type { ErasureFacts, Month, MunicipalityId } from "@rode-draad/domain";
import type { StoreDatabase } from "../open-store.js";

/** A month that left: the page as it was shown, and what made it. */
export interface LedgerRelease {
  readonly month: Month;
  /** The store does not look inside. No exact count stands in it. */
  readonly page: unknown;
  readonly parameters: unknown;
  readonly productVersion: string;
  readonly modelVersion: string;
  readonly releasedBy: string;
  readonly releasedAt: Date;
}

/** A release that was not let out, with the reason in Dutch and the cells that the next draft leaves out, by month. */
export interface LedgerRefusal {
  readonly month: Month;
  readonly reason: string;
  readonly withhold: Readonly<Record<Month, readonly string[]>>;
  readonly refusedFor: string;
  readonly refusedAt: Date;
}

/** That a case or notes were erased: the day and counts, never which ones. */
export interface LedgerErasure {
  readonly facts: ErasureFacts;
  readonly erasedBy: string;
  readonly erasedAt: Date;
}

/** Adds months to the ledger. A month that this audience already has is an error of the database: it is released once. */
export async function recordReleases(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  audience: string,
  releases: readonly LedgerRelease[],
): Promise<void> {
  if (releases.length === 0) return;
  await db
    .insertInto("release_ledger")
    .values(
      releases.map((release) => ({
        municipality_id: municipalityId,
        kind: "released" as const,
        audience,
        month: release.month,
        page: JSON.stringify(release.page),
        parameters: JSON.stringify(release.parameters),
        product_version: release.productVersion,
        model_version: release.modelVersion,
        made_by: release.releasedBy,
        made_at: release.releasedAt,
      })),
    )
    .execute();
}

export async function recordRefusal(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  audience: string,
  refusal: LedgerRefusal,
): Promise<void> {
  await db
    .insertInto("release_ledger")
    .values({
      municipality_id: municipalityId,
      kind: "refused",
      audience,
      month: refusal.month,
      reason: refusal.reason,
      withhold: JSON.stringify(refusal.withhold),
      made_by: refusal.refusedFor,
      made_at: refusal.refusedAt,
    })
    .execute();
}

/** Call it in the transaction that erases. What was released before stays as it was. */
export async function recordErasure(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  erasure: LedgerErasure,
): Promise<void> {
  await db
    .insertInto("release_ledger")
    .values({
      municipality_id: municipalityId,
      kind: "erasure",
      facts: JSON.stringify(erasure.facts),
      made_by: erasure.erasedBy,
      made_at: erasure.erasedAt,
    })
    .execute();
}

/** Everything that this audience can have read, oldest month first. */
export async function listReleases(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  audience: string,
): Promise<LedgerRelease[]> {
  const rows = await db
    .selectFrom("release_ledger")
    .select(["month", "page", "parameters", "product_version", "model_version", "made_by", "made_at"])
    .where("municipality_id", "=", municipalityId)
    .where("audience", "=", audience)
    .where("kind", "=", "released")
    .orderBy("month")
    .execute();
  return rows.map((row) => ({
    month: row.month ?? "",
    page: row.page,
    parameters: row.parameters,
    productVersion: row.product_version ?? "",
    modelVersion: row.model_version ?? "",
    releasedBy: row.made_by,
    releasedAt: row.made_at,
  }));
}

/** The latest month that this audience has. It and all months before it are frozen; undefined: nothing is. */
export async function readLastReleasedMonth(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  audience: string,
): Promise<Month | undefined> {
  const row = await db
    .selectFrom("release_ledger")
    .select((expression) => expression.fn.max("month").as("month"))
    .where("municipality_id", "=", municipalityId)
    .where("audience", "=", audience)
    .where("kind", "=", "released")
    .executeTakeFirst();
  return row?.month ?? undefined;
}

/** Oldest first. */
export async function listRefusals(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  audience: string,
): Promise<LedgerRefusal[]> {
  const rows = await db
    .selectFrom("release_ledger")
    .select(["month", "reason", "withhold", "made_by", "made_at"])
    .where("municipality_id", "=", municipalityId)
    .where("audience", "=", audience)
    .where("kind", "=", "refused")
    .orderBy("number")
    .execute();
  return rows.map((row) => ({
    month: row.month ?? "",
    reason: row.reason ?? "",
    withhold: row.withhold ?? {},
    refusedFor: row.made_by,
    refusedAt: row.made_at,
  }));
}

/** Oldest first. */
export async function listErasures(db: StoreDatabase, municipalityId: MunicipalityId): Promise<LedgerErasure[]> {
  const rows = await db
    .selectFrom("release_ledger")
    .select(["facts", "made_by", "made_at"])
    .where("municipality_id", "=", municipalityId)
    .where("kind", "=", "erasure")
    .orderBy("number")
    .execute();
  return rows.flatMap(({ facts, made_by: erasedBy, made_at: erasedAt }) =>
    facts === null ? [] : [{ facts, erasedBy, erasedAt }],
  );
}

/** Until the transaction ends nobody else freezes a month or writes a draft. Others who read or write notes go on. */
export async function holdReleases(db: StoreDatabase, municipalityId: MunicipalityId): Promise<void> {
  await db.selectFrom("municipality").select("id").where("id", "=", municipalityId).forNoKeyUpdate().execute();
}
