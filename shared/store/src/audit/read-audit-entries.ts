import type { AuditAction, AuditSubject, MunicipalityId } from "@rode-draad/domain";
import type { StoreDatabase } from "../open-store.js";
import type { SealedEntry } from "./append-audit-entries.js";

export interface AuditFilter {
  /** Entries with a higher number only; absent: from the first. */
  readonly after?: number;
  /** Entries with a lower number only, and the latest first. */
  readonly before?: number;
  readonly limit: number;
  readonly action?: AuditAction;
  readonly actorId?: string;
  readonly subject?: { readonly kind: AuditSubject; readonly id?: string };
}

/** Entries by number, `limit` at most; go on with `after` set to the number of the last one. */
export async function readAuditEntries(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  { after = 0, before, limit, action, actorId, subject }: AuditFilter,
): Promise<SealedEntry[]> {
  let query = db
    .selectFrom("audit_entry")
    .selectAll()
    .where("municipality_id", "=", municipalityId)
    .where("number", ">", after);
  if (before !== undefined) query = query.where("number", "<", before);
  if (action !== undefined) query = query.where("action", "=", action);
  if (actorId !== undefined) query = query.where("actor_id", "=", actorId);
  if (subject !== undefined) query = query.where("subject_kind", "=", subject.kind);
  if (subject?.id !== undefined) query = query.where("subject_id", "=", subject.id);
  const rows = await query
    .orderBy("number", before === undefined ? "asc" : "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    number: row.number,
    at: row.at,
    actor: { kind: row.actor_kind, id: row.actor_id },
    action: row.action,
    subject: { kind: row.subject_kind, ...(row.subject_id !== null && { id: row.subject_id }) },
    outcome: row.outcome,
    details: row.details,
    seal: row.seal,
  }));
}
