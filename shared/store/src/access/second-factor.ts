import type { MunicipalityId } from "@rode-draad/domain";
import type { Insertable, Selectable } from "kysely";
import type { Database } from "../database.js";
import type { StoreDatabase } from "../open-store.js";
import { openText, presentTextKey, type StoredText, sealText } from "../text/text-cipher.js";
import { inTransaction } from "../transaction.js";
import { endSessionsOf } from "./end-sessions.js";

/** What an account's app and we both count codes from. */
export interface SecondFactor {
  readonly secret: string;
  /** The half minute whose code was taken last. */
  readonly lastStep: number;
}

/** Throws `text-key-unknown` or `text-damaged` when texts are encrypted and the secret does not open. */
export async function readSecondFactor(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  accountId: string,
): Promise<SecondFactor | undefined> {
  const row = await db
    .selectFrom("second_factor")
    .selectAll()
    .where("municipality_id", "=", municipalityId)
    .where("account_id", "=", accountId)
    .executeTakeFirst();
  return row && { secret: openSecret(db, row), lastStep: row.last_step };
}

/** Whether a local account has one, and how many recovery codes are left; undefined for who signs in elsewhere. Opens no secret. */
export async function describeSecondFactor(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  accountId: string,
): Promise<{ readonly isOn: boolean; readonly recoveryCodes: number } | undefined> {
  const row = await db
    .selectFrom("account")
    .leftJoin("second_factor", (join) =>
      join
        .onRef("second_factor.municipality_id", "=", "account.municipality_id")
        .onRef("second_factor.account_id", "=", "account.id"),
    )
    .select(["second_factor.since"])
    .where("account.municipality_id", "=", municipalityId)
    .where("account.id", "=", accountId)
    .where("account.issuer", "is", null)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const hashes = await listRecoveryHashes(db, municipalityId, accountId);
  return { isOn: row.since !== null, recoveryCodes: hashes.length };
}

/**
 * Sets the second factor of an account, in place of an earlier one, and ends all its sessions. False when the session in which it was
 * set up is over, also for the second of two that come at once.
 */
export async function keepSecondFactor(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  factor: SecondFactor & {
    readonly accountId: string;
    readonly recoveryHashes: readonly string[];
    readonly setUpIn: string;
  },
  now: Date,
): Promise<boolean> {
  const { accountId, secret, lastStep, recoveryHashes, setUpIn } = factor;
  return await inTransaction(db, async (transaction) => {
    const used = await transaction
      .deleteFrom("session")
      .where("municipality_id", "=", municipalityId)
      .where("id_hash", "=", setUpIn)
      .where("account_id", "=", accountId)
      .where("awaits", "=", "set-up")
      .returning("id_hash")
      .executeTakeFirst();
    if (used === undefined) return false;
    await deleteSecondFactor(transaction, municipalityId, accountId);
    const owner = { municipality_id: municipalityId, account_id: accountId };
    await transaction
      .insertInto("second_factor")
      .values({
        ...owner,
        ...sealedColumns(transaction, municipalityId, accountId, secret),
        last_step: lastStep,
        since: now,
      })
      .execute();
    await transaction
      .insertInto("recovery_code")
      .values(recoveryHashes.map((hash) => ({ ...owner, code_hash: hash })))
      .execute();
    await endSessionsOf(transaction, municipalityId, accountId);
    return true;
  });
}

/** Takes the code of a half minute. False when one of that half minute or a later one was taken before, also at this very moment. */
export async function useTimeStep(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  accountId: string,
  step: number,
): Promise<boolean> {
  const used = await db
    .updateTable("second_factor")
    .set({ last_step: step })
    .where("municipality_id", "=", municipalityId)
    .where("account_id", "=", accountId)
    .where("last_step", "<", step)
    .returning("account_id")
    .executeTakeFirst();
  return used !== undefined;
}

export async function listRecoveryHashes(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  accountId: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom("recovery_code")
    .select("code_hash")
    .where("municipality_id", "=", municipalityId)
    .where("account_id", "=", accountId)
    .execute();
  return rows.map((row) => row.code_hash);
}

/** Uses a recovery code up. False for the second of two that come at once. */
export async function useRecoveryCode(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  accountId: string,
  hash: string,
): Promise<boolean> {
  const used = await db
    .deleteFrom("recovery_code")
    .where("municipality_id", "=", municipalityId)
    .where("account_id", "=", accountId)
    .where("code_hash", "=", hash)
    .returning("account_id")
    .executeTakeFirst();
  return used !== undefined;
}

export async function deleteSecondFactor(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  accountId: string,
): Promise<void> {
  await db
    .deleteFrom("second_factor")
    .where("municipality_id", "=", municipalityId)
    .where("account_id", "=", accountId)
    .execute();
}

/** As `resealTexts` for the secrets of second factors: few, so all in one transaction. Gives back how many it wrote. */
export async function resealSecondFactors(db: StoreDatabase, municipalityId: MunicipalityId): Promise<number> {
  return await inTransaction(db, async (transaction) => {
    const rows = await transaction
      .selectFrom("second_factor")
      .selectAll()
      .where("municipality_id", "=", municipalityId)
      .where("text_key", "is distinct from", presentTextKey(db))
      .forUpdate()
      .execute();
    for (const row of rows) {
      await transaction
        .updateTable("second_factor")
        .set(sealedColumns(db, municipalityId, row.account_id, openSecret(db, row)))
        .where("municipality_id", "=", municipalityId)
        .where("account_id", "=", row.account_id)
        .execute();
    }
    return rows.length;
  });
}

function sealedColumns(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  accountId: string,
  secret: string,
): Pick<Insertable<Database["second_factor"]>, "secret" | "text_key"> {
  const { text, textKey } = sealSecret(db, municipalityId, accountId, secret);
  return { secret: text, text_key: textKey };
}

function openSecret(db: StoreDatabase, row: Selectable<Database["second_factor"]>): string {
  return openSealedSecret(db, row.municipality_id, row.account_id, { text: row.secret, textKey: row.text_key });
}

/** The secret of an account's app as it must be stored, in whichever table. */
export function sealSecret(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  accountId: string,
  secret: string,
): StoredText {
  return sealText(db, municipalityId, ownerOf(accountId), secret);
}

export function openSealedSecret(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  accountId: string,
  stored: StoredText,
): string {
  return openText(db, municipalityId, ownerOf(accountId), stored);
}

/** No note has such an id, so that a secret put in the place of a text does not open. */
function ownerOf(accountId: string): string {
  return `second-factor ${accountId}`;
}
