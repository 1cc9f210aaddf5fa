import { open, rename, rm, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { ProductError } from "@rode-draad/domain";
import { requireParentFolder } from "../require-parent-folder.js";

/** What is copied holds notes: only who made it may read it. */
const FILE_MODE = 0o600;

/**
 * Writes a gzip file that is there whole or not at all: under another name first, on the disk before it gets its own. Never
 * replaces a file. Gives back its size.
 * @throws ProductError `file-exists`, `folder-unknown`
 */
export async function writeWholeFile(file: string, chunks: AsyncIterable<string>): Promise<number> {
  if (await isThere(file))
    throw new ProductError("file-exists", `${file} bestaat al, en wij overschrijven niets. Kies een andere naam.`);
  await requireParentFolder(file);
  const draft = `${file}.deel`;
  await rm(draft, { force: true });
  const handle = await open(draft, "wx", FILE_MODE);
  try {
    await pipeline(Readable.from(chunks), createGzip(), async (packed: AsyncIterable<Uint8Array>) => {
      for await (const chunk of packed) await handle.appendFile(chunk);
    });
    await handle.sync();
    const { size } = await handle.stat();
    await handle.close();
    await rename(draft, file);
    return size;
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(draft, { force: true });
    throw error;
  }
}

async function isThere(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}
