import { loadCatalogue } from "@rode-draad/catalogue";
import type { Proposal, Signal } from "@rode-draad/domain";
import { releaseNeed } from "@rode-draad/privacy";
import { expect } from "vitest";
import type { NeedCount, ProposalInput } from "../src/proposal-input.js";
import { proposeInitiatives } from "../src/propose-initiatives.js";

/** Builders for the tests of this package: a need above every floor in Oost, and the input around it. */
export const catalogue = loadCatalogue();
export const OOST = "WK000001";
export const WEST = "WK000002";

export function count(themeId: string, changes: Partial<NeedCount> = {}): NeedCount {
  const { cases = 18, professionals = 4 } = changes;
  return {
    shown: releaseNeed({ cases, professionals }, catalogue.privacyParameters),
    themeId,
    areaCode: OOST,
    teamCodes: ["NOORD"],
    cases,
    professionals,
    firstDay: "2026-08-03",
    lastDay: "2026-10-28",
    ...changes,
  };
}

export function input(counts: readonly NeedCount[], changes: Partial<ProposalInput> = {}): ProposalInput {
  return {
    month: "2026-10",
    catalogue,
    counts,
    signals: [],
    emergentThemes: [],
    knots: [],
    areaNames: new Map([
      [OOST, "Oost"],
      [WEST, "West"],
    ]),
    earlier: [],
    ...changes,
  };
}

export function propose(counts: readonly NeedCount[], changes: Partial<ProposalInput> = {}): readonly Proposal[] {
  return proposeInitiatives(input(counts, changes)).proposals;
}

export function proposeOne(counts: readonly NeedCount[], changes: Partial<ProposalInput> = {}): Proposal {
  const proposals = propose(counts, changes);
  expect(proposals).toHaveLength(1);
  return proposals[0] as Proposal;
}

export function rise(themeId: string, changes: Partial<Signal> = {}): Signal {
  return {
    id: `s-${themeId}`,
    themeId,
    areaCode: OOST,
    kind: "rising",
    week: "2026-W42",
    cases: 12,
    expected: 4,
    explanation: { kind: "unexplained" },
    ...changes,
  };
}
