import { loadCatalogue } from "@rode-draad/catalogue";
import type { PartnerRequest, Proposal } from "@rode-draad/domain";
import fc from "fast-check";
import type { RequestDetails } from "../src/compose-request.js";

const catalogue = loadCatalogue();

/** A word that stands in no catalogue and no form. */
export const CANARY = "KANARIE";

/** A proposal with a canary in every field that a partner may not get, and some fields that no type knows. */
export const canaryProposal = fc
  .record({
    theme: fc.constantFrom(...catalogue.themes.filter(({ collective }) => collective !== "never")),
    unnamed: fc.boolean(),
    mark: fc.integer({ min: 0, max: 1_000_000 }),
    turnout: fc.record({ min: fc.integer({ min: 5, max: 30 }), max: fc.integer({ min: 31, max: 60 }) }),
  })
  .map(({ theme, unnamed, mark, turnout }) => {
    const canary = `${CANARY}${mark}`;
    const proposal: Proposal & Record<string, unknown> = {
      id: canary,
      needKey: canary,
      month: canary,
      areaCode: canary,
      teamCodes: [canary],
      themeIds: unnamed ? [canary] : [theme.id],
      careNeeded: true,
      title: `${canary} ${theme.label}`,
      formatId: theme.formatIds[0] ?? "",
      partnerIds: theme.partnerIds,
      whyNow: canary,
      forWhom: canary,
      turnout: { ...turnout, cases: canary } as Proposal["turnout"],
      preparationHours: { min: mark, max: mark },
      minutesSavedPerVisitor: { min: mark, max: mark },
      growsInto: [canary],
      avoid: canary,
      evidence: { rule: canary, band: canary, windowMonths: 3, reasons: [canary] },
      score: mark,
      note: canary,
      caseIds: [canary],
    };
    return { proposal, canary };
  });

/** What a colleague fills in, with a canary in every place that a partner may not get. */
export function detailsWith(canary: string, request: PartnerRequest): RequestDetails {
  const { id, areaName, location } = request;
  const details: RequestDetails & Record<string, unknown> = {
    id,
    areaName,
    location,
    dates: request.dates.map((date) => ({ ...date, remark: canary })),
    contact: { ...request.contact, personnelNumber: canary } as RequestDetails["contact"],
    careConfirmed: true,
    note: canary,
  };
  return details;
}
