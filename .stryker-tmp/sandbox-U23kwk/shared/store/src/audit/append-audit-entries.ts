import { type AuditDraft, type AuditEntry, checkAuditDraft, type MunicipalityId } from "@rode-draad/domain";
import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";
import { inTransaction } from "../transaction.js";
import { FIRST_SEAL, type Seal, sealEntry } from "./seal-entry.js";

/** Any number will do as long as no other lock of ours uses it; this one spells "audi". */
const LOCK_KEY = 0x61756469;

export interface SealedEntry extends AuditEntry {
  readonly seal: Seal;
}

/**
 * Adds entries to the log of a municipality, in this order, and gives them back as they stand there. One transaction that
 * holds the log's own lock, so that numbers and seals form one chain whoever writes; the primary key refuses a fork even so.
 *
 * Time never goes back in the log: an entry takes at least the time of the one before. A clock that is behind costs some
 * seconds of truth; without the rule an entry could be put in a time that is over.
 *
 * @throws ProductError `audit-entry-invalid`
 */
export async function appendAuditEntries(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  key: string,
  drafts: readonly AuditDraft[],
  now: Date,
): Promise<SealedEntry[]> {
  if (drafts.length === 0) return [];
  for (const draft of drafts) checkAuditDraft(draft);
  return await inTransaction(db, async (transaction) => {
    await sql`select pg_advisory_xact_lock(${LOCK_KEY}, hashtext(${municipalityId}))`.execute(transaction);
    const head = await readAuditHead(transaction, municipalityId);
    const at = head !== undefined && head.at > now ? head.at : now;
    let previous = head?.seal ?? FIRST_SEAL;
    const entries = drafts.map((draft, index): SealedEntry => {
      const entry = { ...draft, number: (head?.number ?? 0) + index + 1, at };
      previous = sealEntry(key, municipalityId, entry, previous);
      return { ...entry, seal: previous };
    });
    await transaction
      .insertInto("audit_entry")
      .values(
        entries.map(({ number, actor, action, subject, outcome, details, seal }) => ({
          municipality_id: municipalityId,
          number,
          at,
          actor_kind: actor.kind,
          actor_id: actor.id,
          action,
          subject_kind: subject.kind,
          subject_id: subject.id ?? null,
          outcome,
          details: JSON.stringify(details),
          seal,
        })),
      )
      .execute();
    return entries;
  });
}

/** The last entry; undefined for an empty log. */
export async function readAuditHead(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
): Promise<{ readonly number: number; readonly at: Date; readonly seal: Seal } | undefined> {
  return await db
    .selectFrom("audit_entry")
    .select(["number", "at", "seal"])
    .where("municipality_id", "=", municipalityId)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
}
