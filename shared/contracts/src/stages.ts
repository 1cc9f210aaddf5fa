import { z } from "zod";

/**
 * The map of the pipeline: which stages there are, in order, what a job of each carries, and which stage it hands over to.
 * A job carries ids only; everything else is read from the store, so that a lost or doubled job does no harm.
 */

const municipalityId = z.string().min(1);

/** Most notes in one job: large enough to spare the queue, small enough to retry cheaply. */
export const NOTES_PER_JOB_MAX = 100;

const noteBatch = z.object({ municipalityId, noteIds: z.array(z.string()).min(1).max(NOTES_PER_JOB_MAX) }).strict();
const wholeMunicipality = z.object({ municipalityId }).strict();

export const stages = {
  /** Cuts stored notes into help questions, context and administration. */
  questions: { payload: noteBatch, next: "known-themes" },
  /** Gives questions a catalogue theme, the safety route, or "unknown". */
  "known-themes": { payload: noteBatch, next: "emergent-themes" },
  /** Clusters the unknown questions of a municipality, once no note is under way. One at a time per municipality. */
  "emergent-themes": { payload: wholeMunicipality, next: "trends" },
  /** Recounts the stale months and raises signals. */
  trends: { payload: wholeMunicipality, next: "proposals" },
  /** Turns signals and counts into proposals, once the reports whose tables they take their numbers from are made. */
  proposals: { payload: wholeMunicipality, next: "reports" },
  /** Writes the reports of the months that changed; as long as there are any, proposals have another turn. */
  reports: { payload: wholeMunicipality, next: "effects" },
  /** Judges what came of evenings that were held. Besides, a schedule starts it, and a person who says how an evening went. */
  effects: { payload: wholeMunicipality, next: null },
  /** Sends one waiting request to a partner. Started by a person's decision, not by a stage. */
  delivery: { payload: z.object({ municipalityId, requestId: z.string() }).strict(), next: null },
  /** Sends one waiting message to a partner: a reminder, an agenda, a result. Started by a person or a term that ran out. */
  messages: { payload: z.object({ municipalityId, messageId: z.string() }).strict(), next: null },
} as const;

export type StageName = keyof typeof stages;
export type StagePayload<Stage extends StageName> = z.infer<(typeof stages)[Stage]["payload"]>;
export const STAGE_NAMES = Object.keys(stages) as StageName[];
