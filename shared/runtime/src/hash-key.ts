import { randomBytes } from "node:crypto";
import { chmod, link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ProductError } from "@rode-draad/domain";
import type { Configuration } from "./configuration.js";

const FILE_NAME = "hash-key";
/** Only the user who runs the product may read the key: with it, case numbers can be tried until one fits. */
const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;
/** As many bytes as SHA-256 gives; more adds nothing. */
const KEY_BYTES = 32;

/**
 * The key of all keyed hashes: from the settings, else from the product's folder, where it is made on first use. Two
 * processes that start together end with the same key, because the first one to link its file wins.
 */
export async function loadHashKey(configuration: Pick<Configuration, "hashKey" | "directory">): Promise<string> {
  if (configuration.hashKey !== undefined) return configuration.hashKey;
  const file = join(configuration.directory, FILE_NAME);
  try {
    const existing = await readKey(file);
    if (existing !== undefined) return existing;
    await mkdir(configuration.directory, { recursive: true, mode: FOLDER_MODE });
    const draft = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
    await writeFile(draft, randomBytes(KEY_BYTES).toString("base64url"), { mode: FILE_MODE, flag: "wx" });
    try {
      await link(draft, file);
    } catch (error) {
      if (!hasCode(error, "EEXIST")) throw error;
    } finally {
      await rm(draft, { force: true });
    }
    await chmod(file, FILE_MODE);
    return (await readKey(file)) ?? "";
  } catch (error) {
    if (error instanceof ProductError) throw error;
    throw new ProductError(
      "hash-key-unavailable",
      `De sleutel voor de versleutelde nummers kan niet worden gelezen of bewaard in ${file}: geef schrijfrecht op die map, of zet HASH_KEY.`,
      { cause: error, detail: error instanceof Error ? error.message : String(error) },
    );
  }
}

async function readKey(file: string): Promise<string | undefined> {
  try {
    const key = (await readFile(file, "utf8")).trim();
    if (key !== "") return key;
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    throw error;
  }
  // Making a new key here would give every note a second identity, so a person has to decide.
  throw new ProductError(
    "hash-key-empty",
    `Het bestand ${file} is leeg: zet de sleutel terug uit een reservekopie, of verwijder het bestand als er nog niets is ingelezen.`,
  );
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
