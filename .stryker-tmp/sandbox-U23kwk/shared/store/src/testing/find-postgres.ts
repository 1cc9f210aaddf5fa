import { userInfo } from "node:os";
import pg from "pg";

/** A server on this machine answers at once or not at all. */
const CONNECT_TIMEOUT_MS = 1_500;

/**
 * The address of a Postgres server on which scratch databases may be made: DATABASE_URL, else the usual place on this
 * machine without a password. Undefined when none answers.
 */
export async function findPostgres(environment: NodeJS.ProcessEnv = process.env): Promise<string | undefined> {
  const users = ["postgres", userInfo().username];
  const candidates = environment.DATABASE_URL
    ? [environment.DATABASE_URL]
    : users.map((user) => `postgres://${user}@127.0.0.1:5432/postgres`);
  for (const candidate of candidates) {
    const client = new pg.Client({ connectionString: candidate, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
    client.on("error", () => undefined);
    try {
      await client.connect();
      await client.query("select 1");
      await client.end();
      return candidate;
    } catch {
      // Not this one; the next may answer.
    }
  }
  return undefined;
}
