import { type MunicipalityId, ProductError, type TokenScope } from "@rode-draad/domain";
import type { StoreDatabase } from "../open-store.js";

/** A key of a source system, without its secret. */
export interface ApiToken {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly TokenScope[];
  readonly createdAt: Date;
  readonly revokedAt?: Date;
}

export async function addApiToken(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  token: Pick<ApiToken, "id" | "name" | "scopes"> & { readonly secretHash: string },
  now: Date,
): Promise<void> {
  await db
    .insertInto("api_token")
    .values({
      municipality_id: municipalityId,
      id: token.id,
      name: token.name,
      scopes: [...token.scopes],
      secret_hash: token.secretHash,
      created_at: now,
    })
    .execute();
}

/** By the hash of its secret; undefined when there is none or it was revoked. */
export async function findApiToken(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  secretHash: string,
): Promise<ApiToken | undefined> {
  const row = await select(db, municipalityId)
    .where("secret_hash", "=", secretHash)
    .where("revoked_at", "is", null)
    .executeTakeFirst();
  return row && toToken(row);
}

/** The oldest first, with those that were revoked. */
export async function listApiTokens(db: StoreDatabase, municipalityId: MunicipalityId): Promise<ApiToken[]> {
  return (await select(db, municipalityId).orderBy("created_at").orderBy("id").execute()).map(toToken);
}

/** From here on the token opens nothing. Throws `token-unknown`. */
export async function revokeApiToken(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  id: string,
  now: Date,
): Promise<void> {
  const revoked = await db
    .updateTable("api_token")
    .set((builder) => ({ revoked_at: builder.fn.coalesce("revoked_at", builder.val(now)) }))
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", id)
    .returning("id")
    .executeTakeFirst();
  if (revoked === undefined) {
    throw new ProductError("token-unknown", "Deze toegangssleutel kennen wij niet. Zie rodedraad token list.");
  }
}

function select(db: StoreDatabase, municipalityId: MunicipalityId) {
  return db
    .selectFrom("api_token")
    .select(["id", "name", "scopes", "created_at", "revoked_at"])
    .where("municipality_id", "=", municipalityId);
}

type TokenRow = Awaited<ReturnType<ReturnType<typeof select>["execute"]>>[number];

function toToken({ id, name, scopes, created_at, revoked_at }: TokenRow): ApiToken {
  return { id, name, scopes, createdAt: created_at, ...(revoked_at !== null && { revokedAt: revoked_at }) };
}
