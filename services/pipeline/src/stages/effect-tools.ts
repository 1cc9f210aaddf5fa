import { AUDIENCE, readThemes } from "@rode-draad/api";
import {
  addDays,
  addMonths,
  type Day,
  type Month,
  type MunicipalityId,
  monthOf,
  pairsKeptMonths,
  type ThemeId,
} from "@rode-draad/domain";
import type { EffectFacts, EffectTools, HeldEvening } from "@rode-draad/effects";
import { seriesBreaks } from "@rode-draad/reports";
import {
  listAreas,
  listEffects,
  listInitiatives,
  listThemeChanges,
  readLastDay,
  readLastReleasedMonth,
  readMonthCounts,
  readMonthTotals,
  replaceEffects,
} from "@rode-draad/store";
import { dutchDay } from "../door/receive-notes.js";
import type { Product } from "../open-product.js";

/** Months before an evening that it may be compared with. */
const MONTHS_BEFORE = 12;
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
  const { catalogue, layer } = await readThemes(db, municipalityId, product.catalogue);
  const initiatives = await listInitiatives(db, municipalityId, { states: ["held", "evaluated"] });
  const evenings = initiatives
    .flatMap(({ id, areaCode, themeIds, heldOn }): HeldEvening[] => {
      const now = themeIds.flatMap((themeId) => layer.resolve(themeId) ?? []);
      return heldOn === undefined ? [] : [{ initiativeId: id, areaCode, themeIds: now, heldOn }];
    })
    .sort((a, b) => (a.initiativeId < b.initiativeId ? -1 : 1));
  const lastMonth = lastFullMonth(lastDay);
  const firstDay = evenings.map(({ heldOn }) => heldOn).sort()[0] ?? lastDay;
  const span = { fromMonth: addMonths(monthOf(firstDay), -MONTHS_BEFORE), toMonth: lastMonth };
  const themeIds = [...new Set(evenings.flatMap((evening) => evening.themeIds))];
  const [areas, totals, counts, breaks] = await Promise.all([
    listAreas(db, municipalityId),
    readMonthTotals(db, municipalityId, span),
    readMonthCounts(db, municipalityId, { ...span, themeIds, scopes: ["area"] }),
    readBreaks(product, municipalityId, layer.resolve.bind(layer)),
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
    causes: catalogue,
    breaks,
  };
}

function lastFullMonth(lastDay: Day): Month {
  return addMonths(monthOf(addDays(lastDay, LAST_DAYS)), -1);
}

/** Merges and splits: they count anew the months that still say which case asked, and leave the ones before. */
async function readBreaks(
  { store, catalogue }: Product,
  municipalityId: MunicipalityId,
  resolve: (themeId: ThemeId) => ThemeId | null,
): Promise<EffectFacts["breaks"]> {
  const kinds = ["merged", "split", "undone"] as const;
  const changes = await Promise.all(kinds.map((kind) => listThemeChanges(store.db, municipalityId, { kind })));
  const kept = pairsKeptMonths(catalogue.privacyParameters.rollingWindowMonths);
  return seriesBreaks(changes.flat(), (id) => id, dutchDay).map(({ month, themeIds }) => ({
    themeIds: themeIds.flatMap((themeId) => resolve(themeId) ?? []),
    countedAnewFrom: addMonths(month, 1 - kept),
  }));
}
