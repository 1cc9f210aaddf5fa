import type { MunicipalityId, Proposal } from "@rode-draad/domain";
import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";

export interface SavedProposals {
  readonly added: readonly string[];
  /** Proposals whose content changed, and refused or put-off ones that are open again. */
  readonly updated: readonly string[];
}

/**
 * How long a "no" or a "later" is out of this function's reach, so that a run that read the store just before a person
 * answered does not undo the answer. How long an answer holds is a rule of the proposals themselves, and much longer.
 */
const ANSWER_STANDS_MS = 86_400_000;

/**
 * Stores proposals by their need: a new need is added, an open one gets the new content under its old id, a refused or
 * put-off one, or one whose evening was held, is opened again, and one that somebody works on stays as it was. So the same need never stands there twice.
 * One statement.
 */
export async function saveProposals(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  proposals: readonly Proposal[],
  now: Date,
): Promise<SavedProposals> {
  if (proposals.length === 0) return { added: [], updated: [] };
  const byNeed = new Map(proposals.map((proposal) => [proposal.needKey, proposal]));
  const answeredBefore = new Date(now.getTime() - ANSWER_STANDS_MS);
  const rows = [...byNeed.values()].map((content) => ({ content }));
  const { rows: written } = await sql<{ id: string; added: boolean }>`
    insert into proposal (municipality_id, id, need_key, month, area_code, content, state_since)
    select ${municipalityId}, content->>'id', content->>'needKey', content->>'month', content->>'areaCode', content,
           ${now}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json) as given (content jsonb)
    order by content->>'needKey'
    on conflict (municipality_id, need_key) do update set
      month = excluded.month, content = excluded.content || jsonb_build_object('id', proposal.id), state = 'open',
      state_since = case proposal.state when 'open' then proposal.state_since else excluded.state_since end
    where proposal.state = 'open' and proposal.content <> excluded.content || jsonb_build_object('id', proposal.id)
       or proposal.state in ('refused', 'later', 'held') and proposal.state_since < ${answeredBefore}::timestamptz
    returning id, xmax = 0 as added
  `.execute(db);
  return {
    added: written.filter((row) => row.added).map((row) => row.id),
    updated: written.filter((row) => !row.added).map((row) => row.id),
  };
}
