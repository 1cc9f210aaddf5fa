import type { OpenAuditLog } from "../../services/pipeline/src/audit/open-audit-log.js";

/** What the log says of who did what, the first act first; without numbers and times. */
export async function loggedActs(audit: OpenAuditLog) {
  return (await audit.list({ limit: 100 })).map(({ actor, action, subject, outcome }) => ({
    actor,
    action,
    subject,
    outcome,
  }));
}
