import type { Day, MunicipalityId } from "@rode-draad/domain";
import type { StoreDatabase } from "../open-store.js";

/** Remembers that a client objected, by a keyed hash of its own kind. Saying it again changes nothing. */
export async function addObjection(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  objection: { readonly id: string; readonly since: Day },
): Promise<void> {
  await db
    .insertInto("objection")
    .values({ municipality_id: municipalityId, ...objection })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Which of these ids belong to a client who objected. */
export async function findObjections(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom("objection")
    .select("id")
    .where("municipality_id", "=", municipalityId)
    .where("id", "in", [...new Set(ids)])
    .execute();
  return new Set(rows.map((row) => row.id));
}
