import type { StagePayload } from "@rode-draad/contracts";
import type { Month, MunicipalityId, Proposal } from "@rode-draad/domain";
import type { ProposalInput } from "./proposal-input.js";
import { proposeInitiatives } from "./propose-initiatives.js";

/** What the stage needs from the store. */
export interface ProposalTools {
  /** Reads the latest window that may be proposed on; `undefined` when nothing was counted yet, or a report is still to be made. */
  readonly readProposalInput: (municipalityId: MunicipalityId) => Promise<ProposalInput | undefined>;
  /**
   * Writes proposals by need key: a new one as open, an open, refused or put-off one with its new content as open again.
   * It never touches one that somebody picked up or requested. Open ones of the month that are not among them go. Reports that
   * show a changed one are to be made anew.
   */
  readonly saveProposals: (
    municipalityId: MunicipalityId,
    month: Month,
    proposals: readonly Proposal[],
  ) => Promise<void>;
}

/** What a run did, for the log: numbers of proposals, never of cases. */
export interface ProposalRun {
  readonly month?: string;
  readonly proposed: number;
}

/** The stage: reads the window, proposes, saves. Running it again on the same window writes the same rows. */
export async function runProposals(payload: StagePayload<"proposals">, tools: ProposalTools): Promise<ProposalRun> {
  const input = await tools.readProposalInput(payload.municipalityId);
  if (input === undefined) return { proposed: 0 };
  const { proposals } = proposeInitiatives(input);
  await tools.saveProposals(payload.municipalityId, input.month, proposals);
  return { month: input.month, proposed: proposals.length };
}
