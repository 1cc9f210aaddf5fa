import {
  carriersInWords,
  type Initiative,
  type InitiativeOffer,
  type MunicipalityId,
  ProductError,
  type Proposal,
  reviveInitiative,
} from "@rode-draad/domain";
import type { StoreDatabase } from "../open-store.js";
import { proposalUnknown } from "../proposals/review-proposal.js";
import { inTransaction } from "../transaction.js";
import { initiativeUnknown, writeInitiative } from "./change-initiative.js";
import { readInitiative } from "./read-initiatives.js";

/**
 * Picks up a proposal for a colleague. Of two who do so at once one gets it, and the other reads who has it: `initiative-taken`.
 * Who carries it already gets it back, and one that was stopped runs again. The proposal moves to 'picked-up', unless a
 * request for it has gone out already. Throws `proposal-unknown` when there is no such proposal.
 */
export async function pickUpProposal(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  order: { readonly id: string; readonly proposalId: string; readonly accountId: string; readonly followUpOf?: string },
  now: Date,
): Promise<Initiative> {
  return await inTransaction(db, async (transaction) => {
    const proposal = await transaction
      .selectFrom("proposal")
      .select(["state", "content"])
      .where("municipality_id", "=", municipalityId)
      .where("id", "=", order.proposalId)
      .forUpdate()
      .executeTakeFirst();
    if (proposal === undefined) throw proposalUnknown(order.proposalId);
    const id = await startOrRevive(transaction, municipalityId, order, proposal.content, now);
    if (proposal.state !== "picked-up" && proposal.state !== "requested") {
      await transaction
        .updateTable("proposal")
        .set({ state: "picked-up", state_since: now })
        .where("municipality_id", "=", municipalityId)
        .where("id", "=", order.proposalId)
        .execute();
    }
    return await joinInitiative(transaction, municipalityId, id, order.accountId, now);
  });
}

/** A colleague carries it too. Joining twice is joining once. Throws `initiative-unknown`. */
export async function joinInitiative(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  initiativeId: string,
  accountId: string,
  now: Date,
): Promise<Initiative> {
  return await inTransaction(db, async (transaction) => {
    if ((await readInitiative(transaction, municipalityId, initiativeId)) === undefined) {
      throw initiativeUnknown(initiativeId);
    }
    await transaction
      .insertInto("initiative_carrier")
      .values({ municipality_id: municipalityId, initiative_id: initiativeId, account_id: accountId, since: now })
      .onConflict((conflict) => conflict.columns(["municipality_id", "initiative_id", "account_id"]).doNothing())
      .execute();
    const joined = await readInitiative(transaction, municipalityId, initiativeId);
    if (joined === undefined) throw initiativeUnknown(initiativeId);
    return joined;
  });
}

/** The id of the initiative that the proposal has now. The row of the proposal is held, so nobody else starts one. */
async function startOrRevive(
  transaction: StoreDatabase,
  municipalityId: MunicipalityId,
  order: Parameters<typeof pickUpProposal>[2],
  proposal: Proposal,
  now: Date,
): Promise<string> {
  const present = await transaction
    .selectFrom("initiative")
    .select("id")
    .where("municipality_id", "=", municipalityId)
    .where("proposal_id", "=", order.proposalId)
    .where("state", "in", ["idea", "planned", "cancelled"])
    .forUpdate()
    .executeTakeFirst();
  const initiative = present && (await readInitiative(transaction, municipalityId, present.id));
  if (initiative === undefined) {
    await transaction
      .insertInto("initiative")
      .values({
        municipality_id: municipalityId,
        id: order.id,
        proposal_id: order.proposalId,
        created_at: now,
        state_since: now,
        offer: JSON.stringify(offerOf(proposal)),
        follow_up_of: order.followUpOf ?? null,
      })
      .execute();
    return order.id;
  }
  if (initiative.state === "cancelled") {
    await writeInitiative(transaction, municipalityId, reviveInitiative(initiative, now));
    // Whoever stopped it carries it no more.
    await transaction
      .deleteFrom("initiative_carrier")
      .where("municipality_id", "=", municipalityId)
      .where("initiative_id", "=", initiative.id)
      .execute();
    return initiative.id;
  }
  const { carriers } = initiative;
  if (carriers.length > 0 && !carriers.some(({ accountId }) => accountId === order.accountId)) {
    throw initiativeTaken(initiative);
  }
  return initiative.id;
}

function initiativeTaken({ id, carriers }: Initiative): ProductError {
  const have = carriers.length === 1 ? "heeft" : "hebben";
  const who = carriersInWords({ carriers });
  return new ProductError("initiative-taken", `${who} ${have} dit voorstel al opgepakt. Je kunt wel meedoen.`, {
    detail: id,
  });
}

function offerOf(proposal: Proposal): InitiativeOffer {
  const { areaCode, teamCodes, themeIds, careNeeded, title, formatId, partnerIds } = proposal;
  const { turnout, preparationHours, minutesSavedPerVisitor } = proposal;
  return {
    ...{ areaCode, teamCodes, themeIds, careNeeded, title, formatId, partnerIds },
    ...{ turnout, preparationHours, minutesSavedPerVisitor },
  };
}
