import { inspectRedis } from "@rode-draad/queue";
import { type Configuration, markKeys, readConfiguration } from "@rode-draad/runtime";
import { type DatabaseFacts, inspectDatabase, isStoreThere } from "@rode-draad/store";
import { type Check, good, warn } from "./check.js";
import { fromFailure } from "./from-failure.js";
import { checkFolder } from "./judge-place.js";
import { judgeClock, judgeMemoryPolicy, judgePersistence, judgeWritable } from "./judge-servers.js";
import { judgeKeys, judgeSettings } from "./judge-settings.js";
import { judgeDatabaseVersion, judgeNode, judgeRedisVersion, judgeSchema } from "./judge-versions.js";
import { checkReach } from "./reach.js";

/**
 * Looks at everything that an installation stands on and changes nothing: settings, versions, servers, schema, clocks, keys, disk.
 * What cannot be looked at because something before it failed is left out.
 */
export async function examine(
  environment: Readonly<Record<string, string | undefined>>,
  now: () => number = Date.now,
): Promise<Check[]> {
  const node = judgeNode(process.versions.node);
  let configuration: Configuration;
  try {
    configuration = readConfiguration(environment);
  } catch (error) {
    return [node, fromFailure("settings", error)];
  }
  const { smtpUrl, signInProvider } = configuration;
  const database = await examineDatabase(configuration, now);
  const parts = await Promise.all([
    checkFolder(configuration.directory),
    database.checks,
    examineQueue(configuration, now),
    smtpUrl === undefined ? [] : checkReach("mail", "De mailserver", smtpUrl, "SMTP_URL"),
    signInProvider === undefined
      ? []
      : checkReach("sign-in", "Het inloggen van buiten", signInProvider.issuer, "OIDC_ISSUER"),
    examineKeys(configuration, database.isFilled),
  ]);
  return [node, ...judgeSettings(configuration), ...parts.flat()];
}

/** The same for a product that runs: its settings hold and its database answers, or nobody could ask. */
export async function examineRunning(
  configuration: Configuration,
  facts: Pick<DatabaseFacts, "schema">,
  now: () => number = Date.now,
): Promise<Check[]> {
  const parts = await Promise.all([checkFolder(configuration.directory), examineQueue(configuration, now)]);
  return [judgeSchema(facts), ...parts.flat()];
}

interface DatabaseExam {
  readonly checks: readonly Check[];
  /** There are tables, so there can be notes whose ids were made with a key. */
  readonly isFilled: boolean;
}

async function examineDatabase(configuration: Configuration, now: () => number): Promise<DatabaseExam> {
  if (!isStoreThere(configuration)) {
    const found = `In ${configuration.directory} staat nog geen database.`;
    const toDo = "Dat komt vanzelf bij rodedraad serve of rodedraad import.";
    return { checks: [warn("database", found, toDo)], isFilled: false };
  }
  try {
    const facts = await inspectDatabase(configuration, now);
    const checks = [
      judgeDatabaseVersion(facts),
      judgeSchema(facts),
      judgeWritable(facts),
      // The embedded database has the clock of this very process.
      ...(facts.engine === "postgres" ? [judgeClock("database-clock", "de database", facts.clockAheadMs)] : []),
    ];
    return { checks, isFilled: facts.schema.found > 0 };
  } catch (error) {
    const failed = fromFailure("database", error);
    if (!isInUse(error)) return { checks: [failed], isFilled: false };
    const toDo = "Stop dat programma eerst als je ook in de database wilt kijken.";
    return { checks: [warn("database", failed.found, toDo)], isFilled: true };
  }
}

function isInUse(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "database-folder-in-use";
}

/** What an operator must know of the server that the queue is on. */
export async function examineQueue(
  { redisUrl }: Pick<Configuration, "redisUrl">,
  now: () => number = Date.now,
): Promise<Check[]> {
  if (redisUrl === undefined) return [good("queue", "De wachtrij staat in de database.")];
  try {
    const facts = await inspectRedis(redisUrl, now);
    return [
      judgeRedisVersion(facts),
      judgeClock("redis-clock", facts.name, facts.clockAheadMs),
      judgeMemoryPolicy(facts),
      judgePersistence(facts),
    ];
  } catch (error) {
    return [fromFailure("redis", error)];
  }
}

async function examineKeys(configuration: Configuration, isFilled: boolean): Promise<Check[]> {
  try {
    return judgeKeys(configuration, await markKeys(configuration), isFilled);
  } catch (error) {
    return [fromFailure("keys", error)];
  }
}
