import { type MunicipalityId, ProductError } from "@rode-draad/domain";
import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";

/** The clusterer's memory. */
export interface EmergentState {
  readonly version: number;
  readonly state: Uint8Array;
}

/** Undefined before the first run; write that one with `expectedVersion` 0. */
export async function readEmergentState(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
): Promise<EmergentState | undefined> {
  return await db
    .selectFrom("emergent_state")
    .select(["version", "state"])
    .where("municipality_id", "=", municipalityId)
    .executeTakeFirst();
}

/**
 * Replaces the memory that was read at `expectedVersion`. When another run wrote in between, nothing is written and a
 * ProductError says so: reading again and doing the work again helps. Write it in one transaction with its assignments.
 */
export async function writeEmergentState(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  change: { readonly expectedVersion: number; readonly state: Uint8Array },
): Promise<void> {
  const state = Buffer.from(change.state);
  const { rows } = await sql`
    insert into emergent_state (municipality_id, version, state)
    select ${municipalityId}, 1, ${state} where ${change.expectedVersion}::integer = 0
       or exists (select from emergent_state where municipality_id = ${municipalityId})
    on conflict (municipality_id) do update set version = emergent_state.version + 1, state = excluded.state
      where emergent_state.version = ${change.expectedVersion}
    returning version
  `.execute(db);
  if (rows.length === 0) {
    throw new ProductError("emergent-state-moved", "Een andere verwerking van de nieuwe thema's was sneller.", {
      retryable: true,
      detail: `expected version ${change.expectedVersion}`,
    });
  }
}
