import type { IdentifierType } from "@rode-draad/domain";

/** A find before overlaps are settled: offsets in the readable text, half-open. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly type: IdentifierType;
}
