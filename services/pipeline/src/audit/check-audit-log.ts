import type { MunicipalityId } from "@rode-draad/domain";
import { type AuditAnchor, type AuditVerdict, type StoreDatabase, verifyAuditLog } from "@rode-draad/store";
import { readAnchors } from "./anchor-file.js";

export interface AuditCheck extends AuditVerdict {
  readonly isWhole: boolean;
  /** Lines of the anchor files that nobody with the key wrote, as `file:line`. */
  readonly forgedAnchors: readonly string[];
}

/** Holds the log of a municipality against its seals and against the anchors in these files. */
export async function checkAuditLog(means: {
  readonly db: StoreDatabase;
  readonly municipalityId: MunicipalityId;
  readonly key: string;
  readonly anchorFiles: readonly string[];
}): Promise<AuditCheck> {
  const { db, municipalityId, key, anchorFiles } = means;
  const anchors: AuditAnchor[] = [];
  const unsigned: { readonly place: string; readonly isBeforeSigned: boolean }[] = [];
  for (const file of anchorFiles) {
    const read = await readAnchors(file, key, municipalityId);
    for (const anchor of read.anchors) anchors.push(anchor);
    for (const line of read.forgedLines)
      unsigned.push({ place: `${file}:${line}`, isBeforeSigned: line < read.firstSignedLine });
  }
  const verdict = await verifyAuditLog(db, municipalityId, key, anchors);
  // Where a key was lost, the lines that were signed with it stand before those of the key that came after.
  const forgedAnchors = unsigned
    .filter(({ isBeforeSigned }) => verdict.underLostKey === 0 || !isBeforeSigned)
    .map(({ place }) => place);
  return { ...verdict, forgedAnchors, isWhole: verdict.broken === undefined && forgedAnchors.length === 0 };
}
