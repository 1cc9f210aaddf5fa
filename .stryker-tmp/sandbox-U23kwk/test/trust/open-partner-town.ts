import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { openProduct, type Product, type Serving, serveProduct, startStages } from "@rode-draad/pipeline";
import { readConfiguration } from "@rode-draad/runtime";
import { listWaitingRequests } from "@rode-draad/store";
import PostalMime from "postal-mime";
import { makePartnerRequests } from "./make-partner-requests.js";

/** A letter as it left, with the path of its link on our own server. */
interface PartnerLetter {
  readonly requestId: string;
  readonly path: string;
  /** Everything in the mail: headers, text, HTML and calendar. */
  readonly all: string;
}

/** A served municipality whose letters to partners have left, with a clock that can be moved. */
export interface PartnerTown {
  readonly product: Product;
  readonly serving: Serving;
  readonly letters: readonly PartnerLetter[];
  readonly folder: string;
  moveClock(ms: number): void;
  close(): Promise<void>;
}

const HASH_KEY = "Wq7nR2xL9bT4vK8mZ1cH6yD3fJ5gP0sA7uE2";
const NOW = new Date("2026-11-22T09:30:00Z");

/** Sends `count` requests through the real outbox, queue and stage. `environment` may point at a real database server. */
export async function openPartnerTown(
  count: number,
  environment: Readonly<Record<string, string>> = {},
): Promise<PartnerTown> {
  const folder = await mkdtemp(join(tmpdir(), "rode-draad-partners-"));
  const configuration = readConfiguration({
    RODEDRAAD_DIR: folder,
    HASH_KEY,
    LOG_LEVEL: "silent",
    PORT: "0",
    PUBLIC_URL: "https://rodedraad.example/",
    ...environment,
  });
  let movedMs = 0;
  const clock = (): Date => new Date(NOW.getTime() + movedMs);
  const product = await openProduct(configuration, { clock });
  const { store, municipalityId, queue } = product;
  const requests = await makePartnerRequests(store.db, municipalityId, count, NOW);
  await startStages(product, ["delivery"]);
  await queue.enqueueMany(
    "delivery",
    requests.map(({ id }) => ({ municipalityId, requestId: id })),
  );
  while ((await listWaitingRequests(store.asOwner)).length > 0) await wait(50);
  const serving = await serveProduct(product, { callsMax: 1_000_000 });
  return {
    product,
    serving,
    letters: await readLetters(join(folder, "post")),
    folder,
    moveClock: (ms) => {
      movedMs += ms;
    },
    async close() {
      await serving.close();
      await product.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function readLetters(directory: string): Promise<PartnerLetter[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith(".eml"));
  return await Promise.all(
    names.map(async (name) => {
      const raw = await readFile(join(directory, name), "utf8");
      const mail = await PostalMime.parse(raw);
      const calendar = new TextDecoder().decode(mail.attachments[0]?.content as ArrayBuffer);
      const path = /https:\/\/rodedraad\.example(\/aanvraag\/[\w-]+)/.exec(mail.text ?? "")?.[1] ?? "";
      const all = [raw, mail.text, mail.html, mail.subject, calendar].join("\n");
      return { requestId: name.replace(/\.eml$/, ""), path, all };
    }),
  );
}
