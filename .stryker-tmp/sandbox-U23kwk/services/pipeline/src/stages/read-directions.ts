import { addMonths, type Month, type MunicipalityId, monthsBetween } from "@rode-draad/domain";
import type { ScopedDirection } from "@rode-draad/reports";
import { readMonthCounts } from "@rode-draad/store";
import { directionOf } from "@rode-draad/trends";
import type { Product } from "../open-product.js";

/** A year shows an absence of six months and the three-month windows on both sides of it. */
const MONTHS_READ = 12;

/**
 * Where each theme goes in each part of the municipality, up to the month. `volume` is the sum of all themes of the part,
 * so that a quiet month does not look like a fall of everything.
 */
export async function readDirections(
  { store }: Product,
  municipalityId: MunicipalityId,
  month: Month,
): Promise<ScopedDirection[]> {
  const fromMonth = addMonths(month, 1 - MONTHS_READ);
  const months = monthsBetween(fromMonth, month);
  const counts = await readMonthCounts(store.db, municipalityId, {
    fromMonth,
    toMonth: month,
    scopes: ["all", "area", "team"],
  });
  const volumes = new Map<string, number>();
  const series = new Map<
    string,
    { readonly place: Omit<ScopedDirection, "direction">; readonly cases: Map<Month, number> }
  >();
  for (const count of counts) {
    const place = `${count.areaCode ?? ""}|${count.teamCode ?? ""}`;
    volumes.set(`${place}|${count.month}`, (volumes.get(`${place}|${count.month}`) ?? 0) + count.cases);
    const key = `${count.themeId}|${place}`;
    const { themeId, areaCode, teamCode } = count;
    const one = series.get(key) ?? {
      place: { themeId, ...(areaCode !== undefined && { areaCode }), ...(teamCode !== undefined && { teamCode }) },
      cases: new Map<Month, number>(),
    };
    one.cases.set(count.month, count.cases);
    series.set(key, one);
  }
  return [...series.values()].map(({ place, cases }) => {
    const scope = `${place.areaCode ?? ""}|${place.teamCode ?? ""}`;
    const levels = months.map((one) => ({ cases: cases.get(one) ?? 0, volume: volumes.get(`${scope}|${one}`) ?? 0 }));
    return { ...place, direction: directionOf(levels) };
  });
}
