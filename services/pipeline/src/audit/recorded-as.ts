import { type AuditAbout, type Audited, changed, recorded } from "@rode-draad/api";
import { actAs } from "@rode-draad/runtime";
import type { StoreDatabase } from "@rode-draad/store";
import type { Product } from "../open-product.js";

/** Does what a stage, a schedule or a command on the server is there for, and writes it down as done by that. */
export async function recordedAs<Result>(
  systemId: string,
  { audit }: Pick<Product, "audit">,
  audited: Audited,
  work: () => Promise<Result>,
  about?: (result: Result) => AuditAbout,
): Promise<Result> {
  return await actAs({ kind: "system", id: systemId }, () => recorded(audit, audited, work, about));
}

/** The same for a change that is one transaction of the store, which its entries are then part of. */
export async function changedAs<Result>(
  systemId: string,
  { audit, store: { db } }: Pick<Product, "audit" | "store">,
  audited: Audited,
  work: (db: StoreDatabase) => Promise<Result>,
  about?: (result: Result) => AuditAbout | readonly AuditAbout[],
): Promise<Result> {
  return await recordedAs(systemId, { audit }, audited, () => changed({ db, audit }, audited, work, about));
}
