import { ProductError } from "@rode-draad/domain";
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from "yauzl";
import {
  STREAMED_WORKBOOK_BYTES_MAX,
  UNPACK_RATIO_FROM_BYTES,
  UNPACK_RATIO_MAX,
  UNPACKED_BYTES_MAX,
  UNPACKED_TOTAL_BYTES_MAX,
} from "../../limits.js";
import { emptyFile, isCompoundFile } from "../../source/check-text-file.js";
import type { OpenSource } from "../../source/note-source.js";
import { peek } from "../../source/peek.js";

/** A workbook has some tens of parts; thousands are a hostile file. */
const PARTS_MAX = 5_000;

/** The zip around a workbook: named parts that can be read as streams. Whoever opened it closes it. */
export interface WorkbookPackage {
  has(name: string): boolean;
  sizeOf(name: string): number;
  /** Unpacks a part while it is read, and stops when it unpacks to too much; `ratioMax` is the most that it may grow. */
  open(name: string, ratioMax?: number): Promise<AsyncIterable<Buffer>>;
  /** Bytes that were unpacked so far, of all parts together. */
  unpackedBytes(): number;
  close(): void;
}

/** Opens a workbook from a file, or from bytes under way by keeping them in memory (never in a temporary file). */
export async function openPackage(source: OpenSource): Promise<WorkbookPackage> {
  const zip = await openZip(source);
  const parts = new Map<string, Entry>();
  let unpacked = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      if (parts.size >= PARTS_MAX) throw hostileWorkbook("too many parts");
      // Two parts of one name: one program reads the first, another the second.
      if (parts.has(entry.fileName)) throw hostileWorkbook("two parts of one name");
      parts.set(entry.fileName, entry);
    }
  } catch (error) {
    zip.close();
    throw damagedWorkbook(error);
  }
  const find = (name: string): Entry => {
    const entry = parts.get(name);
    if (entry === undefined) throw damagedWorkbook(new Error(`part ${name} is missing`));
    return entry;
  };
  return {
    has: (name) => parts.has(name),
    sizeOf: (name) => find(name).uncompressedSize,
    close: () => zip.close(),
    unpackedBytes: () => unpacked,
    async open(name, ratioMax = UNPACK_RATIO_MAX) {
      const entry = find(name);
      if (entry.isEncrypted()) throw lockedWorkbook();
      // What the header admits to is refused before the first byte; what it hides is found while unpacking.
      refuseBomb(entry, entry.uncompressedSize, ratioMax);
      const stream = await zip.openReadStreamPromise(entry);
      return counted(stream, (bytes, ofPart) => {
        unpacked += bytes;
        refuseBomb(entry, ofPart, ratioMax);
        if (unpacked > UNPACKED_TOTAL_BYTES_MAX) throw hostileWorkbook("workbook too large");
      });
    },
  };
}

async function openZip(source: OpenSource): Promise<ZipFile> {
  // With autoClose off the zip stays open after its list of parts was read.
  const options = { lazyEntries: true, autoClose: false } as const;
  const { head, chunks } = await peek(source.stream(), 8);
  if (source.path !== undefined) await stop(chunks);
  if (head.length === 0) throw emptyFile();
  if (isCompoundFile(head)) throw lockedWorkbook();
  try {
    if (source.path !== undefined) return await openPromise(source.path, options);
    return await fromBufferPromise(await collect(chunks), options);
  } catch (error) {
    if (error instanceof ProductError) throw error;
    if (head[0] === 0x50 && head[1] === 0x4b) throw damagedWorkbook(error);
    throw new ProductError(
      "intake.wrong-format",
      "Dit is geen Excel-bestand, al heet het wel zo. Sla het in Excel opnieuw op als .xlsx, of geef een tekstbestand een naam op .csv.",
    );
  }
}

async function stop(chunks: AsyncIterable<Buffer>): Promise<void> {
  for await (const _chunk of chunks) break;
}

async function collect(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const read: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > STREAMED_WORKBOOK_BYTES_MAX) {
      throw new ProductError(
        "intake.too-large",
        `Dit Excel-bestand is groter dan ${STREAMED_WORKBOOK_BYTES_MAX / 1024 / 1024} MB. Sla het op als CSV (UTF-8), of knip het in delen.`,
      );
    }
    read.push(chunk);
  }
  return Buffer.concat(read);
}

async function* counted(
  chunks: AsyncIterable<Buffer>,
  count: (bytes: number, ofPart: number) => void,
): AsyncGenerator<Buffer> {
  let ofPart = 0;
  for await (const chunk of chunks) {
    ofPart += chunk.length;
    count(chunk.length, ofPart);
    yield chunk;
  }
}

function refuseBomb(entry: Entry, unpacked: number, ratioMax: number): void {
  if (unpacked > UNPACKED_BYTES_MAX) throw hostileWorkbook("part too large");
  const ratio = unpacked / Math.max(1, entry.compressedSize);
  if (unpacked > UNPACK_RATIO_FROM_BYTES && ratio > ratioMax) {
    throw hostileWorkbook(`part unpacks ${Math.round(ratio)} times`);
  }
}

export function hostileWorkbook(detail: string): ProductError {
  return new ProductError(
    "intake.hostile-file",
    "Dit Excel-bestand is zo gemaakt dat het uitpakken te veel vraagt. Wij lezen het niet. Sla de notities op als CSV (UTF-8).",
    { detail },
  );
}

export function damagedWorkbook(cause: unknown): unknown {
  if (cause instanceof ProductError) return cause;
  return new ProductError(
    "intake.damaged-workbook",
    "Dit Excel-bestand is beschadigd of niet compleet. Sla het in Excel opnieuw op en lees het opnieuw in. Er wordt niets dubbel opgeslagen.",
    { detail: cause instanceof Error ? cause.message : "unknown damage" },
  );
}

function lockedWorkbook(): ProductError {
  return new ProductError(
    "intake.locked-workbook",
    "Dit is een oud Excel-bestand of een bestand met een wachtwoord. Sla het in Excel op als .xlsx zonder wachtwoord.",
  );
}
