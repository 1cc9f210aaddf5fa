import { AUDIENCE, type MunicipalThemes, readThemes } from "@rode-draad/api";
import {
  addDays,
  addMonths,
  type Day,
  type Month,
  type MunicipalityId,
  monthOf,
  monthsBetween,
  pairsKeptMonths,
} from "@rode-draad/domain";
import type { EffectFacts, EffectTools, HeldEvening } from "@rode-draad/effects";
import type { ReleasedCell, ReleaseRecord } from "@rode-draad/privacy";
import { seriesBreaks } from "@rode-draad/reports";
import {
  listAreas,
  listEffects,
  listInitiatives,
  listThemeChanges,
  readLastDay,
  readLastReleasedMonth,
  readMonthCounts,
  readMonthRelease,
  readMonthTotals,
  replaceEffects,
} from "@rode-draad/store";
import { dutchDay } from "../door/receive-notes.js";
import type { Product } from "../open-product.js";
import { showRelease } from "./report-tools.js";

/** Months before an evening, and after it, that it may be compared with. */
const MONTHS_BEFORE = 12;
const MONTHS_AFTER = 9;
/** A month is counted in full once a note of its last week, or of later, has come in. */
const LAST_DAYS = 7;

export function effectTools(product: Product): EffectTools {
  const { db } = product.store;
  return {
    readEffectFacts: (municipalityId) => readEffectFacts(product, municipalityId),
    async readJudged(municipalityId) {
      const lastReleased = await readLastReleasedMonth(db, municipalityId, AUDIENCE);
      return {
        effects: await listEffects(db, municipalityId),
        ...(lastReleased !== undefined && { lastReleased }),
      };
    },
    saveEffects: (municipalityId, effects) => replaceEffects(db, municipalityId, effects),
  };
}

async function readEffectFacts(product: Product, municipalityId: MunicipalityId): Promise<EffectFacts | undefined> {
  const { db } = product.store;
  const lastDay = await readLastDay(db, municipalityId);
  if (lastDay === undefined) return undefined;
  const themes = await readThemes(db, municipalityId, product.catalogue);
  const evenings = await listEvenings(product, municipalityId, themes);
  const lastMonth = lastFullMonth(lastDay);
  const firstDay = evenings.map(({ heldOn }) => heldOn).sort()[0] ?? lastDay;
  const span = { fromMonth: addMonths(monthOf(firstDay), -MONTHS_BEFORE), toMonth: lastMonth };
  const themeIds = [...new Set(evenings.flatMap((evening) => evening.themeIds))];
  const [areas, totals, counts] = await Promise.all([
    listAreas(db, municipalityId),
    readMonthTotals(db, municipalityId, span),
    readMonthCounts(db, municipalityId, { ...span, themeIds, scopes: ["area"] }),
  ]);
  const active = new Map(totals.map(({ areaCode, month, cases }) => [`${areaCode}|${month}`, cases]));
  const asked = new Map(
    counts.map(({ themeId, areaCode, month, cases }) => [`${themeId}|${areaCode}|${month}`, cases]),
  );
  return {
    lastMonth,
    evenings,
    areaCodes: areas.map(({ code }) => code).sort(),
    rateOf(themeId, areaCode, month) {
      const whole = active.get(`${areaCode}|${month}`);
      return whole === undefined
        ? undefined
        : { cases: asked.get(`${themeId}|${areaCode}|${month}`) ?? 0, active: whole };
    },
    shownIn: await readShown(product, municipalityId, themes, evenings),
    causes: themes.catalogue,
    breaks: await readBreaks(product, municipalityId, themes),
  };
}

/** The evenings that were held, with the themes that now stand for theirs. */
async function listEvenings(
  { store, catalogue }: Product,
  municipalityId: MunicipalityId,
  { layer }: MunicipalThemes,
): Promise<HeldEvening[]> {
  const initiatives = await listInitiatives(store.db, municipalityId, { states: ["held", "evaluated"] });
  return initiatives
    .flatMap(({ id, areaCode, themeIds, heldOn }): HeldEvening[] => {
      const now = themeIds.flatMap((themeId) => layer.resolve(themeId) ?? []);
      const collective = now.filter((themeId) => !catalogue.neverThemeIds.has(themeId));
      return heldOn === undefined ? [] : [{ initiativeId: id, areaCode, themeIds: collective, heldOn }];
    })
    .sort((a, b) => (a.initiativeId < b.initiativeId ? -1 : 1));
}

/** The cells of reports around the evenings, as they were let out or will be. */
async function readShown(
  { store }: Product,
  municipalityId: MunicipalityId,
  { catalogue }: MunicipalThemes,
  evenings: readonly HeldEvening[],
): Promise<EffectFacts["shownIn"]> {
  const months = new Set(
    evenings.flatMap(({ heldOn }) => {
      const held = monthOf(heldOn);
      return [addMonths(held, -1), ...monthsBetween(addMonths(held, 1), addMonths(held, MONTHS_AFTER))];
    }),
  );
  const asked = new Set(evenings.flatMap(({ areaCode, themeIds }) => themeIds.map((id) => `${id}|${areaCode}`)));
  const shown = new Map<Month, ReadonlyMap<string, ReleasedCell>>();
  for (const month of [...months].sort()) {
    const release = await readMonthRelease(store.db, municipalityId, AUDIENCE, month);
    if (release === undefined) continue;
    const { cells } = showRelease(catalogue, month, release.record as ReleaseRecord);
    const own = cells.filter(({ themeId, areaCode }) => asked.has(`${themeId}|${areaCode}`));
    shown.set(month, new Map(own.map((cell) => [`${cell.themeId}|${cell.areaCode}`, cell])));
  }
  return (themeId, areaCode, month) => {
    const cells = shown.get(month);
    return cells && (cells.get(`${themeId}|${areaCode}`) ?? UNNAMED);
  };
}

/** What a report says of a theme that it does not name. */
const UNNAMED = { status: "withheld", reason: "below-threshold", sentence: "" } as const;

function lastFullMonth(lastDay: Day): Month {
  return addMonths(monthOf(addDays(lastDay, LAST_DAYS)), -1);
}

/** Merges and splits: they count anew the months that still say which case asked, and leave the ones before. */
async function readBreaks(
  { store }: Product,
  municipalityId: MunicipalityId,
  { catalogue, layer }: MunicipalThemes,
): Promise<EffectFacts["breaks"]> {
  const kinds = ["merged", "split", "undone"] as const;
  const changes = await Promise.all(kinds.map((kind) => listThemeChanges(store.db, municipalityId, { kind })));
  const kept = pairsKeptMonths(catalogue.privacyParameters.rollingWindowMonths);
  return seriesBreaks(changes.flat(), (id) => id, dutchDay).map(({ month, themeIds }) => ({
    themeIds: themeIds.flatMap((themeId) => layer.resolve(themeId) ?? []),
    countedAnewFrom: addMonths(month, 1 - kept),
  }));
}
