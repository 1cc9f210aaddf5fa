import type { MunicipalityId, TeamCode } from "@rode-draad/domain";
import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";

export interface Team {
  readonly code: TeamCode;
  readonly name: string;
}

/** Adds teams. A team without a name is called by its code until somebody names it; a given name replaces the old one. */
export async function ensureTeams(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  teams: readonly { readonly code: TeamCode; readonly name?: string }[],
): Promise<void> {
  if (teams.length === 0) return;
  await sql`
    insert into team (municipality_id, code, name)
    select ${municipalityId}, code, coalesce(name, code)
    from json_to_recordset(${JSON.stringify(teams)}::json) as given (code text, name text)
    order by code
    on conflict (municipality_id, code) do update set name = excluded.name where excluded.name <> excluded.code
  `.execute(db);
}

export async function listTeams(db: StoreDatabase, municipalityId: MunicipalityId): Promise<Team[]> {
  return await db
    .selectFrom("team")
    .select(["code", "name"])
    .where("municipality_id", "=", municipalityId)
    .orderBy("code")
    .execute();
}
