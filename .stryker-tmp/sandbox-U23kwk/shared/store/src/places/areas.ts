import type { AreaCode, MunicipalityId } from "@rode-draad/domain";
import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";

/** A wijk by its CBS code, with the other names under which sources know it. */
export interface Area {
  readonly code: AreaCode;
  readonly name: string;
  /** Lower case. */
  readonly aliases: readonly string[];
}

/** Adds areas or renames them; aliases are added to those that were there. One statement for all areas. */
export async function upsertAreas(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  areas: readonly { readonly code: AreaCode; readonly name: string; readonly aliases?: readonly string[] }[],
): Promise<void> {
  if (areas.length === 0) return;
  const rows = areas.map((area) => ({
    code: area.code,
    name: area.name,
    aliases: [...new Set((area.aliases ?? []).map(asAlias))].sort(),
  }));
  await sql`
    insert into area (municipality_id, code, name, aliases)
    select ${municipalityId}, code, name, aliases
    from json_to_recordset(${JSON.stringify(rows)}::json) as given (code text, name text, aliases text[])
    order by code
    on conflict (municipality_id, code) do update set
      name = excluded.name,
      aliases = (select coalesce(array_agg(distinct alias order by alias), '{}')
                 from unnest(area.aliases || excluded.aliases) as alias)
  `.execute(db);
}

/** The area with this code, name or alias, whatever the case. A code wins over a name. Undefined when there is none. */
export async function findAreaByNameOrCode(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  nameOrCode: string,
): Promise<Area | undefined> {
  const wanted = asAlias(nameOrCode);
  const { rows } = await sql<Area>`
    select code, name, aliases from area
    where municipality_id = ${municipalityId}
      and (lower(code) = ${wanted} or lower(name) = ${wanted} or ${wanted} = any(aliases))
    order by lower(code) = ${wanted} desc, lower(name) = ${wanted} desc, code
    limit 1
  `.execute(db);
  return rows[0];
}

/** All areas by code. A reader of many rows makes one map of these instead of asking per row. */
export async function listAreas(db: StoreDatabase, municipalityId: MunicipalityId): Promise<Area[]> {
  return await db
    .selectFrom("area")
    .select(["code", "name", "aliases"])
    .where("municipality_id", "=", municipalityId)
    .orderBy("code")
    .execute();
}

function asAlias(name: string): string {
  return name.trim().toLowerCase();
}
