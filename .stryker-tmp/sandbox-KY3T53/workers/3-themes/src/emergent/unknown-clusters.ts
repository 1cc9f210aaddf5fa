import type { ClustererSettings } from "./online-clusterer.js";

/** As for discovery without a catalogue, but forgetting by weeks alone: unknown questions come in slowly. */
export const UNKNOWN_CLUSTERS: ClustererSettings = {
  similarityMin: 0.16,
  mergeSimilarityMin: 0.24,
  mergeShareMin: 0.15,
  mergeVotesMin: 3,
  idleTextsMax: 0,
  idleWeeksMax: 8,
};
