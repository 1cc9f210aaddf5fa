import { join } from "node:path";
import type { Configuration } from "@rode-draad/runtime";

/** Where the anchors of the audit log stand: where the administrator wants them, else in the product's folder. */
export function anchorPath({ auditAnchor, directory }: Pick<Configuration, "auditAnchor" | "directory">): string {
  return auditAnchor ?? join(directory, "audit-anchor.jsonl");
}
