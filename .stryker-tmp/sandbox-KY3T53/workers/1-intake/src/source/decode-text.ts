import iconv from "iconv-lite";

/** Bytes kept from the first high byte on before an encoding is chosen: more evidence, and no doubt about a cut sequence. */
const EVIDENCE_BYTES = 4_096;

/**
 * Bytes to text without knowing the encoding beforehand, in one pass and constant memory.
 *
 * A byte order mark decides at once. Without one the text is ASCII until its first high byte; the bytes from there
 * decide between UTF-8 and Windows-1252, because text in Windows-1252 hardly ever forms valid UTF-8 sequences.
 * A sequence that the chosen encoding does not know becomes U+FFFD, and the row that holds it is refused later on.
 */
export async function* decodeText(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: Decoder | undefined;
  let atStart = true;
  let held: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (decoder !== undefined) {
      yield decoder.write(chunk);
      continue;
    }
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    if (atStart) {
      // Three bytes hold any mark.
      if (held.length < 3) continue;
      decoder = decoderByMark(held);
      atStart = false;
    }
    if (decoder === undefined) {
      const ascii = asciiLength(held);
      if (ascii > 0) yield held.toString("latin1", 0, ascii);
      held = held.subarray(ascii);
      if (held.length < EVIDENCE_BYTES) continue;
      decoder = decoderByContent(held, false);
    }
    yield decoder.write(held);
    held = Buffer.alloc(0);
  }
  if (decoder === undefined) {
    decoder = (atStart ? decoderByMark(held) : undefined) ?? decoderByContent(held, true);
    yield decoder.write(held);
  }
  yield decoder.end();
}

/** The first part of a text, for a look at its first line. */
export function decodeHead(head: Buffer): string {
  return (decoderByMark(head) ?? decoderByContent(head, false)).write(head);
}

interface Decoder {
  write(chunk: Buffer): string;
  end(): string;
}

function decoderByMark(bytes: Buffer): Decoder | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return streamDecoder("utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return streamDecoder("utf-16be");
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return streamDecoder("utf-8");
  return undefined;
}

function decoderByContent(bytes: Buffer, isEnd: boolean): Decoder {
  const { valid, invalid } = countSequences(bytes, isEnd);
  // The built-in TextDecoder reads bytes 0x80-0x9F of Windows-1252 wrongly in some Node releases; iconv-lite does not.
  return valid >= invalid ? streamDecoder("utf-8") : iconvDecoder("windows-1252");
}

function asciiLength(bytes: Buffer): number {
  const index = bytes.findIndex((byte) => byte >= 0x80);
  return index < 0 ? bytes.length : index;
}

/** Takes the mark off and keeps a sequence that is cut by a chunk's end. */
function streamDecoder(encoding: "utf-8" | "utf-16le" | "utf-16be"): Decoder {
  const decoder = new TextDecoder(encoding);
  return { write: (chunk) => decoder.decode(chunk, { stream: true }), end: () => decoder.decode() };
}

function iconvDecoder(encoding: string): Decoder {
  const decoder = iconv.getDecoder(encoding);
  return { write: (chunk) => decoder.write(chunk), end: () => decoder.end() ?? "" };
}

/**
 * Counts UTF-8 sequences of more than one byte, and high bytes that are in none. A sequence that the bytes cut off is left
 * out, unless the text ends there.
 */
function countSequences(bytes: Buffer, isEnd: boolean): { valid: number; invalid: number } {
  let valid = 0;
  let invalid = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte < 0x80) continue;
    const length = sequenceLength(byte);
    let seen = 1;
    while (seen < length && ((bytes[index + seen] ?? 0) & 0xc0) === 0x80) seen += 1;
    if (length > 0 && seen === length) {
      valid += 1;
      index += length - 1;
    } else if (length === 0 || index + seen < bytes.length || isEnd) invalid += 1;
  }
  return { valid, invalid };
}

/** Bytes in the UTF-8 sequence that starts with this byte (RFC 3629); 0 when none does. */
function sequenceLength(byte: number): number {
  if (byte >= 0xc2 && byte <= 0xdf) return 2;
  if (byte >= 0xe0 && byte <= 0xef) return 3;
  return byte >= 0xf0 && byte <= 0xf4 ? 4 : 0;
}
