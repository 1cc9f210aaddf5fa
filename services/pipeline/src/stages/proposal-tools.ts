import type { Month, MunicipalityId, TeamCode } from "@rode-draad/domain";
import type { ReleasedKnot, ReleaseRecord } from "@rode-draad/privacy";
import type { NeedCount, ProposalInput, ProposalTools } from "@rode-draad/proposals";
import { type MonthCounts, releaseMonth, windowsOf } from "@rode-draad/reports";
import {
  listAreas,
  listEmergentThemes,
  listProposals,
  listSignals,
  readMonthRange,
  readReleaseBefore,
  readThemePairs,
  readWindowCounts,
  saveProposals,
  type WindowCount,
} from "@rode-draad/store";
import { dutchDay } from "../door/receive-notes.js";
import type { Product } from "../open-product.js";
import { readSpan } from "./read-span.js";
import { AUDIENCE } from "./report-tools.js";

export function proposalTools(product: Product): ProposalTools {
  const { store, clock } = product;
  return {
    readProposalInput: (municipalityId) => readProposalInput(product, municipalityId),
    async saveProposals(municipalityId, proposals) {
      await saveProposals(store.db, municipalityId, proposals, clock());
    },
  };
}

async function readProposalInput(product: Product, municipalityId: MunicipalityId): Promise<ProposalInput | undefined> {
  const { store, catalogue } = product;
  const range = await readMonthRange(store.db, municipalityId);
  if (range === undefined) return undefined;
  const { now } = windowsOf(range.last);
  const counts = await readWindowCounts(store.db, municipalityId, {
    fromMonth: now.from,
    toMonth: now.to,
    neverThemeIds: [...catalogue.neverThemeIds],
    scopes: ["area", "area-team"],
  });
  const [signals, emergentThemes, areas, earlier] = await Promise.all([
    listSignals(store.db, municipalityId, { fromMonth: now.from, toMonth: now.to }),
    listEmergentThemes(store.db, municipalityId),
    listAreas(store.db, municipalityId),
    listProposals(store.db, municipalityId),
  ]);
  const current = emergentThemes.filter((theme) => theme.mergedInto === undefined);
  return {
    month: range.last,
    catalogue,
    counts: needCounts(counts),
    signals,
    emergentThemes: current,
    knots: await readKnots(product, municipalityId, range.last, current),
    areaNames: new Map(areas.map((area) => [area.code, area.name])),
    earlier: earlier.map(({ proposal, state, stateSince }) => ({ proposal, state, stateSince: dutchDay(stateSince) })),
  };
}

/** What the month's report will tell of themes that go together: the same counts through the same gate. */
async function readKnots(
  { store, catalogue }: Product,
  municipalityId: MunicipalityId,
  month: Month,
  emergent: MonthCounts["emergent"],
): Promise<readonly ReleasedKnot[]> {
  const { now } = windowsOf(month);
  const span = await readSpan({ store, catalogue }, municipalityId, now);
  const window = { fromMonth: now.from, toMonth: now.to, neverThemeIds: [...catalogue.neverThemeIds] };
  const pairs = await readThemePairs(store.db, municipalityId, window);
  const before = await readReleaseBefore(store.db, municipalityId, AUDIENCE, month);
  return releaseMonth({
    month,
    catalogue,
    parameters: catalogue.privacyParameters,
    counts: span.cells,
    earlierCounts: [],
    pairs,
    totals: span.totals,
    emergent,
    ...(before !== undefined && { previousRelease: before.record as ReleaseRecord }),
  }).knots;
}

/** Theme × area, with the teams that the area's cases came from. */
function needCounts(counts: readonly WindowCount[]): NeedCount[] {
  const teams = new Map<string, TeamCode[]>();
  const keyOf = (count: WindowCount): string => `${count.themeId}|${count.areaCode ?? ""}`;
  for (const count of counts) {
    if (count.teamCode === undefined) continue;
    teams.set(keyOf(count), [...(teams.get(keyOf(count)) ?? []), count.teamCode]);
  }
  return counts.flatMap((count) => {
    const { themeId, areaCode, teamCode, cases, professionals, firstDate, lastDate } = count;
    if (areaCode === undefined || teamCode !== undefined) return [];
    const teamCodes = teams.get(keyOf(count)) ?? [];
    return [{ themeId, areaCode, teamCodes, cases, professionals, firstDay: firstDate, lastDay: lastDate }];
  });
}
