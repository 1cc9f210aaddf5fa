import type { AuditEntry } from "@rode-draad/domain";
import type { ColumnType } from "kysely";

/** See migration 0009. */
export interface AuditEntryTable {
  municipality_id: string;
  number: number;
  at: Date;
  actor_kind: AuditEntry["actor"]["kind"];
  actor_id: string;
  action: AuditEntry["action"];
  subject_kind: AuditEntry["subject"]["kind"];
  subject_id: string | null;
  outcome: AuditEntry["outcome"];
  details: ColumnType<AuditEntry["details"], string, string>;
  seal: string;
}
