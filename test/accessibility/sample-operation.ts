import type { OperationTools } from "@rode-draad/web";

/** An installation in which one thing of each kind asks for somebody. */
export const sampleOperation: OperationTools = {
  readOperation: async () => ({
    queue: { backEnd: "redis", isReachable: true },
    stages: [
      { stage: "questions", active: 2, waiting: 41, failed: 0 },
      { stage: "known-themes", active: 1, waiting: 12, failed: 3 },
    ],
    hasWorker: true,
    isMoving: false,
    notesStandingStill: 7,
    stuck: [
      {
        reason: "Het lezen van deze notitie kwam niet af binnen de tijd.",
        notes: 2,
        since: new Date("2026-11-01T09:30:00Z"),
      },
    ],
    tasks: [
      { task: "reconcile", doneAt: new Date("2026-11-03T09:58:00Z"), isLate: false },
      { task: "retention", doneAt: new Date("2026-11-01T02:00:00Z"), isLate: true },
    ],
    findings: [{ id: "disk", found: "Op de schijf is 900 MB vrij.", toDo: "Maak binnenkort ruimte vrij." }],
    watched: { waiting: 1, refused: 2 },
    hasBoard: true,
  }),
  retryStuckNotes: async () => 2,
};
