import type { MunicipalityId } from "@rode-draad/domain";
import type { CountCell } from "@rode-draad/privacy";
import type { MonthSpan, ScopeTotals } from "@rode-draad/reports";
import { readScopeTotals, readWindowCounts } from "@rode-draad/store";
import type { Product } from "../open-product.js";

/** Theme × {whole municipality, area, team} in a window. Area × team is a third dimension and stays inside. */
export async function readSpan(
  { store, catalogue }: Pick<Product, "store" | "catalogue">,
  municipalityId: MunicipalityId,
  span: MonthSpan,
): Promise<{ readonly cells: CountCell[]; readonly totals: ScopeTotals[] }> {
  const window = { fromMonth: span.from, toMonth: span.to, neverThemeIds: [...catalogue.neverThemeIds] };
  const [counts, totals] = await Promise.all([
    readWindowCounts(store.db, municipalityId, { ...window, scopes: ["all", "area", "team"] }),
    readScopeTotals(store.db, municipalityId, window),
  ]);
  const denominators = new Map(totals.map((total) => [placeKey(total), total.cases] as const));
  return {
    cells: counts.map(({ firstDate: _first, lastDate: _last, ...count }) => ({
      ...count,
      denominator: denominators.get(placeKey(count)) ?? 0,
    })),
    totals: totals.map(({ casesWithTheme, ...total }) => ({ ...total, assigned: casesWithTheme })),
  };
}

function placeKey(place: { readonly areaCode?: string; readonly teamCode?: string }): string {
  return `${place.areaCode ?? ""}|${place.teamCode ?? ""}`;
}
