import type { SafeText, Segment } from "@rode-draad/domain";
import { blankTags, splitSentences } from "@rode-draad/language";
import { judgeSentence } from "./judge-sentence.js";

/**
 * Cuts a safe text into segments: one a sentence (telegram sentences, bullets and lines count as sentences), each a help
 * question, context or administration, with a mark when it is denied, past or about somebody else. The cut is made
 * without knowing themes: recognition may join neighbours that turn out to be one question.
 *
 * Offsets are UTF-16 units in the safe text, half-open, in order, without overlap; white space and HTML tags
 * around a sentence belong to no segment.
 * Pure and deterministic; cost linear in the length of the text.
 */
export function cutIntoSegments(text: SafeText): Segment[] {
  const read = blankTags(text);
  return splitSentences(read).map(({ start, end }) => ({ start, end, ...judgeSentence(read.slice(start, end)) }));
}
