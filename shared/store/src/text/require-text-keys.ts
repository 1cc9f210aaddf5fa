import { sql } from "kysely";
import { keyIdOfState, SEALED_HEAD_BYTES } from "../emergent/emergent-state.js";
import type { StoreDatabase } from "../open-store.js";
import { keyIdsOf, textKeyUnknown } from "./text-cipher.js";

/**
 * Rule: a store with texts that none of the keys opens is not used at all. One sentence at the start is better than a failure at
 * each note, and nothing is written under a key that somebody mistyped. Two looks at an index: and one at each memory of themes: with the present and the previous
 * key at hand, another one is the first or the last, or shows when its note is read.
 *
 * @throws ProductError `text-key-unknown`
 */
export async function requireTextKeys(db: StoreDatabase): Promise<void> {
  const known = keyIdsOf(db);
  const { first, last } = await db
    .selectFrom("case_note")
    .select(({ fn }) => [fn.min("text_key").as("first"), fn.max("text_key").as("last")])
    .where("text_key", "is not", null)
    .where("text", "is not", null)
    .executeTakeFirstOrThrow();
  const heads = await db
    .selectFrom("emergent_state")
    .select(sql<Buffer>`substring(state from 1 for ${SEALED_HEAD_BYTES}::integer)`.as("head"))
    .execute();
  const used = [first, last, ...heads.map(({ head }) => keyIdOfState(Buffer.from(head)))];
  if (used.some((id) => id !== null && !known.includes(id))) throw textKeyUnknown();
}
