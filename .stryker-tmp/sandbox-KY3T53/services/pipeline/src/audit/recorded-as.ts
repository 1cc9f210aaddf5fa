import { type AuditAbout, type Audited, recorded } from "@rode-draad/api";
import { actAs } from "@rode-draad/runtime";
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
