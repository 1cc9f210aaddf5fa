import type { MunicipalityId, ThemeEffect, ToldEffect } from "@rode-draad/domain";
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
        where content->'told'->>'initiativeId' = effect.initiative_id and content->'told'->>'themeId' = effect.theme_id)
    `.execute(transaction);
    // An initiative that went in the meantime takes its effect with it.
    await sql`
      insert into initiative_effect (municipality_id, initiative_id, theme_id, content)
      select ${municipalityId}, content->'told'->>'initiativeId', content->'told'->>'themeId', content from ${given}
      where exists (select from initiative where municipality_id = ${municipalityId} and id = content->'told'->>'initiativeId')
      order by 2, 3
      on conflict (municipality_id, initiative_id, theme_id) do update set content = excluded.content
      where initiative_effect.content <> excluded.content
    `.execute(transaction);
  });
}

/** All effects with the exact counts that they rest on, by initiative and theme. For the stage; pages take `listToldEffects`. */
export async function listEffects(db: StoreDatabase, municipalityId: MunicipalityId): Promise<ThemeEffect[]> {
  const rows = await db
    .selectFrom("initiative_effect")
    .select("content")
    .where("municipality_id", "=", municipalityId)
    .orderBy("initiative_id")
    .orderBy("theme_id")
    .execute();
  return rows.map(({ content }) => content);
}

/** What may be told of these initiatives, by initiative and theme. */
export async function listToldEffects(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  initiativeIds: readonly string[],
): Promise<ToldEffect[]> {
  const { rows } = await sql<{ told: ToldEffect }>`
    select content->'told' as told from initiative_effect
    where municipality_id = ${municipalityId} and initiative_id = any(${[...initiativeIds]}::text[])
    order by initiative_id, theme_id
  `.execute(db);
  return rows.map(({ told }) => told);
}
