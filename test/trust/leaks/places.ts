import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { readRedis } from "@rode-draad/queue/testing";
import { openStore } from "@rode-draad/store";
import { readDatabase } from "@rode-draad/store/testing";
import PostalMime from "postal-mime";
import type { Haystack } from "./canaries.js";
import type { LeakTown } from "./open-leak-town.js";

/** The database's own files hold what its tables hold, and what was written over or deleted besides. */
export const DATABASE_FILES = "file db/";

/** Everything that is left when the processes are gone. */
export async function* placesLeft(town: LeakTown): AsyncGenerator<Haystack> {
  yield* columnsOf(town);
  if (town.redisUrl !== undefined)
    for (const entry of await readRedis(town.redisUrl)) yield { place: `queue ${entry.split(" ")[0]}`, content: entry };
  yield* filesIn(town.dataFolder, "file");
  yield* filesIn(town.temporaryFolder, "temporary file");
  for (const { raw } of town.mails) yield { place: "mail", content: await wholeMail(raw) };
}

async function* columnsOf({ dataFolder, databaseUrl }: LeakTown): AsyncGenerator<Haystack> {
  const store = await openStore({
    municipalityId: "voorbeeldstad",
    ...(databaseUrl === undefined ? { directory: dataFolder } : { databaseUrl }),
  });
  try {
    for await (const { column, content } of readDatabase(store.asOwner)) yield { place: `database ${column}`, content };
  } finally {
    await store.close();
  }
}

async function* filesIn(folder: string, kind: string): AsyncGenerator<Haystack> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    yield { place: `${kind} ${path.slice(folder.length + 1)}`, content: await readFile(path) };
  }
}

/** As it went over the line, and as it reads. */
async function wholeMail(raw: string): Promise<string> {
  const { headers, text, html, attachments } = await PostalMime.parse(raw);
  const attached = attachments.map(({ content }) => new TextDecoder().decode(content as ArrayBuffer));
  return [raw, JSON.stringify(headers), text, html, ...attached].join("\n");
}
