import type { MunicipalityId, Proposal } from "@rode-draad/domain";
import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";

export interface SavedProposals {
  readonly added: readonly string[];
  /** Open proposals whose content changed. */
  readonly updated: readonly string[];
}

/**
 * Stores proposals by their need: a new need is added, an open one gets the new content under its old id, and one that a
 * person has decided about stays as it was. So the same need is never proposed twice. One statement.
 */
export async function saveProposals(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  proposals: readonly Proposal[],
  now: Date,
): Promise<SavedProposals> {
  if (proposals.length === 0) return { added: [], updated: [] };
  const byNeed = new Map(proposals.map((proposal) => [proposal.needKey, proposal]));
  const rows = [...byNeed.values()].map((content) => ({ content }));
  const { rows: written } = await sql<{ id: string; added: boolean }>`
    insert into proposal (municipality_id, id, need_key, month, area_code, content, state_since)
    select ${municipalityId}, content->>'id', content->>'needKey', content->>'month', content->>'areaCode', content,
           ${now}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json) as given (content jsonb)
    order by content->>'needKey'
    on conflict (municipality_id, need_key) do update set
      month = excluded.month, content = excluded.content || jsonb_build_object('id', proposal.id)
    where proposal.state = 'open' and proposal.content <> excluded.content || jsonb_build_object('id', proposal.id)
    returning id, xmax = 0 as added
  `.execute(db);
  return {
    added: written.filter((row) => row.added).map((row) => row.id),
    updated: written.filter((row) => !row.added).map((row) => row.id),
  };
}
