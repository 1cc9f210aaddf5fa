/**
 * Text before and after the privacy gate are two types, so that the compiler stops a raw note from being stored,
 * queued or logged. Only shared/privacy may open a `RawText`; only shared/privacy (making) and shared/store (reading
 * back what was made) may create a `SafeText`. The test in test/architecture holds both to that.
 */

const HIDDEN = "[ruwe tekst]";

/** A note's text as it came in. It shows itself as a fixed word in logs, JSON and string templates. */
export class RawText {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The length in UTF-16 code units; safe to show, unlike the text. */
  get length(): number {
    return this.#value.length;
  }

  get isBlank(): boolean {
    return this.#value.trim() === "";
  }

  toString(): string {
    return HIDDEN;
  }

  toJSON(): string {
    return HIDDEN;
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return HIDDEN;
  }

  /** Opens a raw text. Only the privacy gate may call it. */
  static open(text: RawText): string {
    return text.#value;
  }
}

declare const safe: unique symbol;

/** A note's text after the privacy gate: identifiers stand masked as `[NAAM]`, `[BSN]` and so on. */
export type SafeText = string & { readonly [safe]: true };

/** Marks a text as having passed the gate. Only the privacy gate, and the store when it reads back, may call it. */
export function markSafe(text: string): SafeText {
  return text as SafeText;
}

/** The characters from `start` up to `end`: a part of what is safe is safe. */
export function sliceSafe(text: SafeText, start: number, end: number): SafeText {
  return markSafe(text.slice(start, end));
}
