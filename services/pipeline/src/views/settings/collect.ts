import type { Readable } from "node:stream";
import { ProductError } from "@rode-draad/domain";

/** The longest list that CBS publishes is some ten megabytes. */
const TABLE_BYTES_MAX = 24 * 1024 * 1024;

/** A file of settings as a whole; nothing else than a list of public places or activities comes this way. */
export async function collect(content: Readable): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of content) {
    size += (piece as Buffer).length;
    if (size > TABLE_BYTES_MAX) {
      throw new ProductError("table-too-large", "Dit bestand is te groot. Laat alleen je eigen gemeente staan.");
    }
    pieces.push(piece as Buffer);
  }
  return Buffer.concat(pieces);
}
