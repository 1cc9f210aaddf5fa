import type { MunicipalityId } from "@rode-draad/domain";
import type { StoreDatabase } from "../open-store.js";
import type { SealedEntry } from "./append-audit-entries.js";
import { findChainStart } from "./find-chain-start.js";
import { readAuditEntries } from "./read-audit-entries.js";
import { FIRST_SEAL, type Seal, sealEntry } from "./seal-entry.js";

/** Entries read at a time: memory stays the same however long the log is. */
const PAGE = 1_000;

/** What was written outside the database when an entry was made: this number had this seal. */
export interface AuditAnchor {
  readonly number: number;
  readonly seal: Seal;
}

/** What is wrong with the first entry that does not fit. */
export type AuditFault =
  /** A number is left out. */
  | "missing"
  /** The entry, or its place after the one before, is not what was sealed. */
  | "altered"
  /** Earlier than the entry before it. */
  | "time-goes-back"
  /** The seal is right in itself, and not the one that was anchored: from here on the log was written anew. */
  | "rewritten"
  /** An anchored entry is no longer there. */
  | "cut-off";

export interface AuditVerdict {
  readonly entries: number;
  /** How many entries stand under a key that was lost: of those only number, time and the seal of the last one were looked at. */
  readonly underLostKey: number;
  /** How many entries were held against an anchor. */
  readonly anchored: number;
  readonly broken?: { readonly number: number; readonly fault: AuditFault };
}

/**
 * Reads the whole log of a municipality and holds it against its seals and against the anchors. Linear in the entries. An anchor that
 * this key signed before the entry that began its chain shows that it began earlier, and then nothing is passed over.
 */
export async function verifyAuditLog(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  key: string,
  anchors: readonly AuditAnchor[],
): Promise<AuditVerdict> {
  const sealsByNumber = groupSeals(anchors);
  const start = await findChainStart(db, municipalityId, key);
  const underLostKey = [...sealsByNumber.keys()].some((number) => number < start) ? 0 : start - 1;
  let last: Pick<SealedEntry, "number" | "at" | "seal"> = { number: 0, at: new Date(0), seal: FIRST_SEAL };
  let anchored = 0;
  for (;;) {
    const page = await readAuditEntries(db, municipalityId, { after: last.number, limit: PAGE });
    for (const entry of page) {
      const seals = sealsByNumber.get(entry.number);
      const seen = { entries: last.number, underLostKey, anchored };
      if (entry.number !== last.number + 1) return { ...seen, broken: missing(last.number + 1) };
      const expected = entry.number <= underLostKey ? entry.seal : sealEntry(key, municipalityId, entry, last.seal);
      const fault = faultOf(entry, last, expected, seals);
      if (fault !== undefined) return { ...seen, broken: { number: entry.number, fault } };
      if (seals !== undefined) anchored += 1;
      last = entry;
    }
    if (page.length < PAGE) break;
  }
  const cut = [...sealsByNumber.keys()].some((number) => number > last.number);
  return {
    entries: last.number,
    underLostKey,
    anchored,
    ...(cut && { broken: { number: last.number + 1, fault: "cut-off" as const } }),
  };
}

function missing(number: number): { readonly number: number; readonly fault: AuditFault } {
  return { number, fault: "missing" };
}

function faultOf(
  entry: SealedEntry,
  before: Pick<SealedEntry, "at">,
  expected: Seal,
  anchored: ReadonlySet<Seal> | undefined,
): AuditFault | undefined {
  if (entry.seal !== expected) return "altered";
  if (entry.at < before.at) return "time-goes-back";
  // Two anchors that disagree cannot both be right, so one that differs is enough.
  if (anchored !== undefined && (anchored.size > 1 || !anchored.has(entry.seal))) return "rewritten";
  return undefined;
}

function groupSeals(anchors: readonly AuditAnchor[]): Map<number, Set<Seal>> {
  const seals = new Map<number, Set<Seal>>();
  for (const { number, seal } of anchors) seals.set(number, (seals.get(number) ?? new Set()).add(seal));
  return seals;
}
