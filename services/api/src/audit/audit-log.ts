import type { AuditDraft, AuditEntry, AuditSubject } from "@rode-draad/domain";
import type { StoreDatabase } from "@rode-draad/store";

/** The one place where everything that people and programs do is written down. */
export interface AuditLog {
  /**
   * Resolves when the entry stands in the log. A note or a case stands there under the log's own hash, so that the log keeps
   * no id by which an erased one could be matched.
   */
  record(draft: AuditDraft): Promise<void>;
  /** Does the work in one transaction of `db` with the entries that it gives: all of it stands, or nothing. */
  recordWithin<Written extends { readonly drafts: readonly AuditDraft[] }>(
    db: StoreDatabase,
    work: (db: StoreDatabase) => Promise<Written>,
  ): Promise<Written>;
  /** By number, the oldest first. */
  list(filter: AuditListFilter): Promise<readonly AuditEntry[]>;
}

export interface AuditListFilter {
  readonly after?: number;
  readonly limit: number;
  readonly action?: AuditDraft["action"];
  readonly actorId?: string;
  readonly subject?: { readonly kind: AuditSubject; readonly id?: string };
}
