import type { Words } from "../messages/words-of.js";

/**
 * One line from a form, as typed: on one line, since a line break has no place in a name or the header of a mail. Without
 * `charactersMax` nothing is cut off, and the caller refuses what is too long.
 */
export function readLine(value: unknown, charactersMax = Number.POSITIVE_INFINITY): string {
  const text = typeof value === "string" ? value.replace(/[\r\n]+/g, " ").trim() : "";
  return text.slice(0, charactersMax);
}

/** The sentence for what is too long, as the API refuses it; undefined when it fits. Cutting it would keep what nobody wrote. */
export function whyTooLong(text: string, charactersMax: number, t: Words): string | undefined {
  if (text.length <= charactersMax) return undefined;
  return t("shared.tooLong", { length: text.length, max: charactersMax });
}
