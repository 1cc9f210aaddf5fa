import {
  type AreaCode,
  type Initiative,
  type InitiativeState,
  type MunicipalityId,
  markSafe,
} from "@rode-draad/domain";
import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";

/** Initiatives with the colleagues who carry them, the latest first. One statement. */
export async function listInitiatives(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  filter: {
    readonly states?: readonly InitiativeState[];
    readonly areaCode?: AreaCode;
    readonly proposalId?: string;
    readonly ids?: readonly string[];
  } = {},
): Promise<Initiative[]> {
  let query = selectInitiatives(db, municipalityId).orderBy("created_at", "desc").orderBy("id");
  if (filter.states !== undefined) query = query.where("state", "in", filter.states);
  if (filter.areaCode !== undefined) query = query.where(sql`offer->>'areaCode'`, "=", filter.areaCode);
  if (filter.proposalId !== undefined) query = query.where("proposal_id", "=", filter.proposalId);
  if (filter.ids !== undefined) query = query.where("id", "in", filter.ids);
  return (await query.execute()).map(toInitiative);
}

/** Undefined when there is none with this id. */
export async function readInitiative(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  initiativeId: string,
): Promise<Initiative | undefined> {
  const row = await selectInitiatives(db, municipalityId).where("id", "=", initiativeId).executeTakeFirst();
  return row && toInitiative(row);
}

/**
 * The initiative with all that it grew out of and all that grew out of it, the oldest first. Empty when there is none with this
 * id. Two statements, whatever the length.
 */
export async function readInitiativeChain(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  initiativeId: string,
): Promise<Initiative[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive earlier as (
      select id, follow_up_of from initiative where municipality_id = ${municipalityId} and id = ${initiativeId}
      union
      select former.id, former.follow_up_of from initiative as former
      join earlier on earlier.follow_up_of = former.id where former.municipality_id = ${municipalityId}
    ), chain as (
      select id from earlier where follow_up_of is null
      union
      select later.id from initiative as later
      join chain on chain.id = later.follow_up_of where later.municipality_id = ${municipalityId}
    )
    select id from chain
  `.execute(db);
  if (rows.length === 0) return [];
  const chain = await listInitiatives(db, municipalityId, { ids: rows.map(({ id }) => id) });
  return chain.reverse();
}

function selectInitiatives(db: StoreDatabase, municipalityId: MunicipalityId) {
  return db
    .selectFrom("initiative")
    .selectAll("initiative")
    .select(
      sql<readonly { account_id: string; name: string | null; since: string }[]>`(
        select coalesce(json_agg(json_build_object('account_id', carrier.account_id, 'name', account.name, 'since', carrier.since)
                                 order by carrier.since, carrier.account_id), '[]')
        from initiative_carrier as carrier
        left join account on account.municipality_id = carrier.municipality_id and account.id = carrier.account_id
        where carrier.municipality_id = initiative.municipality_id and carrier.initiative_id = initiative.id
      )`.as("carriers"),
    )
    .where("municipality_id", "=", municipalityId);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectInitiatives>["executeTakeFirstOrThrow"]>>;

function toInitiative(row: Row): Initiative {
  const { planned_day: day, planned_from: from, planned_until: until } = row;
  return {
    ...row.offer,
    id: row.id,
    proposalId: row.proposal_id,
    state: row.state,
    stateSince: row.state_since,
    createdAt: row.created_at,
    carriers: row.carriers.map(({ account_id: accountId, name, since }) => ({
      accountId,
      ...(name !== null && { name }),
      since: new Date(since),
    })),
    plan: {
      ...(day !== null && from !== null && until !== null && { date: { day, from, until } }),
      ...(row.date_request_id !== null && { dateRequestId: row.date_request_id }),
      // Only text that passed the gate is written here.
      ...(row.place !== null && { place: markSafe(row.place) }),
      ...(row.capacity !== null && { capacity: row.capacity }),
    },
    ...(row.held_on !== null && { heldOn: row.held_on }),
    ...(row.attendance !== null && { attendance: row.attendance }),
    ...(row.evaluation !== null && { evaluation: row.evaluation }),
    ...(row.hours !== null && { hours: row.hours }),
    ...(row.follow_up_of !== null && { followUpOf: row.follow_up_of }),
  };
}
