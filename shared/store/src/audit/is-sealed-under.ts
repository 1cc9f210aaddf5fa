import type { MunicipalityId } from "@rode-draad/domain";
import type { SealedEntry } from "./append-audit-entries.js";
import { FIRST_SEAL, sealEntry } from "./seal-entry.js";

/** Whether one of these entries, of which each follows the next in the list, was sealed with this key over the one before it. */
export function isSealedUnder(key: string, municipalityId: MunicipalityId, entries: readonly SealedEntry[]): boolean {
  return entries.some((entry, index) => {
    const before = entry.number === 1 ? FIRST_SEAL : entries[index + 1]?.seal;
    return before !== undefined && entry.seal === sealEntry(key, municipalityId, entry, before);
  });
}
