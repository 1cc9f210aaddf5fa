import type { Logger } from "@rode-draad/runtime";
import type { Redis } from "ioredis";

/**
 * What Redis must not do with a queue, and what it means when it keeps nothing on disk. Only told: the store is the truth, so no
 * setting loses a note. INFO is used, because hosted servers refuse CONFIG.
 */
export async function warnAboutSettings(client: Redis, logger: Pick<Logger, "warn"> | undefined): Promise<void> {
  const info = readInfo(await client.info());
  const policy = info.get("maxmemory_policy");
  if (policy !== undefined && policy !== "noeviction") {
    logger?.warn(
      { policy },
      `Redis gooit taken weg als zijn geheugen vol is (maxmemory-policy ${policy}). Zet maxmemory-policy op noeviction.`,
    );
  }
  if (info.get("aof_enabled") === "0" && !(await savesSnapshots(client))) {
    logger?.warn(
      {},
      "Redis bewaart niets op schijf. Na een herstart is de wachtrij leeg. Er gaat niets verloren: Rode Draad zoekt het werk zelf weer bij elkaar.",
    );
  }
}

/** A server that does not tell is taken to keep something. */
async function savesSnapshots(client: Redis): Promise<boolean> {
  try {
    const [, rules] = (await client.config("GET", "save")) as string[];
    return rules !== "";
  } catch {
    return true;
  }
}

function readInfo(text: string): Map<string, string> {
  const lines = text.split(/\r?\n/).filter((line) => line.includes(":"));
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1)]));
}
