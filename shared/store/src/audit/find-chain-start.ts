import type { MunicipalityId } from "@rode-draad/domain";
import type { StoreDatabase } from "../open-store.js";
import { isSealedUnder } from "./is-sealed-under.js";
import { readAuditEntries } from "./read-audit-entries.js";

/** How often a key was lost and another one accepted; more than anybody will. */
const STARTS_MAX = 100;

/**
 * The number of the entry from which the log stands under this key: the first one, or the entry by which a person accepted the key in
 * the place of one that was lost. Only who has the key can seal such an entry, so nobody else can have entries passed over. The seal
 * of the entry before goes into it, so a log cannot be put before it afterwards either.
 */
export async function findChainStart(db: StoreDatabase, municipalityId: MunicipalityId, key: string): Promise<number> {
  const [first] = await readAuditEntries(db, municipalityId, { limit: 1 });
  if (first === undefined || isSealedUnder(key, municipalityId, [first])) return 1;
  const accepted = await readAuditEntries(db, municipalityId, {
    action: "change-setting",
    subject: { kind: "setting", id: "audit-key" },
    limit: STARTS_MAX,
  });
  for (const entry of accepted) {
    const before = await readAuditEntries(db, municipalityId, { after: entry.number - 2, limit: 1 });
    if (entry.number > 1 && isSealedUnder(key, municipalityId, [entry, ...before])) return entry.number;
  }
  return 1;
}
