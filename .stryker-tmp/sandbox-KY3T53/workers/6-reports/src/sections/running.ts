import type { ProposalState } from "@rode-draad/domain";
import { formatName } from "../proposal-card.js";
import type { ReportInput, RunningInitiative } from "../report-input.js";
import type { RunningRow } from "../theme-report.js";

const NEXT_STEP: Partial<Record<ProposalState, string>> = {
  "picked-up": "Een plek en een partner zoeken",
  requested: "Wachten op het antwoord van de partner",
};

/** Section 5: what runs, with visitors as a band. What is not known is said, not left blank. */
export function listRunning(input: ReportInput): { readonly rows: readonly RunningRow[] } {
  return { rows: input.running.map((initiative) => runningRow(initiative, input)) };
}

function runningRow(initiative: RunningInitiative, input: ReportInput): RunningRow {
  return {
    title: initiative.title,
    form: formatName(input.catalogue, initiative.formatId),
    visitors: initiative.visitors === undefined ? "Nog niet bekend" : `${initiative.visitors.label} mensen`,
    opinion: initiative.opinion ?? "Nog niet bekend",
    next: initiative.next ?? NEXT_STEP[initiative.state] ?? "Nog geen",
  };
}
