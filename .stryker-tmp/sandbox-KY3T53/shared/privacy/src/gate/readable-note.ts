/**
 * The text as the detectors read it, with the way back to the raw text. One character here stands for one stretch of
 * the raw text; invisible characters are left out, so that a number cut by a soft hyphen reads as one number.
 */
export interface ReadableNote {
  /** Composed (NFC), without invisible characters, every kind of space and dash made plain. */
  readonly text: string;
  /** The same text, same length, with O and l read as 0 and 1 inside numbers, as scanners confuse them. */
  readonly digits: string;
  /** Stretches that already are placeholders, such as [NAAM]; half-open, in order. */
  readonly placeholders: readonly Stretch[];
  /** The raw offset where the character at an offset of `text` begins. */
  rawStart(offset: number): number;
  /** The raw offset where the character before an offset of `text` ends. */
  rawEnd(offset: number): number;
}

export interface Stretch {
  readonly start: number;
  readonly end: number;
}
