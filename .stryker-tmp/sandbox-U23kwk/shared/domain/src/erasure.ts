import type { Day } from "./period.js";

/** That a case or a note was erased: a date and counts, nothing that leads back to it. For the audit log and the release ledger. */
export interface ErasureFacts {
  readonly kind: "case" | "notes";
  readonly on: Day;
  readonly notes: number;
  readonly quarantined: number;
  readonly questions: number;
  /** Months that are counted anew. Of a closed month nobody knows any more what the case asked, so its counts stand. */
  readonly monthsRestated: number;
  readonly proposalsRestated: number;
  /** Emergent themes that only what was erased held up. */
  readonly themesRetired: number;
}
