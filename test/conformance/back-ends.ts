import { findPostgres } from "@rode-draad/store/testing";

/** Which servers this run can use. In CI (`REQUIRE_BACKENDS=1`) a missing one is a failure, elsewhere its cases are skipped. */
export async function requirePostgres(): Promise<boolean> {
  const found = (await findPostgres()) !== undefined;
  if (!found && process.env.REQUIRE_BACKENDS === "1")
    throw new Error("REQUIRE_BACKENDS=1, but no Postgres server answers.");
  return found;
}

export const STORE_ENGINES = ["pglite", "postgres"] as const;
