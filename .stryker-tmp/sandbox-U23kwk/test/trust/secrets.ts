import { createHash } from "node:crypto";
import { openStore } from "@rode-draad/store";
import { openText, sealText } from "../../shared/store/src/text/text-cipher.js";
import { atLeast, type FigureRow, shown } from "../quality/figure-row.js";

const NOTES = 20_000;
/** As long as a case note of ten lines. */
const TEXT = "Mevrouw vraagt hoe zij huurtoeslag kan aanvragen en wil weten of de bus nog gaat. ".repeat(10);
/** What encrypting the text of notes at rest costs, in time of the processor, so that a busy machine tells the same. */
export async function measureSecrets(): Promise<FigureRow[]> {
  const store = await openStore({ textKeys: [createHash("sha256").update("bench").digest("base64")] });
  try {
    const start = process.cpuUsage();
    const sealed = Array.from({ length: NOTES }, (_, note) => sealText(store.db, "voorbeeldstad", `n${note}`, TEXT));
    const sealing = process.cpuUsage(start);
    const between = process.cpuUsage();
    const opened = sealed.filter((one, note) => openText(store.db, "voorbeeldstad", `n${note}`, one) === TEXT).length;
    const opening = process.cpuUsage(between);
    return [
      shown("text at rest: microseconds to encrypt a note of 830 characters", (sealing.user + sealing.system) / NOTES),
      shown("text at rest: microseconds to decrypt it", (opening.user + opening.system) / NOTES),
      atLeast("text at rest: share that opens as it was", 1, opened / NOTES),
    ];
  } finally {
    await store.close();
  }
}
