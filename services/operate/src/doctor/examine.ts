import { inspectRedis } from "@rode-draad/queue";
import { type Configuration, readSettings, settingRemedy } from "@rode-draad/runtime";
import { type DatabaseFacts, inspectDatabase, isStoreThere, type KeyFacts } from "@rode-draad/store";
import { readKeyring } from "../keys/keep-keys.js";
import { act, type Check, good, warn } from "./check.js";
import { fromFailure } from "./from-failure.js";
import { checkFolder, isUsable } from "./judge-place.js";
import { judgeClock, judgeMemoryPolicy, judgePersistence, judgeWritable } from "./judge-servers.js";
import { judgeKeySettings, judgeSettings } from "./judge-settings.js";
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
  const { configuration, problems } = readSettings(environment);
  const isWrong = (...names: string[]): boolean => problems.some(({ name }) => names.includes(name));
  const wrong = problems.map((problem) =>
    act(`setting-${problem.name}`, `${problem.name} ${problem.message}.`, settingRemedy(problem)),
  );
  const { smtpUrl, signInProvider } = configuration;
  const folder = await checkFolder(configuration.directory);
  // Without its address, or without its folder, another database than the one that is meant would be looked at.
  const canLook = !isWrong("DATABASE_URL") && (configuration.databaseUrl !== undefined || isUsable(folder));
  const database = canLook ? await examineDatabase(configuration, now) : NOT_LOOKED;
  const parts = await Promise.all([
    folder,
    database.checks,
    isWrong("REDIS_URL") ? [] : examineQueue(configuration, now),
    smtpUrl === undefined ? [] : checkReach("mail", "De mailserver", smtpUrl, "SMTP_URL"),
    signInProvider === undefined
      ? []
      : checkReach("sign-in", "Het inloggen van buiten", signInProvider.issuer, "OIDC_ISSUER"),
    !isUsable(folder) || isWrong("DATABASE_URL", "HASH_KEY", "AUDIT_KEY", "TEXT_KEY")
      ? []
      : examineKeys(configuration, database.keys),
  ]);
  const settings = wrong.length > 0 ? wrong : judgeSettings(configuration);
  return [judgeNode(process.versions.node), ...settings, ...parts.flat()];
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
  /** What it tells of its keys, when there are tables and one could look. */
  readonly keys?: KeyFacts;
}

const NOT_LOOKED: DatabaseExam = { checks: [] };

async function examineDatabase(configuration: Configuration, now: () => number): Promise<DatabaseExam> {
  if (!isStoreThere(configuration)) {
    const found = `In ${configuration.directory} staat nog geen database.`;
    const toDo = "Dat komt vanzelf bij rodedraad serve of rodedraad import.";
    return { checks: [warn("database", found, toDo)] };
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
    return { checks, ...(facts.schema.found > 0 && { keys: facts.keys }) };
  } catch (error) {
    const failed = fromFailure("database", error);
    if (!isInUse(error)) return { checks: [failed] };
    const toDo = "Stop dat programma eerst als je ook in de database wilt kijken.";
    return { checks: [warn("database", failed.found, toDo)] };
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

async function examineKeys(configuration: Configuration, facts: KeyFacts | undefined): Promise<Check[]> {
  try {
    return judgeKeySettings(configuration, await readKeyring(configuration), facts);
  } catch (error) {
    return [fromFailure("keys", error)];
  }
}
