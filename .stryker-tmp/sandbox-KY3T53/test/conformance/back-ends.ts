import { findRedis, type TestRedis } from "@rode-draad/queue/testing";
import { findPostgres } from "@rode-draad/store/testing";

/** In CI (`REQUIRE_BACKENDS=1`) a server that does not answer is a failure; elsewhere its cases are skipped. */
const { REQUIRE_BACKENDS } = process.env;

export async function requirePostgres(): Promise<boolean> {
  const found = (await findPostgres()) !== undefined;
  if (!found && REQUIRE_BACKENDS === "1") throw new Error("REQUIRE_BACKENDS=1, but no Postgres server answers.");
  return found;
}

/** Stop it after the suite. */
export async function requireRedis(): Promise<TestRedis | undefined> {
  const found = await findRedis();
  if (found === undefined && REQUIRE_BACKENDS === "1") throw new Error("REQUIRE_BACKENDS=1, but no Redis answers.");
  return found;
}
