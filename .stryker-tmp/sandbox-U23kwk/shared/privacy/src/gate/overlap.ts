import type { Stretch } from "./readable-note.js";
import type { Word } from "./words.js";

export function overlaps(one: Stretch, other: Stretch): boolean {
  return one.start < other.end && other.start < one.end;
}

/** Whether any word of a stretch stands inside a placeholder. Words are in order, so a binary search finds the first. */
export function overlapsPlaceholder(words: readonly Word[], start: number, end: number): boolean {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  for (let index = low; index < words.length && (words[index]?.start ?? end) < end; index++) {
    if (words[index]?.opaque) return true;
  }
  return false;
}
