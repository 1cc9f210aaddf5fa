import type { ImportRun } from "@rode-draad/store";

/** Longer than a database is away at a restart. */
const SILENT_MS_MAX = 60_000;

/** Rule: an import that has said nothing for a minute went with its process. Rationale: it says every second that it runs. */
export function isBrokenOff({ finishedAt, seenAt }: Pick<ImportRun, "finishedAt" | "seenAt">, now: Date): boolean {
  return finishedAt === undefined && now.getTime() - seenAt.getTime() > SILENT_MS_MAX;
}
