import type { StoreDatabase } from "@rode-draad/store";
import type { AuditLog } from "./audit-log.js";
import { type AuditAbout, type Audited, draftOf, markWritten } from "./recorded.js";

/** Where a change is made and where it is written down. */
export interface ChangeMeans {
  readonly db: StoreDatabase;
  readonly audit: Pick<AuditLog, "recordWithin">;
}

/**
 * Makes a change that is one transaction of the store, and writes it down in that same transaction: there is no change without its entry
 * and no entry without its change, whatever goes away in between. A change of several things has an entry for each. Inside `recorded` of
 * the same action that one writes nothing more. A failure is written down there.
 */
export async function changed<Result>(
  { db, audit }: ChangeMeans,
  audited: Audited,
  work: (db: StoreDatabase) => Promise<Result>,
  about: (result: Result) => AuditAbout | readonly AuditAbout[] = () => ({}),
): Promise<Result> {
  const written = await audit.recordWithin(db, async (within) => {
    const result = await work(within);
    return { result, drafts: [about(result)].flat().map((one) => draftOf(audited, one)) };
  });
  markWritten(audited);
  return written.result;
}
