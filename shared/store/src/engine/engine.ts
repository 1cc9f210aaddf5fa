import type { PoolConfig } from "pg";

/**
 * What the store needs of a database: how node-postgres connects to it, and how it is closed. One folder per
 * implementation, with the same file name in each. The engine owns what it opened; it is closed after all connections.
 */
export interface Engine {
  readonly name: "pglite" | "postgres";
  /** For the store itself and for the queue; without a search path, which each sets for its own schema. */
  readonly connection: PoolConfig;
  close(): Promise<void>;
}

/** The product's own tables; the queue keeps its own in `QUEUE_SCHEMA`. */
export const STORE_SCHEMA = "rodedraad";
export const QUEUE_SCHEMA = "bullmq";
