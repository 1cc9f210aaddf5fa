import { type Initiative, type MunicipalityId, ProductError, wasHeld } from "@rode-draad/domain";
import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";
import { markReportsOutdated } from "../reports/outdated-reports.js";
import { inTransaction } from "../transaction.js";
import { readInitiative } from "./read-initiatives.js";

/**
 * Changes an initiative by a rule of domain, which gets it as it is and gives it back as it must be. The row is held in between,
 * so that of two people who change it at once the second starts from what the first left. Its proposal follows: it counts as
 * held from the evening on. Throws `initiative-unknown`, or what the rule throws.
 */
export async function changeInitiative(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  initiativeId: string,
  change: (initiative: Initiative) => Initiative,
): Promise<Initiative> {
  return await inTransaction(db, async (transaction) => {
    const before = await lockInitiative(transaction, municipalityId, initiativeId);
    const after = change(before);
    await writeInitiative(transaction, municipalityId, after);
    if (wasHeld(after) !== wasHeld(before)) await moveProposal(transaction, municipalityId, after);
    if (after.state !== before.state) await outdateReport(transaction, municipalityId, after);
    return after;
  });
}

async function lockInitiative(
  transaction: StoreDatabase,
  municipalityId: MunicipalityId,
  initiativeId: string,
): Promise<Initiative> {
  await transaction
    .selectFrom("initiative")
    .select("id")
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", initiativeId)
    .forUpdate()
    .execute();
  const initiative = await readInitiative(transaction, municipalityId, initiativeId);
  if (initiative === undefined) throw initiativeUnknown(initiativeId);
  return initiative;
}

/** Everything of an initiative that can change; what it offers and what it grew out of cannot. */
export async function writeInitiative(
  transaction: StoreDatabase,
  municipalityId: MunicipalityId,
  { id, state, stateSince, plan, ...initiative }: Initiative,
): Promise<void> {
  await transaction
    .updateTable("initiative")
    .set({
      state,
      state_since: stateSince,
      planned_day: plan.date?.day ?? null,
      planned_from: plan.date?.from ?? null,
      planned_until: plan.date?.until ?? null,
      date_request_id: plan.dateRequestId ?? null,
      place: plan.place ?? null,
      capacity: plan.capacity ?? null,
      held_on: initiative.heldOn ?? null,
      attendance: initiative.attendance ?? null,
      evaluation: initiative.evaluation === undefined ? null : JSON.stringify(initiative.evaluation),
      hours: initiative.hours === undefined ? null : JSON.stringify(initiative.hours),
    })
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", id)
    .execute();
}

async function moveProposal(
  transaction: StoreDatabase,
  municipalityId: MunicipalityId,
  initiative: Initiative,
): Promise<void> {
  await sql`
    update proposal set state_since = ${initiative.stateSince}::timestamptz, state = case
      when ${wasHeld(initiative)}::boolean then 'held'
      when exists (select from partner_request as request where request.municipality_id = proposal.municipality_id
                                                            and request.initiative_id = ${initiative.id}) then 'requested'
      else 'picked-up' end
    where municipality_id = ${municipalityId} and id = ${initiative.proposalId}
  `.execute(transaction);
}

/** The report of the proposal's month shows what runs and how it went. */
async function outdateReport(
  transaction: StoreDatabase,
  municipalityId: MunicipalityId,
  { proposalId }: Initiative,
): Promise<void> {
  const { month } = await transaction
    .selectFrom("proposal")
    .select("month")
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", proposalId)
    .executeTakeFirstOrThrow();
  await markReportsOutdated(transaction, municipalityId, [month]);
}

export function initiativeUnknown(initiativeId: string): ProductError {
  return new ProductError("initiative-unknown", "Dit initiatief bestaat niet (meer). Ga terug naar het overzicht.", {
    detail: initiativeId,
  });
}
