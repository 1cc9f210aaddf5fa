/** A 32-bit FNV-1a hash (Fowler, Noll & Vo): enough to count distinct keys, and nothing points back from it. O(length). */
export function hashKey(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash | 0;
}
