import { type Configuration, requireSafeHost } from "@rode-draad/runtime";
import type { KeyFacts } from "@rode-draad/store";
import type { Keyring } from "../keys/judge-keys.js";
import { admitKeys } from "../keys/keep-keys.js";
import { type Check, good, warn } from "./check.js";
import { fromFailure } from "./from-failure.js";

/** What it is called when nobody says otherwise. */
const EXAMPLE_MUNICIPALITY = "voorbeeldstad";

/** Settings that are each right and do not fit together. */
export function judgeSettings(configuration: Configuration): Check[] {
  const checks: Check[] = [];
  try {
    requireSafeHost(configuration);
  } catch (error) {
    checks.push(fromFailure("host", error));
  }
  if (configuration.redisUrl !== undefined && configuration.databaseUrl === undefined)
    checks.push(
      warn(
        "half-settings",
        "De wachtrij staat op Redis, maar de database is die van één proces.",
        "Zet ook DATABASE_URL, of haal REDIS_URL weg.",
      ),
    );
  if (configuration.municipalityId === EXAMPLE_MUNICIPALITY)
    checks.push(
      warn(
        "municipality",
        "De gemeente heet nog Voorbeeldstad, zoals die van de demo.",
        "Zet MUNICIPALITY en MUNICIPALITY_NAME voordat je notities inleest: de korte naam hoort daarna bij alles wat bewaard is.",
      ),
    );
  if (checks.length === 0) checks.push(good("settings", "De instellingen passen bij elkaar."));
  return checks;
}

/**
 * Rule: a server that several machines use needs keys that stand in the settings of each. A key that a machine made for itself gives
 * the same note two identities. `facts`: what the database tells of its keys; absent when there is none, or nobody could look. While
 * nothing is stored no key is missed: the first start makes it.
 */
export function judgeKeySettings(configuration: Configuration, own: Keyring, facts: KeyFacts | undefined): Check[] {
  const checks: Check[] = [];
  const inFiles = configuration.hashKey === undefined || configuration.auditKey === undefined;
  const misfit = facts === undefined ? undefined : misfitOf(configuration, own, facts);
  if (misfit !== undefined) checks.push(misfit);
  else if (inFiles && configuration.databaseUrl !== undefined)
    checks.push(
      warn(
        "keys",
        "HASH_KEY en AUDIT_KEY staan niet allebei in de instellingen, terwijl meer machines de database kunnen gebruiken.",
        `Zet HASH_KEY en AUDIT_KEY, op elke machine gelijk. Staan er al sleutels in ${configuration.directory}? Neem dan die.`,
      ),
    );
  else if (inFiles)
    checks.push(
      own.hash === undefined && own.audit === undefined
        ? good(
            "keys",
            `De sleutels komen vanzelf in ${configuration.directory}. Bewaar dan een kopie, apart van de reservekopie.`,
          )
        : good("keys", `De sleutels staan in ${configuration.directory}. Bewaar een kopie, apart van de reservekopie.`),
    );
  else checks.push(good("keys", "De sleutels staan in de instellingen."));
  if (configuration.textKeys.length === 0 && configuration.databaseUrl !== undefined)
    checks.push(
      warn(
        "text-key",
        "TEXT_KEY staat niet in de instellingen: nieuwe tekst komt onversleuteld in de database.",
        "Was er een TEXT_KEY? Zet die terug. Zo niet: zet een nieuwe, en geef dan: rodedraad key encrypt.",
      ),
    );
  return checks;
}

function misfitOf(configuration: Configuration, own: Keyring, facts: KeyFacts): Check | undefined {
  try {
    admitKeys(configuration, own, facts);
    return undefined;
  } catch (error) {
    return fromFailure("keys", error);
  }
}
