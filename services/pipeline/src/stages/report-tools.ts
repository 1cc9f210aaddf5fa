import { AUDIENCE, awakeOnly, followProposals, readThemes } from "@rode-draad/api";
import type { Catalogue } from "@rode-draad/catalogue";
import { addMonths, type Initiative, isReleased, type Month, type MunicipalityId, monthOf } from "@rode-draad/domain";
import {
  EMERGENT_THEME_FACTS,
  type ReleaseContext,
  type ReleasedKnot,
  type ReleasedTable,
  type ReleaseRecord,
  releaseKnots,
  releaseTable,
  standsFor,
} from "@rode-draad/privacy";
import {
  type MonthFacts,
  type MonthSpan,
  placeOf,
  type ReportTools,
  type RunningInitiative,
  windowsOf,
} from "@rode-draad/reports";
import {
  clearOutdatedReports,
  holdReleases,
  inTransaction,
  listAreas,
  listInitiatives,
  listOutdatedReports,
  listProposals,
  listRefusals,
  listSignals,
  listTeams,
  type OutdatedReport,
  readLastReleasedMonth,
  readMonthRelease,
  readReleaseBefore,
  readRetention,
  readThemePairs,
  readUnreadableTotals,
  type StoreDatabase,
  saveMonthRelease,
  saveReports,
} from "@rode-draad/store";
import { dutchDay } from "../door/receive-notes.js";
import type { Product } from "../open-product.js";
import { PRODUCT_VERSION } from "../product-version.js";
import { readDirections } from "./read-directions.js";
import { readSpan } from "./read-span.js";

/** Tools for one run: they remember which markings that run has seen. */
export function reportTools(product: Product): ReportTools {
  const { store, clock } = product;
  let seen: readonly OutdatedReport[] = [];
  return {
    async listMonthsToReport(municipalityId) {
      const { toMake, staying } = await sortOutdatedReports(store.db, municipalityId);
      await clearOutdatedReports(store.db, municipalityId, staying);
      seen = toMake;
      return seen.map(({ month }) => month);
    },
    readMonthFacts: (municipalityId, month) => readMonthFacts(product, municipalityId, month),
    async saveReports(municipalityId, month, reports, record) {
      await inTransaction(store.db, async (db) => {
        await holdReleases(db, municipalityId);
        // A person may have released the draft while this one was made.
        if (isReleased(month, await readLastReleasedMonth(db, municipalityId, AUDIENCE))) return;
        const madeAt = clock();
        await saveReports(
          db,
          municipalityId,
          ...reports.map((content) => ({ month, ...placeOf(content.scope), content, madeAt })),
        );
        await saveMonthRelease(db, municipalityId, AUDIENCE, { month, record });
        // A month that was marked again since it was read stays outdated.
        await clearOutdatedReports(
          db,
          municipalityId,
          seen.filter((mark) => mark.month === month),
        );
      });
    },
  };
}

/**
 * What arrives for a month that was released goes into the next one; the months that hold it are marked as well. Of a window that lies
 * partly in closed months the cases cannot be counted any more. The report of both stays as it was made.
 */
export async function sortOutdatedReports(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
): Promise<{ readonly toMake: readonly OutdatedReport[]; readonly staying: readonly OutdatedReport[] }> {
  const outdated = await listOutdatedReports(db, municipalityId);
  const frozen = await readLastReleasedMonth(db, municipalityId, AUDIENCE);
  const { pairsFrom } = await readRetention(db, municipalityId);
  const stays = ({ month }: OutdatedReport): boolean =>
    isReleased(month, frozen) || windowsOf(month).now.from < pairsFrom;
  return { toMake: outdated.filter((one) => !stays(one)), staying: outdated.filter(stays) };
}

/** A month as it was released, from its record. Counts nothing: the record stands for its window. */
export function showRelease(catalogue: Catalogue, month: Month, record: ReleaseRecord): ReleasedTable {
  return releaseTable([], contextOf(catalogue, month, record));
}

/** The knots of a month as they were told, from its record. */
export function showKnots(catalogue: Catalogue, month: Month, record: ReleaseRecord): readonly ReleasedKnot[] {
  const context = contextOf(catalogue, month, record);
  return releaseKnots([], 0, { ...context, cells: [] }, context).knots;
}

function contextOf(catalogue: Catalogue, month: Month, previous: ReleaseRecord): ReleaseContext {
  const { now } = windowsOf(month);
  return {
    audience: AUDIENCE,
    window: { first: now.from, last: now.to },
    parameters: catalogue.privacyParameters,
    themeFacts: (id) => catalogue.theme(id) ?? EMERGENT_THEME_FACTS,
    previous,
  };
}

/**
 * What runs, and what was held from the window of the month on; an initiative that was begun after the month of the report was over
 * belongs to the next one.
 */
function runningInitiatives(initiatives: readonly Initiative[], month: Month): RunningInitiative[] {
  const { now } = windowsOf(month);
  return initiatives
    .filter(({ state, createdAt, heldOn }) => {
      if (state === "cancelled" || monthOf(dutchDay(createdAt)) > addMonths(month, 1)) return false;
      return heldOn === undefined || monthOf(heldOn) >= now.from;
    })
    .map(({ plan, ...initiative }) => ({
      ...initiative,
      ...(plan.date !== undefined && { plannedOn: plan.date.day }),
      followUps: initiatives.filter(({ followUpOf }) => followUpOf === initiative.id).map(({ title }) => title),
    }));
}

function standsForSpan(record: ReleaseRecord | undefined, { from, to }: MonthSpan): boolean {
  return record !== undefined && standsFor(record, { audience: AUDIENCE, window: { first: from, last: to } });
}

/** Everything the reports of a month are made of. Exact numbers: they go to the release gate in the stage, and nowhere else. */
async function readMonthFacts(product: Product, municipalityId: MunicipalityId, month: Month): Promise<MonthFacts> {
  const { store, configuration, clock } = product;
  const { now, earlier } = windowsOf(month);
  const themes = await readThemes(store.db, municipalityId, product.catalogue);
  const { catalogue, emergent, layer } = themes;
  const [areas, teams, signals, proposals, initiatives, before, earlierRelease, refusals] = await Promise.all([
    listAreas(store.db, municipalityId),
    listTeams(store.db, municipalityId),
    listSignals(store.db, municipalityId, { fromMonth: now.from, toMonth: now.to }),
    listProposals(store.db, municipalityId),
    listInitiatives(store.db, municipalityId),
    readReleaseBefore(store.db, municipalityId, AUDIENCE, month),
    readMonthRelease(store.db, municipalityId, AUDIENCE, earlier.to),
    listRefusals(store.db, municipalityId, AUDIENCE),
  ]);
  const { pairsFrom } = await readRetention(store.db, municipalityId);
  const earlierRecord = earlierRelease?.record as ReleaseRecord | undefined;
  const window = { fromMonth: now.from, toMonth: now.to, neverThemeIds: [...catalogue.neverThemeIds] };
  const [current, past, pairs, directions, unreadable] = await Promise.all([
    readSpan(product, municipalityId, now),
    // Where a record stands for the window its counts are not asked for; cases of closed months cannot be counted twice over.
    standsForSpan(earlierRecord, earlier) || earlier.from < pairsFrom
      ? { cells: [] }
      : readSpan(product, municipalityId, earlier),
    readThemePairs(store.db, municipalityId, window),
    readDirections(product, municipalityId, month),
    readUnreadableTotals(store.db, municipalityId, window),
  ]);
  const running = new Set(initiatives.filter(({ state }) => state !== "cancelled").map(({ proposalId }) => proposalId));
  return {
    month,
    municipality: { id: municipalityId, name: configuration.municipalityName },
    areas,
    teams,
    catalogue,
    parameters: catalogue.privacyParameters,
    counts: current.cells,
    earlierCounts: past.cells,
    pairs,
    ...(before !== undefined && { previousRelease: before.record as ReleaseRecord }),
    ...(earlierRecord !== undefined && { earlierRelease: earlierRecord }),
    withhold: new Set(refusals.flatMap((refusal) => refusal.withhold[month] ?? [])),
    directions,
    signals: awakeOnly(signals, themes),
    emergent: emergent.filter((theme) => theme.mergedInto === undefined),
    proposals: followProposals(proposals, layer)
      .filter(({ proposal }) => proposal.month === month || (running.has(proposal.id) && proposal.month <= month))
      .map(({ proposal, state }) => ({
        proposal,
        state,
        areaName: areas.find((area) => area.code === proposal.areaCode)?.name ?? proposal.areaCode,
      })),
    running: runningInitiatives(initiatives, month),
    totals: current.totals,
    unreadable,
    modelVersion: await product.texts.modelVersion(),
    productVersion: PRODUCT_VERSION,
    madeOn: dutchDay(clock()),
  };
}
