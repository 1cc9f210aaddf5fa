/** Bounds at the door, each with its reason. They hold for every format. */

/** A note of 200,000 characters is a book; longer is a pasted file. Also bounds the gate's work on one text. */
export const TEXT_CHARACTERS_MAX = 200_000;

/** Ids, team and area are codes; longer is a mapped-wrong column. */
export const CODE_CHARACTERS_MAX = 200;

/** A case export has some twenty columns. Many more is a broken delimiter or a hostile file. */
export const COLUMNS_MAX = 500;

/** One row in memory. Above it a quote was never closed, or the file is hostile; the read stops there. */
export const ROW_BYTES_MAX = 32 * 1024 * 1024;

/** Notes in one write to the store: large enough to spare round trips, small enough for a short transaction. */
export const NOTES_PER_WRITE = 500;

/** Refused rows that a summary lists; the rest is counted, so that a wholly wrong file cannot fill memory. */
export const REFUSED_ROWS_LISTED = 1_000;

/** Distinct team codes one import may bring. More means that the column holds free text, which must not be stored. */
export const NEW_TEAMS_MAX = 100;

/** Work between two pauses for the event loop; an API request waits no longer than this for its turn. */
export const BREATH_MS = 8;

/** A workbook from a stream is kept in memory, never in a temporary file, so it has a bound. */
export const STREAMED_WORKBOOK_BYTES_MAX = 64 * 1024 * 1024;

/** Bytes one entry of a workbook may unpack to; Excel's own row limit stays far below it. */
export const UNPACKED_BYTES_MAX = 1024 * 1024 * 1024;

/** Real sheets shrink five to forty times when zipped; a bomb a thousand times. */
export const UNPACK_RATIO_MAX = 150;

/** Below this size the ratio says nothing: a short sheet of equal rows shrinks well too. */
export const UNPACK_RATIO_FROM_BYTES = 8 * 1024 * 1024;

/** Characters in the shared strings of a workbook: they stand in memory while the sheet is read. */
export const SHARED_STRING_CHARACTERS_MAX = 200_000_000;
