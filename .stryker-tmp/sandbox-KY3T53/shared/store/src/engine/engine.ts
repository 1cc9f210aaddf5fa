import { type MunicipalityId, ProductError } from "@rode-draad/domain";
import type { PoolConfig } from "pg";

/**
 * What the store needs of a database: how node-postgres connects to it, and how it is closed. One folder per
 * implementation, with the same file name in each. The engine owns what it opened; it is closed after all connections.
 */
export interface Engine {
  readonly name: "pglite" | "postgres";
  /** As owner, for migrations and for the queue; without a search path, which each sets for its own schema. */
  readonly connection: PoolConfig;
  /** As the role that sees the rows of this municipality and no other, for as long as the connection lives. */
  connectionFor(municipalityId: MunicipalityId): PoolConfig;
  close(): Promise<void>;
}

/** The product's own tables; the queue keeps its own in `QUEUE_SCHEMA`. */
export const STORE_SCHEMA = "rodedraad";
export const QUEUE_SCHEMA = "bullmq";

/** Reads and writes data and owns nothing; see migration 0013. */
export const APP_ROLE = "rodedraad_app";
/** Names the municipality of a connection to the row-level security of the tables. */
export const MUNICIPALITY_SETTING = "rodedraad.municipality";
/** What an owner that means all municipalities names. No municipality can be called so. */
export const EVERY_MUNICIPALITY = "*";

/** The name goes into SQL and into a start-up parameter, so it is held to the form that the settings allow. */
export function checkedName(municipalityId: MunicipalityId): MunicipalityId {
  if (/^[a-z][a-z0-9-]*$/.test(municipalityId)) return municipalityId;
  throw new ProductError("municipality-unknown", "Deze gemeente kennen wij niet. Controleer MUNICIPALITY.");
}
