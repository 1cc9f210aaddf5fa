import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { readRedis } from "@rode-draad/queue/testing";
import type { Needles } from "@rode-draad/store/testing";

export async function findInRedis(url: string, { texts }: Needles): Promise<string[]> {
  const all = await readRedis(url);
  return all.filter((entry) => texts.some((text) => entry.includes(text))).map((entry) => entry.split(" ")[0] ?? "");
}

/** Every file under a folder, the database's own among them. */
export async function findInFiles(folder: string, { texts }: Needles): Promise<string[]> {
  const needles = texts.map((text) => Buffer.from(text));
  const hits: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const content = await readFile(path);
    if (needles.some((needle) => content.includes(needle))) hits.push(path.slice(folder.length + 1));
  }
  return hits;
}
