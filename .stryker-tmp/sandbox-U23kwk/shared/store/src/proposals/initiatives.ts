import type { MunicipalityId } from "@rode-draad/domain";
import type { StoreDatabase } from "../open-store.js";
import { inTransaction } from "../transaction.js";
import { proposalUnknown } from "./review-proposal.js";

/** A proposal that somebody picked up. */
export interface Initiative {
  readonly id: string;
  readonly proposalId: string;
  /** Stopped when the proposal was refused or put off after all. */
  readonly state: "picked-up" | "stopped";
  readonly createdAt: Date;
}

/**
 * Picks up a proposal. A proposal has one initiative: who comes second gets the first one's back, and one that was stopped
 * runs again. The proposal moves to 'picked-up', unless a request for it has gone out already. Throws `proposal-unknown` when there is no such proposal.
 */
export async function createInitiative(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  initiative: { readonly id: string; readonly proposalId: string },
  now: Date,
): Promise<Initiative> {
  return await inTransaction(db, async (transaction) => {
    const proposal = await transaction
      .selectFrom("proposal")
      .select("state")
      .where("municipality_id", "=", municipalityId)
      .where("id", "=", initiative.proposalId)
      .forUpdate()
      .executeTakeFirst();
    if (proposal === undefined) throw proposalUnknown(initiative.proposalId);
    await transaction
      .insertInto("initiative")
      .values({
        municipality_id: municipalityId,
        id: initiative.id,
        proposal_id: initiative.proposalId,
        created_at: now,
      })
      .onConflict((conflict) =>
        conflict.columns(["municipality_id", "proposal_id"]).doUpdateSet({ state: "picked-up" }),
      )
      .execute();
    if (proposal.state !== "picked-up" && proposal.state !== "requested") {
      await transaction
        .updateTable("proposal")
        .set({ state: "picked-up", state_since: now })
        .where("municipality_id", "=", municipalityId)
        .where("id", "=", initiative.proposalId)
        .execute();
    }
    const row = await transaction
      .selectFrom("initiative")
      .select(["id", "proposal_id", "state", "created_at"])
      .where("municipality_id", "=", municipalityId)
      .where("proposal_id", "=", initiative.proposalId)
      .executeTakeFirstOrThrow();
    return { id: row.id, proposalId: row.proposal_id, state: row.state, createdAt: row.created_at };
  });
}

/** The latest first. */
export async function listInitiatives(db: StoreDatabase, municipalityId: MunicipalityId): Promise<Initiative[]> {
  const rows = await db
    .selectFrom("initiative")
    .select(["id", "proposal_id", "state", "created_at"])
    .where("municipality_id", "=", municipalityId)
    .orderBy("created_at", "desc")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({ id: row.id, proposalId: row.proposal_id, state: row.state, createdAt: row.created_at }));
}
