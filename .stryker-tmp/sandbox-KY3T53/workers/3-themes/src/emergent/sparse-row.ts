/** A sparse vector: features and their weights, in parallel. */
export interface SparseRow {
  readonly features: readonly number[];
  readonly weights: readonly number[];
}
