import type { RedisFacts } from "@rode-draad/queue";
import type { DatabaseFacts } from "@rode-draad/store";
import { act, type Check, good, warn } from "./check.js";

/** Times in the log and on pages are off by this much without anybody minding. */
const CLOCK_OFF_MAX_MS = 5_000;
/** Jobs are locked for half a minute by the clock of the worker; three times that was tested and does no harm. */
const CLOCK_HARMFUL_MS = 90_000;

/** Rule: clocks that differ more than the locks of jobs were tested for must be set right. */
export function judgeClock(id: string, whose: string, aheadMs: number): Check {
  const off = Math.abs(aheadMs);
  if (off <= CLOCK_OFF_MAX_MS) return good(id, `De klok van ${whose} loopt gelijk met deze machine.`);
  const found = `De klok van ${whose} loopt ${inWords(off)} ${aheadMs > 0 ? "voor op" : "achter bij"} deze machine.`;
  const toDo = "Zet op beide machines de tijd gelijk met NTP (timedatectl set-ntp true).";
  return off > CLOCK_HARMFUL_MS ? act(id, found, toDo) : warn(id, found, toDo);
}

function inWords(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  return seconds < 120 ? `${seconds} seconden` : `${Math.round(seconds / 60)} minuten`;
}

export function judgeWritable({ isReadOnly }: Pick<DatabaseFacts, "isReadOnly">): Check {
  return isReadOnly
    ? act(
        "database-writable",
        "De database is alleen-lezen.",
        "Zet in DATABASE_URL de hoofdserver, of haal default_transaction_read_only weg.",
      )
    : good("database-writable", "In de database mag worden geschreven.");
}

/** Rule: only `noeviction` keeps jobs when the memory is full. Nothing is lost without it, but work comes minutes later. */
export function judgeMemoryPolicy({ name, memoryPolicy, memoryMaxBytes }: RedisFacts): Check {
  const id = "redis-memory";
  if (memoryPolicy === "noeviction") return good(id, `${name} gooit geen werk weg als zijn geheugen vol is.`);
  const found = `${name} heeft maxmemory-policy ${memoryPolicy}, en gooit werk weg als zijn geheugen vol is.`;
  const toDo = "Zet maxmemory-policy op noeviction.";
  return memoryMaxBytes > 0 ? act(id, found, toDo) : warn(id, found, toDo);
}

export function judgePersistence({ name, isPersistent, failedToWrite }: RedisFacts): Check {
  const id = "redis-persistence";
  if (failedToWrite)
    return act(
      id,
      `${name} kon de laatste keer niet naar zijn schijf schrijven.`,
      "Kijk in zijn logboek en maak ruimte.",
    );
  if (isPersistent === undefined)
    return warn(
      id,
      `${name} vertelt niet of hij op schijf bewaart.`,
      "Vraag het de beheerder van die server. Er gaat niets verloren: Rode Draad maakt verdwenen werk zelf opnieuw.",
    );
  if (!isPersistent)
    return warn(
      id,
      `${name} bewaart niets op schijf.`,
      "Na een herstart van Redis gaat niets verloren: Rode Draad maakt het werk zelf opnieuw, binnen enkele minuten. Zet appendonly yes als je niet wilt wachten.",
    );
  return good(id, `${name} bewaart het werk op schijf.`);
}
