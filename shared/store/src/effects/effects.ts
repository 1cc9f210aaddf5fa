import type { MunicipalityId, ThemeEffect } from "@rode-draad/domain";
import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";
import { inTransaction } from "../transaction.js";

/** Makes these the effects of the municipality; what is not among them goes. Writing the same again changes nothing. One transaction. */
export async function replaceEffects(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  effects: readonly ThemeEffect[],
): Promise<void> {
  const rows = effects.map((content) => ({ content }));
  const given = sql`json_to_recordset(${JSON.stringify(rows)}::json) as given (content jsonb)`;
  await inTransaction(db, async (transaction) => {
    await sql`
      delete from initiative_effect as effect where effect.municipality_id = ${municipalityId} and not exists (
        select from ${given}
        where content->>'initiativeId' = effect.initiative_id and content->>'themeId' = effect.theme_id)
    `.execute(transaction);
    // An initiative that went in the meantime takes its effect with it.
    await sql`
      insert into initiative_effect (municipality_id, initiative_id, theme_id, content)
      select ${municipalityId}, content->>'initiativeId', content->>'themeId', content from ${given}
      where exists (select from initiative where municipality_id = ${municipalityId} and id = content->>'initiativeId')
      order by 2, 3
      on conflict (municipality_id, initiative_id, theme_id) do update set content = excluded.content
      where initiative_effect.content <> excluded.content
    `.execute(transaction);
  });
}

/** The effects of all initiatives, or of one, by initiative and theme. Exact counts are in them: only words may leave. */
export async function listEffects(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  filter: { readonly initiativeId?: string } = {},
): Promise<ThemeEffect[]> {
  let query = db.selectFrom("initiative_effect").select("content").where("municipality_id", "=", municipalityId);
  if (filter.initiativeId !== undefined) query = query.where("initiative_id", "=", filter.initiativeId);
  const rows = await query.orderBy("initiative_id").orderBy("theme_id").execute();
  return rows.map(({ content }) => content);
}
