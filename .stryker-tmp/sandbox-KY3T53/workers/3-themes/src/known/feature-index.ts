import type { ResolveFeature } from "./features.js";

/**
 * From a feature's hash to its number in the model: open addressing with linear probing (Knuth, TAOCP 3, 6.4) in one
 * typed array at most half full. Cost: about one and a half probes a look-up.
 */
export function makeFeatureIndex(features: Uint32Array): ResolveFeature {
  let size = 1;
  while (size < features.length * 2) size *= 2;
  const mask = size - 1;
  const slots = new Int32Array(size).fill(-1);
  for (let feature = 0; feature < features.length; feature++) {
    let slot = (features[feature] as number) & mask;
    while (slots[slot] !== -1) slot = (slot + 1) & mask;
    slots[slot] = feature;
  }
  return (hash) => {
    let slot = hash & mask;
    for (;;) {
      const feature = slots[slot] as number;
      if (feature === -1 || features[feature] === hash) return feature;
      slot = (slot + 1) & mask;
    }
  };
}
