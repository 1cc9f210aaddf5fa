import type { StagePayload } from "@rode-draad/contracts";
import type { Day, MunicipalityId, QuestionId, ThemeId } from "@rode-draad/domain";
import { EmergentAssigner, type EmergentOutcome } from "./emergent/assign-emergent.js";
import type { UnknownQuestion } from "./emergent/unknown-question.js";

/** What the stage needs from the store. */
export interface EmergentThemeTools {
  /** The memory as the last run left it; undefined before the first run. */
  readonly readState: (municipalityId: MunicipalityId) => Promise<SavedEmergentState | undefined>;
  /** Themes that people's decisions rest on: the machine merges none of them into another. */
  readonly readHeldThemes: (municipalityId: MunicipalityId) => Promise<Iterable<ThemeId>>;
  /** Unassigned questions by date and then id, a page at a time; an empty page ends it. */
  readonly readUnassigned: (
    municipalityId: MunicipalityId,
    page: UnassignedPage,
  ) => Promise<readonly UnknownQuestion[]>;
  /**
   * Writes state, themes and assignments in one transaction, and only when the state is still at `expectedVersion` (0 before
   * the first run); otherwise it throws a retryable error and nothing is written.
   */
  readonly save: (municipalityId: MunicipalityId, outcome: EmergentOutcome, expectedVersion: number) => Promise<void>;
}

/** Where a page begins: after a question, and among notes that got their themes at some time or later. */
interface UnassignedPage {
  readonly after?: { readonly date: Day; readonly id: QuestionId };
  readonly themedSince?: Date;
}

export interface SavedEmergentState {
  readonly version: number;
  readonly state: Uint8Array;
}

/** What a run did, for the log. */
export interface EmergentRun {
  readonly taken: number;
  readonly assigned: number;
  readonly themes: number;
}

/**
 * What was read by the last run is read again from a day before its end: the clocks of machines differ, and a note may be written
 * after a younger one. The memory knows what it has seen.
 */
const OVERLAP_MS = 86_400_000;

/** The stage: clusters the unassigned questions it has not seen before. Running it again without new questions writes nothing. */
export async function runEmergentThemes(
  { municipalityId }: StagePayload<"emergent-themes">,
  tools: EmergentThemeTools,
): Promise<EmergentRun> {
  const saved = await tools.readState(municipalityId);
  const assigner = new EmergentAssigner(saved?.state, await tools.readHeldThemes(municipalityId));
  const since = assigner.readUntil === undefined ? {} : { themedSince: addMs(assigner.readUntil, -OVERLAP_MS) };
  let page = await tools.readUnassigned(municipalityId, since);
  while (page.length > 0) {
    assigner.take(page);
    const { date, id } = page.at(-1) as UnknownQuestion;
    page = await tools.readUnassigned(municipalityId, { ...since, after: { date, id } });
  }
  const outcome = assigner.finish();
  if (outcome.taken > 0) await tools.save(municipalityId, outcome, saved?.version ?? 0);
  return { taken: outcome.taken, assigned: outcome.assignments.length, themes: outcome.themes.length };
}

function addMs(time: Date, ms: number): Date {
  return new Date(time.getTime() + ms);
}
