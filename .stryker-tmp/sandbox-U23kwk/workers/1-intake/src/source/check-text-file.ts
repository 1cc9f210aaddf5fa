import { ProductError } from "@rode-draad/domain";

const ZIP = Buffer.from("PK\u0003\u0004", "latin1");
/** The container of .xls, and of .xlsx with a password. */
const COMPOUND_FILE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

function isZip(head: Buffer): boolean {
  return head.subarray(0, ZIP.length).equals(ZIP);
}

export function isCompoundFile(head: Buffer): boolean {
  return head.subarray(0, COMPOUND_FILE.length).equals(COMPOUND_FILE);
}

/** Throws when a file that should be text is empty, or is something else: a workbook, a picture, a program. */
export function checkTextFile(head: Buffer): void {
  if (head.length === 0) throw emptyFile();
  if (isZip(head) || isCompoundFile(head)) {
    throw new ProductError(
      "intake.wrong-format",
      "Dit is geen tekstbestand maar een Excel-bestand of zip. Geef een Excel-bestand een naam op .xlsx, of sla het op als CSV (UTF-8).",
    );
  }
  if (hasUtf16Mark(head)) return;
  if (isBinary(head)) {
    throw new ProductError(
      "intake.binary",
      "Dit is geen tekstbestand. Sla de notities in Excel op als .xlsx of als CSV (UTF-8) en probeer het opnieuw.",
    );
  }
}

export function emptyFile(): ProductError {
  return new ProductError("intake.empty", "Het bestand is leeg. Exporteer de notities opnieuw.");
}

function hasUtf16Mark(head: Buffer): boolean {
  return (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
}

/**
 * A zero byte in one cell spoils one row, and that row is refused. Binary files, and UTF-16 without a mark, are full of
 * them: more than one byte in two hundred. Packed files have few zeros, but one byte in ten of them is a control
 * character, where a text has next to none.
 */
const ZEROS_MAX_SHARE = 1 / 200;
const CONTROLS_MAX_SHARE = 1 / 20;

function isBinary(head: Buffer): boolean {
  let zeros = 0;
  let controls = 0;
  for (const byte of head) {
    if (byte === 0) zeros += 1;
    if (isControl(byte)) controls += 1;
  }
  return (zeros >= 1 && zeros >= head.length * ZEROS_MAX_SHARE) || controls >= head.length * CONTROLS_MAX_SHARE;
}

/** The ASCII control characters that no text holds; tab up to carriage return are spaces and line ends. */
function isControl(byte: number): boolean {
  return byte < 0x09 || (byte > 0x0d && byte < 0x20) || byte === 0x7f;
}
