import type { StoreDatabase } from "../open-store.js";
import { keyIdsOf, textKeyUnknown } from "./text-cipher.js";

/**
 * Rule: a store with texts that none of the keys opens is not used at all. One sentence at the start is better than a failure at
 * each note, and nothing is written under a key that somebody mistyped. Two looks at an index: with the present and the previous
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
  if ([first, last].some((id) => id !== null && !known.includes(id))) throw textKeyUnknown();
}
