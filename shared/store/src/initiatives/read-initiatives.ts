import type { AreaCode, Initiative, InitiativeState, MunicipalityId, SafeText } from "@rode-draad/domain";
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
    /** The initiatives that grew out of this one. */
    readonly followUpOf?: string;
  } = {},
): Promise<Initiative[]> {
  let query = selectInitiatives(db, municipalityId).orderBy("created_at", "desc").orderBy("id");
  if (filter.states !== undefined) query = query.where("state", "in", filter.states);
  if (filter.areaCode !== undefined) query = query.where(sql`offer->>'areaCode'`, "=", filter.areaCode);
  if (filter.proposalId !== undefined) query = query.where("proposal_id", "=", filter.proposalId);
  if (filter.followUpOf !== undefined) query = query.where("follow_up_of", "=", filter.followUpOf);
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
      ...(row.place !== null && { place: row.place as SafeText }),
      ...(row.capacity !== null && { capacity: row.capacity }),
    },
    ...(row.held_on !== null && { heldOn: row.held_on }),
    ...(row.attendance !== null && { attendance: row.attendance }),
    ...(row.evaluation !== null && { evaluation: row.evaluation }),
    ...(row.hours !== null && { hours: row.hours }),
    ...(row.follow_up_of !== null && { followUpOf: row.follow_up_of }),
  };
}
