/** Bounds at the door, each with its reason. They hold for every format. */

/** A note of 200,000 characters is a book; longer is a pasted file. Also bounds the gate's work on one text. */
export const TEXT_CHARACTERS_MAX = 200_000;

/** Ids, team and area are codes; longer is a mapped-wrong column. */
export const CODE_CHARACTERS_MAX = 200;

/** A case export has some twenty columns. Many more is a broken delimiter or a hostile file. */
export const COLUMNS_MAX = 500;

/** One row in memory. Above it a quote was never closed, or the file is hostile; the read stops there. */
export const ROW_BYTES_MAX = 12 * 1024 * 1024;

/** One line of JSON: the longest text with each sign written as `\u0000`, and room for the other fields. */
export const LINE_CHARACTERS_MAX = 2 * 1024 * 1024;

/** A note is an object of plain values. Brackets deeper than this are a hostile line, and cost memory to parse. */
export const JSON_DEPTH_MAX = 8;

/** Delimiters without a line end between them: a long text may hold thousands, a row of nothing else is hostile. */
export const DELIMITERS_IN_LINE_MAX = 250_000;

/** Notes in one write to the store: large enough to spare round trips, small enough for a short transaction. */
export const NOTES_PER_WRITE = 500;

/** Refused rows that a summary lists; the rest is counted, so that a wholly wrong file cannot fill memory. */
export const REFUSED_ROWS_LISTED = 1_000;

/** Distinct team codes one import may bring. More means that the column holds free text, which must not be stored. */
export const NEW_TEAMS_MAX = 100;

/** Work between two pauses for the event loop; an API request, and the next statement of every stage, waits no longer for its turn. */
export const BREATH_MS = 2;

/** A workbook from a stream is kept in memory, never in a temporary file, so it has a bound. */
export const STREAMED_WORKBOOK_BYTES_MAX = 64 * 1024 * 1024;

/** Bytes one entry of a workbook may unpack to; Excel's own row limit stays far below it. */
export const UNPACKED_BYTES_MAX = 1024 * 1024 * 1024;

/** Real sheets shrink five to forty times when zipped; a bomb a thousand times. */
export const UNPACK_RATIO_MAX = 150;

/** Below this size the ratio says nothing: a short sheet of equal rows shrinks well too. */
export const UNPACK_RATIO_FROM_BYTES = 8 * 1024 * 1024;

/** Bytes all parts of a workbook together may unpack to, counted while they are read. */
export const UNPACKED_TOTAL_BYTES_MAX = 1024 * 1024 * 1024;

/** Prose shrinks three to six times, rows of one template some fifteen. Strings stand in memory, so they get less room. */
export const STRINGS_RATIO_MAX = 25;

/**
 * How much more text the cells may hold than the workbook unpacks to. Cells may share one string, so that a few bytes each
 * can stand for megabytes.
 */
export const CELL_TEXT_RATIO_MAX = 20;

/** A register has a handful of sheets; each is looked into for its headings. */
export const SHEETS_MAX = 100;

/** Rows that a sheet of Excel can have. */
export const SHEET_ROWS_MAX = 1_048_576;

/** Blank rows one after another in a CSV: a table ends long before. */
export const BLANK_ROWS_MAX = 100_000;

/** A workbook nests some ten tags; more is a hostile file, and every open tag costs memory. */
export const XML_DEPTH_MAX = 64;

/** XML without a tag that opens or closes: the longest text with each sign written as an entity stays below it. */
export const XML_SILENT_BYTES_MAX = 2 * 1024 * 1024;

/** Characters in the shared strings of a workbook: they stand in memory while the sheet is read. */
export const SHARED_STRING_CHARACTERS_MAX = 100_000_000;

/** Unknown columns are listed for a person; a hostile file could bring a new one in every row. */
export const IGNORED_COLUMNS_LISTED = 50;

/** Rows that cross from the reading thread at once: enough to hide the crossing, few enough to stay small. */
export const ROWS_PER_BATCH = 200;
export const BATCH_CHARACTERS_MAX = 256 * 1024;

/** Heap of the thread that reads a file: the strings of the largest workbook and room to work. A file that needs more is hostile. */
export const READER_HEAP_MB = 384;

/** A reader that gives no row for this long, while nobody keeps it waiting, is stuck in a hostile file. */
export const READER_SILENCE_MS = 20_000;
