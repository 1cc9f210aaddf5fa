import type { RedisFacts } from "@rode-draad/queue";
import type { DatabaseFacts } from "@rode-draad/store";
import { act, type Check, good, warn } from "./check.js";

/** Where every library that we use still works; see `engines` in package.json. */
const NODE_MIN = "20.19";
/** The queue's own minimum. */
const POSTGRES_MIN = "13";
/** BullMQ's own advice; before it a worker looks anew every second instead of being told. */
const REDIS_MIN = "6.2";

/** Compares numbers with dots between them, by part. Letters behind a part, as in `18beta1`, do not count. */
export function isOlder(version: string, than: string): boolean {
  const [left, right] = [version, than].map((text) => text.split(".").map((part) => Number.parseInt(part, 10) || 0));
  for (let part = 0; part < Math.max(left?.length ?? 0, right?.length ?? 0); part += 1) {
    const difference = (left?.[part] ?? 0) - (right?.[part] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

export function judgeNode(version: string): Check {
  return isOlder(version, NODE_MIN)
    ? act("node-version", `Node is versie ${version}.`, `Installeer Node ${NODE_MIN} of nieuwer.`)
    : good("node-version", `Node is versie ${version}.`);
}

export function judgeDatabaseVersion({ engine, serverVersion }: DatabaseFacts): Check {
  const found = `${engine === "pglite" ? "De eigen database" : "Postgres"} antwoordt, versie ${serverVersion}.`;
  return isOlder(serverVersion, POSTGRES_MIN)
    ? act("database", found, `Neem Postgres ${POSTGRES_MIN} of nieuwer.`)
    : good("database", found);
}

export function judgeRedisVersion({ name, version }: RedisFacts): Check {
  const found = `${name} antwoordt, versie ${version}.`;
  return isOlder(version, REDIS_MIN)
    ? warn("redis", found, `Neem Redis ${REDIS_MIN} of nieuwer: een oudere werkt, maar trager.`)
    : good("redis", found);
}

/**
 * Rule: a program works on the schema it knows. An older one is brought up to date by the first program that starts, so it is only
 * worth a warning; a newer one is refused by every program.
 */
export function judgeSchema({ schema: { found, known } }: Pick<DatabaseFacts, "schema">): Check {
  if (found === 0)
    return warn("schema", "De database is nog leeg.", "Geef rodedraad migrate, of start rodedraad serve.");
  if (found < known)
    return warn(
      "schema",
      `De database heeft schema ${found}, dit programma kent ${known}.`,
      "Maak een reservekopie en geef dan: rodedraad migrate.",
    );
  if (found > known)
    return act(
      "schema",
      `De database heeft schema ${found}, dit programma kent pas ${known}.`,
      "Een nieuwere versie heeft haar bijgewerkt. Installeer die nieuwere versie hier ook.",
    );
  return good("schema", `De database heeft het schema van dit programma (${known}).`);
}
