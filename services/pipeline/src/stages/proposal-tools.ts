import { AUDIENCE, awakeOnly, followProposals, readThemes } from "@rode-draad/api";
import type { Catalogue } from "@rode-draad/catalogue";
import type { Month, MunicipalityId, TeamCode } from "@rode-draad/domain";
import {
  type ReleasedKnot,
  type ReleasedTable,
  type ReleaseParameters,
  type ReleaseRecord,
  releaseNeed,
} from "@rode-draad/privacy";
import type { NeedCount, ProposalInput, ProposalTools } from "@rode-draad/proposals";
import { windowsOf } from "@rode-draad/reports";
import {
  inTransaction,
  listAreas,
  listProposals,
  listSignals,
  markReportsOutdated,
  readMonthRange,
  readMonthRelease,
  readReleaseBefore,
  readWindowCounts,
  type StoreDatabase,
  saveProposals,
  type WindowCount,
  withdrawProposals,
} from "@rode-draad/store";
import { dutchDay } from "../door/receive-notes.js";
import type { Product } from "../open-product.js";
import { readMonthTable } from "./read-month-table.js";
import { showKnots, sortOutdatedReports } from "./report-tools.js";

export function proposalTools(product: Product): ProposalTools {
  const { store, clock } = product;
  return {
    readProposalInput: (municipalityId) => readProposalInput(product, municipalityId),
    async saveProposals(municipalityId, month, proposals) {
      await inTransaction(store.db, async (db) => {
        const { added, updated } = await saveProposals(db, municipalityId, proposals, clock());
        const needKeys = proposals.map(({ needKey }) => needKey);
        const withdrawn = await withdrawProposals(db, municipalityId, month, needKeys);
        // The report of the month shows their cards.
        if (added.length + updated.length + withdrawn > 0) await markReportsOutdated(db, municipalityId, [month]);
      });
    },
  };
}

/**
 * Rule: proposals are made when no report is to be made. Rationale: a card takes its numbers from the table of its month, which is released
 * against the months before it; without their records it would tell what the report then hides.
 */
async function readProposalInput(product: Product, municipalityId: MunicipalityId): Promise<ProposalInput | undefined> {
  const { store } = product;
  if ((await sortOutdatedReports(store.db, municipalityId)).toMake.length > 0) return undefined;
  const range = await readMonthRange(store.db, municipalityId);
  if (range === undefined) return undefined;
  const { now } = windowsOf(range.last);
  const themes = await readThemes(store.db, municipalityId, product.catalogue);
  const { catalogue, emergent, layer } = themes;
  const counts = await readWindowCounts(store.db, municipalityId, {
    fromMonth: now.from,
    toMonth: now.to,
    neverThemeIds: [...catalogue.neverThemeIds],
    scopes: ["area", "area-team"],
  });
  const table = await readMonthTable(product, municipalityId, range.last, { catalogue, emergent });
  const [signals, areas, earlier] = await Promise.all([
    listSignals(store.db, municipalityId, { fromMonth: now.from, toMonth: now.to }),
    listAreas(store.db, municipalityId),
    listProposals(store.db, municipalityId),
  ]);
  return {
    month: range.last,
    catalogue,
    counts: awakeOnly(needCounts(counts, table, catalogue.privacyParameters), themes),
    signals: awakeOnly(signals, themes),
    emergentThemes: emergent.filter((theme) => theme.mergedInto === undefined),
    knots: await readToldKnots(store.db, municipalityId, catalogue, range.last),
    areaNames: new Map(areas.map((area) => [area.code, area.name])),
    earlier: followProposals(earlier, layer).map(({ proposal, state, stateSince, refusal }) => ({
      proposal,
      state,
      stateSince: dutchDay(stateSince),
      ...(refusal !== undefined && { refusal: refusal.reason }),
    })),
  };
}

/**
 * The knots that a report has told already: those of this month when it was reported before, else of the month before it. A
 * proposal tells nothing that no report did, so a new knot makes an offer in the run after its first report.
 */
async function readToldKnots(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  catalogue: Catalogue,
  month: Month,
): Promise<readonly ReleasedKnot[]> {
  const told =
    (await readMonthRelease(db, municipalityId, AUDIENCE, month)) ??
    (await readReleaseBefore(db, municipalityId, AUDIENCE, month));
  return told === undefined ? [] : showKnots(catalogue, told.month, told.record as ReleaseRecord);
}

/** Theme × area, with the teams that the area's cases came from. */
function needCounts(counts: readonly WindowCount[], table: ReleasedTable, parameters: ReleaseParameters): NeedCount[] {
  const shown = new Map(
    table.cells.map(({ themeId, areaCode, teamCode, ...value }) => [`${themeId}|${areaCode}|${teamCode}`, value]),
  );
  // A theme without a cell is too small to be named there.
  const small = releaseNeed({ cases: 0, professionals: 0 }, parameters);
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
    const days = { firstDay: firstDate, lastDay: lastDate };
    const released = shown.get(`${themeId}|${areaCode}|${undefined}`) ?? small;
    return [{ themeId, areaCode, teamCodes, cases, professionals, ...days, shown: released }];
  });
}
