import type { Month, MunicipalityId } from "@rode-draad/domain";
import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";

/**
 * Deletes the open proposals of a month, the latest one that has questions, whose need is not among those of its latest run: the counts
 * that they rested on have changed, or another offer serves the need now. So do those of a later month, which has no questions left.
 * One that somebody decided about or works on stays. Gives how many went. One statement.
 */
export async function withdrawProposals(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  month: Month,
  needKeys: readonly string[],
): Promise<number> {
  const { rows } = await sql`
    delete from proposal
    where municipality_id = ${municipalityId} and month >= ${month} and state = 'open'
      and need_key <> all(${[...needKeys]}::text[])
      and not exists (select from initiative where initiative.municipality_id = proposal.municipality_id
                        and initiative.proposal_id = proposal.id)
      and not exists (select from proposal_review where proposal_review.municipality_id = proposal.municipality_id
                        and proposal_review.proposal_id = proposal.id)
    returning id
  `.execute(db);
  return rows.length;
}
