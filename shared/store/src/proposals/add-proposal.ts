import type { MunicipalityId, Proposal } from "@rode-draad/domain";
import type { StoreDatabase } from "../open-store.js";

/** Adds a proposal that a person asked for, unless there is one for this need already; that one stays as it is. Gives its id. */
export async function addProposal(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  proposal: Proposal,
  now: Date,
): Promise<string> {
  await db
    .insertInto("proposal")
    .values({
      municipality_id: municipalityId,
      id: proposal.id,
      need_key: proposal.needKey,
      month: proposal.month,
      area_code: proposal.areaCode,
      content: JSON.stringify(proposal),
      state_since: now,
    })
    .onConflict((conflict) => conflict.columns(["municipality_id", "need_key"]).doNothing())
    .execute();
  const { id } = await db
    .selectFrom("proposal")
    .select("id")
    .where("municipality_id", "=", municipalityId)
    .where("need_key", "=", proposal.needKey)
    .executeTakeFirstOrThrow();
  return id;
}
